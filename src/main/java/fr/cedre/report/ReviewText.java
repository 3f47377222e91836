package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.Summary;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.report.Styles.Style;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Motive;
import fr.cedre.review.Photograph;
import fr.cedre.review.Review;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of a folder, for a terminal: what got worse first, then what persists, what closed, the trend, and what comes due. */
public final class ReviewText implements ReviewRenderer {

    private final String version;

    /** A review signed by a version of cedre. */
    public ReviewText(String version) {
        this.version = version;
    }

    @Override
    public void group(GroupReview review, RenderOptions options, Appendable out) throws IOException {
        new GroupReviewText(version).write(review, options, layout(options, out));
    }

    private static TextLayout layout(RenderOptions options, Appendable out) {
        return new TextLayout(out, options.width(), new Styles(options.colour()));
    }

    @Override
    public void review(Review review, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = layout(options, target);
        Evaluation evaluation = review.evaluation();
        out.paragraph("", Style.TITLE, "cedre " + version + ", revue d'une année sur l'autre");
        out.blank();
        TextHeader.referential(evaluation.referential(), out);
        TextHeader.structure(evaluation.structure(), out);
        TextHeader.audit(evaluation.period(), out);
        reference(review, out);
        if (evaluation.restricted()) {
            TextHeader.field(out, "Attention", "revue restreinte à une partie du référentiel ou des types");
        }
        problems(review, out);
        TextHeader.problems(evaluation, options, out);
        for (Change change : Change.values()) {
            changes(review, change, options, out);
        }
        TrendText.write(review.trends(), out);
        AgendaText.write(review, options, out);
        closing(review, out);
    }

    private static void reference(Review review, TextLayout out) throws IOException {
        Photograph reference = review.reference();
        if (reference == null) {
            TextHeader.field(
                    out,
                    "Référence",
                    review.historyUnreadable()
                            ? "aucune photographie lisible : rien à comparer"
                            : "aucune photographie : première revue, rien à comparer (--enregistrer en prend une pour la"
                                    + " prochaine)");
            return;
        }
        boolean other = !reference
                .referential()
                .equals(review.evaluation().referential().id());
        String how = switch (review.basis()) {
            case MEME_REFERENTIEL -> "";
            case CORRESPONDANCES -> " ; ses spécifications sont suivies par les correspondances";
            case IDENTIFIANTS -> " ; aucune correspondance n'est connue : seuls les identifiants égaux sont rapprochés";
        };
        TextHeader.field(
                out,
                "Référence",
                "photographie du " + French.date(reference.period().end()) + " (" + reference.file() + ")"
                        + (other ? ", sous " + reference.referential() : "") + how);
        for (String notice : review.notices()) {
            TextHeader.field(out, "", notice);
        }
        if (reference.restricted()) {
            TextHeader.field(
                    out, "Attention", "la référence ne couvre qu'une partie : le reste n'avait pas été contrôlé");
        }
    }

    private static void problems(Review review, TextLayout out) throws IOException {
        List<Problem> shown = review.problems();
        if (shown.isEmpty()) {
            return;
        }
        out.section("Photographies");
        for (Problem problem : shown) {
            out.paragraph(
                    problem.severity() == Severity.INFORMATION ? "· " : "! ",
                    Style.PLAIN,
                    Words.place(problem.location()) + " : " + problem.message());
        }
    }

    private static void changes(Review review, Change change, RenderOptions options, TextLayout out)
            throws IOException {
        List<GapChange> all = review.of(change);
        if (all.isEmpty()) {
            return;
        }
        String title = review.reference() == null ? "Écarts relevés" : ReviewWords.title(change);
        out.section(title + " (" + all.size() + ")");
        Map<String, List<GapChange>> bySpecification = new LinkedHashMap<>();
        for (GapChange one : all) {
            String id = one.gap().identity().specification();
            bySpecification
                    .computeIfAbsent(id + under(review, one), k -> new ArrayList<>())
                    .add(one);
        }
        for (List<GapChange> some : bySpecification.values()) {
            specification(review, some.get(0).gap().identity().specification(), some, options, out);
        }
    }

