package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.diff.Transition.Category;
import fr.cedre.evaluation.Summary;
import fr.cedre.referential.Chapter;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.List;

/** The transition of one structure on a terminal: counts by chapter, the work plan, the proofs, what may be dropped. */
final class TransitionText {

    private static final int NUMBER = 8;

    private final String version;

    TransitionText(String version) {
        this.version = version;
    }

    void write(Transition transition, RenderOptions options, TextLayout out) throws IOException {
        Comparison comparison = transition.comparison();
        out.paragraph("", Style.TITLE, "cedre " + version + ", passage d'un référentiel à l'autre");
        out.blank();
        DiffText.header(comparison, out);
        TextHeader.structure(transition.after().structure(), out);
        TextHeader.field(
                out, "Audit", "au " + French.date(transition.after().period().end()));
        TextHeader.problems(transition.after(), options, out);
        table(transition, out);
        plan(transition, out);
        held(transition, options, out);
        proofs(transition, out);
        DiffText.dropped(transition.dropped(), DiffWords.droppable(comparison), out);
        closing(transition, out);
    }

    private static void table(Transition transition, TextLayout out) throws IOException {
        out.section("Où vous en êtes, par chapitre");
        out.paragraph(
                "",
                Style.QUIET,
                "à couv. nouvelle, à couvrir · à renf. à renforcer · déjà nouvelle, déjà couverte · s. obj. sans objet");
        int room = out.width() - Category.values().length * NUMBER;
        StringBuilder head = new StringBuilder(" ".repeat(room));
        for (String title : List.of("à couv.", "à renf.", "déjà", "acquis", "s. obj.")) {
            head.append(" ".repeat(Math.max(0, NUMBER - TextLayout.width(title))))
                    .append(title);
        }
        out.line(out.styles().apply(Style.QUIET, head.toString()));
        for (Chapter chapter : transition.comparison().to().chapters()) {
            List<Transition.Item> inside = transition.items().stream()
                    .filter(i -> chapter.specifications().contains(i.result().specification()))
                    .toList();
            if (inside.isEmpty()) {
                continue;
            }
            StringBuilder line =
                    new StringBuilder(TextLayout.fit(Sanitiser.line(chapter.id() + " " + chapter.title()), room));
            for (Category category : Category.values()) {
                long n = inside.stream().filter(i -> i.category() == category).count();
                String cell = n == 0 ? "·" : Long.toString(n);
                line.append(" ".repeat(NUMBER - cell.length())).append(cell);
            }
            out.line(line.toString());
        }
    }

    private static void plan(Transition transition, TextLayout out) throws IOException {
        List<Transition.Item> plan = transition.plan();
        if (plan.isEmpty()) {
            return;
        }
        out.section("Plan de travail (" + plan.size() + ", les plus graves d'abord)");
        int rank = 0;
        for (Transition.Item item : plan) {
            rank++;
            Gravity gravity = item.result().gravity();
            out.paragraph(
                    TextLayout.fit(rank + ".", 4),
                    gravity == Gravity.MAJEURE ? Style.MAJOR : gravity == Gravity.MINEURE ? Style.MINOR : Style.DOUBT,
                    Words.title(item.result()) + " : " + item.category().words()
                            + (gravity == null ? " (à examiner)" : " (écart " + adjective(gravity) + ")"));
            change(item, out);
            if (!item.reusable().isEmpty()) {
                out.paragraph(
                        "    ",
                        Style.QUIET,
                        "preuves qui servent telles quelles : " + String.join(", ", item.reusable()));
            }
            if (!item.toComplete().isEmpty()) {
                out.paragraph("    ", Style.QUIET, "preuves à compléter : " + String.join(", ", item.toComplete()));
            }
            if (!item.toProduce().isEmpty()) {
                out.paragraph("    ", Style.QUIET, "à produire, par exemple : " + String.join(", ", item.toProduce()));
            }
            out.paragraph("    → ", Style.PLAIN, item.action());
        }
    }

    private static String adjective(Gravity gravity) {
        return gravity == Gravity.MAJEURE ? "majeur" : "mineur";
    }

    private static void change(Transition.Item item, TextLayout out) throws IOException {
        out.paragraph("    ", Style.PLAIN, DiffWords.change(item));
    }

    private static void held(Transition transition, RenderOptions options, TextLayout out) throws IOException {
        for (Category category : List.of(Category.NOUVELLE_DEJA_COUVERTE, Category.ACQUIS)) {
            List<Transition.Item> items = transition.items().stream()
                    .filter(i -> i.category() == category)
                    .toList();
            if (items.isEmpty()) {
                continue;
            }
            out.section(
                    (category == Category.ACQUIS ? "Acquis" : "Nouvelles, déjà couvertes") + " (" + items.size() + ")");
            if (!options.detail()) {
                out.paragraph(
                        "",
                        Style.PLAIN,
                        String.join(
                                ", ",
                                items.stream().map(i -> Words.label(i.result())).toList()));
            }
            for (Transition.Item item : items) {
                if (options.detail()) {
                    out.paragraph("█ ", Style.PLAIN, Words.title(item.result()));
                    change(item, out);
                    if (!item.reusable().isEmpty()) {
                        out.paragraph("    ", Style.QUIET, "preuves : " + String.join(", ", item.reusable()));
                    }
                    if (item.reserve() != null) {
                        out.paragraph("    ", Style.DOUBT, "sous réserve : " + item.reserve());
                    }
                }
            }
            long reserved = items.stream().filter(i -> i.reserve() != null).count();
            if (reserved > 0 && !options.detail()) {
                out.paragraph(
                        "",
                        Style.QUIET,
                        "dont "
                                + French.count(
                                        reserved,
                                        "à faire confirmer par une personne",
                                        "à faire confirmer par une personne")
                                + " (--detail)");
            }
        }
    }

    private static void proofs(Transition transition, TextLayout out) throws IOException {
        out.section("Vos preuves");
        out.paragraph(
                "- ",
                Style.PLAIN,
                "réutilisables telles quelles : "
                        + DiffText.refs(transition.proofs().reusable()));
        out.paragraph(
                "- ",
                Style.PLAIN,
                "à compléter : " + DiffText.refs(transition.proofs().toComplete()));
        List<String> unused = transition.proofs().unused();
        if (!unused.isEmpty()) {
            out.paragraph("- ", Style.PLAIN, "sans emploi dans le nouveau référentiel : " + DiffText.refs(unused));
        }
    }

    private static void closing(Transition transition, TextLayout out) throws IOException {
        Summary summary = transition.after().summary();
        out.blank();
        out.paragraph(
                "",
                Style.PLAIN,
                "Comparaison automatique des registres fournis, qui prépare le passage et ne certifie rien.");
        out.blank();
        List<String> counts = DiffWords.counts(transition);
        int gaps = summary.majeures() + summary.mineures();
        Style style = summary.majeures() > 0 ? Style.MAJOR : gaps > 0 ? Style.MINOR : Style.TITLE;
        for (String line : TextLayout.wrap(Sanitiser.line(String.join(" · ", counts)), out.width())) {
            out.line(out.styles().apply(style, line));
        }
    }
}
