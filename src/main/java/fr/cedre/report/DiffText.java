package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Fate;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code cedre diff} on a terminal: by chapter and by fate, with the reason; for a folder, the work plan. */
public final class DiffText implements DiffRenderer {

    private static final List<Fate> SHOWN = List.of(
            Fate.IDENTIQUE,
            Fate.REFORMULEE,
            Fate.RENFORCEE,
            Fate.ALLEGEE,
            Fate.DEPLACEE,
            Fate.SCINDEE,
            Fate.FUSIONNEE,
            Fate.NOUVELLE);

    private static final List<String> SHORT =
            List.of("iden.", "refo.", "renf.", "allé.", "dépl.", "scin.", "fusi.", "nouv.");

    private static final int NUMBER = 6;

    private final String version;

    /** A report signed by a version of cedre. */
    public DiffText(String version) {
        this.version = version;
    }

    @Override
    public void comparison(Comparison comparison, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        out.paragraph("", Style.TITLE, "cedre " + version + ", ce qui change d'un référentiel à l'autre");
        out.blank();
        header(comparison, out);
        table(comparison, out);
        for (Chapter chapter : comparison.to().chapters()) {
            chapter(comparison, chapter, options, out);
        }
        dropped(comparison.dropped(), "Sans équivalent dans " + comparison.to().id(), out);
        out.blank();
        List<String> counts = DiffWords.counts(comparison);
        for (String line : TextLayout.wrap(String.join(" · ", counts), out.width())) {
            out.line(out.styles().apply(Style.TITLE, line));
        }
    }

    static void header(Comparison comparison, TextLayout out) throws IOException {
        TextHeader.referential("De", comparison.from(), out);
        TextHeader.referential("Vers", comparison.to(), out);
        TextHeader.field(out, "Types", DiffWords.types(comparison.types()));
        TextHeader.field(
                out, comparison.passage().byIdentifiers() ? "Attention" : "Lecture", DiffWords.way(comparison));
        for (String notice : comparison.notices()) {
            TextHeader.field(out, "", notice);
        }
        String unsaid = DiffWords.unsaid(comparison);
        if (!unsaid.isEmpty()) {
            TextHeader.field(out, "Attention", unsaid);
        }
    }

    private static void table(Comparison comparison, TextLayout out) throws IOException {
        out.section("Par chapitre");
        out.paragraph(
                "",
                Style.QUIET,
                "iden. identique · refo. reformulée · renf. renforcée · allé. allégée · dépl. déplacée · scin. issue d'une scission ·"
                        + " fusi. issue d'une fusion · nouv. nouvelle");
        int room = out.width() - SHORT.size() * NUMBER;
        StringBuilder head = new StringBuilder(" ".repeat(room));
        SHORT.forEach(s -> head.append(" ".repeat(NUMBER - TextLayout.width(s))).append(s));
        out.line(out.styles().apply(Style.QUIET, head.toString()));
        for (Chapter chapter : comparison.to().chapters()) {
            List<Comparison.Entry> inside = DiffWords.inside(comparison, chapter);
            if (inside.isEmpty()) {
                continue;
            }
            StringBuilder line =
                    new StringBuilder(TextLayout.fit(Sanitiser.line(chapter.id() + " " + chapter.title()), room));
            for (Fate fate : SHOWN) {
                long n = inside.stream()
                        .filter(e -> e.fate() == fate)
                        .map(e -> e.specification().id())
                        .distinct()
                        .count();
                String cell = n == 0 ? "·" : Long.toString(n);
                line.append(" ".repeat(NUMBER - cell.length())).append(cell);
            }
            out.line(line.toString());
        }
    }

    private static void chapter(Comparison comparison, Chapter chapter, RenderOptions options, TextLayout out)
            throws IOException {
        List<Comparison.Entry> all = DiffWords.inside(comparison, chapter);
        List<Comparison.Entry> shown = all.stream()
                .filter(e -> e.fate() != Fate.IDENTIQUE || options.detail())
                .toList();
        int same = all.size() - shown.size();
        Map<DiffWords.Same, List<Comparison.Entry>> groups = DiffWords.together(shown);
        if (groups.isEmpty()) {
            return;
        }
        out.section(chapter.id() + " " + chapter.title());
        for (Map.Entry<DiffWords.Same, List<Comparison.Entry>> group : groups.entrySet()) {
            DiffWords.Same what = group.getKey();
            String types = what.types().isEmpty() ? "" : " [" + DiffWords.types(what.types()) + "]";
            boolean single = group.getValue().size() == 1;
            String names = single
                    ? group.getValue().get(0).specification().id() + types + " "
                            + group.getValue().get(0).specification().title()
                    : String.join(
                                    ", ",
                                    group.getValue().stream()
                                            .map(e -> e.specification().id())
                                            .toList())
                            + types;
            out.paragraph(
                    DiffWords.sign(what.fate()) + " ",
                    what.fate() == Fate.NOUVELLE ? Style.GOOD : Style.PLAIN,
                    names + " : " + French.plural(group.getValue().size(), DiffWords.fate(what.fate()))
                            + (what.origins().isEmpty() ? "" : ", depuis " + DiffWords.origins(what.origins())));
            if (!single && options.detail()) {
                for (Comparison.Entry entry : group.getValue()) {
                    out.paragraph(
                            "    · ",
                            Style.QUIET,
                            entry.specification().id() + " "
                                    + entry.specification().title());
                }
            }
            for (String why : what.why()) {
                out.paragraph(what.why().size() > 1 ? "    - " : "    ", Style.PLAIN, why);
            }
        }
        if (same > 0) {
            out.paragraph("  ", Style.QUIET, "et " + French.count(same, "identique") + " (--detail pour tout voir)");
        }
    }

    static void dropped(List<Comparison.Dropped> dropped, String title, TextLayout out) throws IOException {
        if (dropped.isEmpty()) {
            return;
        }
        out.section(title + " (" + dropped.size() + ")");
        Map<List<Object>, List<Comparison.Dropped>> same = new LinkedHashMap<>();
        dropped.forEach(d -> same.computeIfAbsent(List.of(d.types(), d.why()), key -> new ArrayList<>())
                .add(d));
        for (List<Comparison.Dropped> together : same.values()) {
            if (together.size() > 3) {
                Comparison.Dropped first = together.get(0);
                String types = first.types().isEmpty() ? "" : " [" + DiffWords.types(first.types()) + "]";
                out.paragraph(
                        "- ",
                        Style.PLAIN,
                        String.join(
                                        ", ",
                                        together.stream()
                                                .map(d -> d.specification().id())
                                                .toList())
                                + types);
                if (!first.why().isBlank()) {
                    out.paragraph("    ", Style.PLAIN, first.why());
                }
            } else {
                each(together, out);
            }
        }
    }

    private static void each(List<Comparison.Dropped> dropped, TextLayout out) throws IOException {
        for (Comparison.Dropped one : dropped) {
            String types = one.types().isEmpty() ? "" : " [" + DiffWords.types(one.types()) + "]";
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    one.specification().id() + types + " " + one.specification().title());
            if (!one.why().isBlank()) {
                out.paragraph("    ", Style.PLAIN, one.why());
            }
        }
    }

    @Override
    public void transition(Transition transition, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        new TransitionText(version).write(transition, options, out);
    }

    /** References, or that there is none. */
    static String refs(List<String> refs) {
        return refs.isEmpty() ? "aucune" : refs.size() + " (" + String.join(", ", refs) + ")";
    }
}
