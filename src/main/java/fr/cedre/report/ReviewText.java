package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.report.Styles.Style;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Motive;
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
            TextHeader.field(out, "Attention", ReviewWords.RESTRICTED);
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
        TextHeader.field(out, "Référence", ReviewWords.reference(review));
        if (review.reference() != null) {
            for (String notice : review.notices()) {
                TextHeader.field(out, "", notice);
            }
        }
        for (String limit : ReviewWords.limits(review)) {
            TextHeader.field(out, "Attention", limit);
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
                    .computeIfAbsent(id + ReviewWords.under(review, one), k -> new ArrayList<>())
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
        String title = id + (own.isEmpty() ? "" : " " + own) + ReviewWords.under(review, changes.get(0));
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
        out.blank();
        String saved = ReviewWords.saved(review);
        if (!saved.isEmpty()) {
            out.paragraph("", Style.PLAIN, saved);
        }
        boolean quiet = review.reference() == null
                ? ReviewWords.present(review) == 0
                : review.regressions().isEmpty();
        out.paragraph("", quiet ? Style.GOOD : Style.TITLE, ReviewWords.headline(review));
    }
}