    private static void specification(
            Review review, String id, List<GapChange> changes, RenderOptions options, TextLayout out)
            throws IOException {
        Change kind = changes.get(0).change();
        boolean present = kind.present();
        boolean major = changes.stream().anyMatch(c -> c.gap().gravity() == Gravity.MAJEURE);
        String own = changes.get(0).title();
        String title = id + (own.isEmpty() ? "" : " " + own) + under(review, changes.get(0));
        if (kind == Change.LEVE && !options.detail()) {
            out.paragraph("✓ ", Style.GOOD, title + lifted(changes));
            return;
        }
        out.paragraph(
                present ? "✗ " : kind == Change.LEVE ? "✓ " : "? ",
                kind == Change.LEVE ? Style.GOOD : present ? (major ? Style.MAJOR : Style.MINOR) : Style.DOUBT,
                title + (present && major ? " (majeur)" : ""));
        int shown = Words.shown(changes.size(), options.detail());
        List<String> told = new ArrayList<>();
        for (GapChange change : changes.subList(0, shown)) {
            Gap gap = change.gap();
            out.paragraph("  - ", Style.PLAIN, gap.message() + place(gap, present));
            String history = ReviewWords.history(change);
            if (!history.isEmpty()) {
                out.paragraph("    ", Style.QUIET, history);
            }
            boolean regression = kind.regression() || kind == Change.A_VERIFIER;
            if (regression && !gap.advice().isBlank() && !told.contains(gap.advice())) {
                told.add(gap.advice());
                out.paragraph("    → ", Style.PLAIN, gap.advice());
            }
        }
        Words.others(changes.size() - shown, out);
    }

    /** The same number may stand for something else in the referential now used. */
    private static String under(Review review, GapChange change) {
        return change.referential().equals(review.evaluation().referential().id())
                ? ""
                : " (sous " + change.referential() + ")";
    }

    /** How many of a specification are gone, and why when it is not that they were mended. */
    private static String lifted(List<GapChange> changes) {
        Map<Motive, Integer> motives = new EnumMap<>(Motive.class);
        for (GapChange change : changes) {
            if (change.motive() != null && change.motive() != Motive.CORRIGE) {
                motives.merge(change.motive(), 1, Integer::sum);
            }
        }
        Set<String> former = new TreeSet<>();
        for (GapChange change : changes) {
            if (change.formerSpecification() != null) {
                former.add(change.formerSpecification());
            }
        }
        StringBuilder text =
                new StringBuilder(former.isEmpty() ? "" : " (relevé sous " + String.join(", ", former) + ")");
        text.append(changes.size() == 1 ? "" : " : " + changes.size() + " levés");
        motives.forEach((motive, n) ->
                text.append(changes.size() == 1 ? " : " : ", dont " + n + " : ").append(ReviewWords.motive(motive)));
        return text.toString();
    }

    private static String place(Gap gap, boolean present) {
        return gap.source() == null || !present ? "" : " (" + Words.place(gap.source()) + ")";
    }

    private static void closing(Review review, TextLayout out) throws IOException {
        Summary summary = review.evaluation().summary();
        out.blank();
        if (review.saved() != null) {
            out.paragraph(
                    "",
                    Style.PLAIN,
                    review.saved().added()
                            ? "Photographie enregistrée : " + review.saved().file()
                            : "Photographie déjà enregistrée, identique : "
                                    + review.saved().file());
        }
        Photograph reference = review.reference();
        int gaps = (int)
                review.changes().stream().filter(c -> c.change().present()).count();
        String state = French.count(summary.ecart(), "spécification") + " en écart, " + summary.aExaminer()
                + " à examiner, " + French.count(summary.verified(), "couverte")
                + (summary.situes() == 0
                        ? ""
                        : ", " + French.count(summary.situes(), "objectif situé", "objectifs situés"));
        if (reference == null) {
            out.paragraph(
                    "",
                    gaps == 0 ? Style.GOOD : Style.TITLE,
                    (review.historyUnreadable() ? "Sans point de comparaison : " : "Première revue : ")
                            + French.count(gaps, "écart relevé", "écarts relevés") + " ; " + state + ".");
            return;
        }
        out.paragraph(
                "",
                review.regressions().isEmpty() ? Style.GOOD : Style.TITLE,
                "Depuis le " + French.date(reference.period().end()) + " : " + ReviewWords.counts(review.counts())
                        + " ; " + state + ".");
    }
}
