package fr.cedre.report.html;

import fr.cedre.diff.Comparison;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.report.DiffWords;
import fr.cedre.report.French;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes from one referential to another, side by side.
 *
 * @param frame what surrounds it
 * @param from first referential, as named in the head of a column
 * @param to second one
 * @param headline counts of fates
 * @param bar the same drawn
 * @param grid chapters and fates
 * @param filter by fate, type and chapter
 * @param parts rows by chapter
 */
public record ComparisonPage(
        Frame frame, String from, String to, String headline, Strip bar, Grid grid, Filter filter, List<Part> parts) {

    private static final String ZONE = "comparaison";

    /** Copies the list. */
    public ComparisonPage {
        parts = List.copyOf(parts);
    }

    /** The rows of a chapter; {@code id} is its own in the page. */
    public record Part(String id, String title, List<Row> rows) {
        /** Copies the list. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param tags what filters sort it by
     * @param left specifications of the first referential
     * @param fate what they become
     * @param types types it is so for, or nothing when it is so for all
     * @param right specifications of the second one
     * @param why what changes
     */
    public record Row(String tags, List<Side> left, Badge fate, String types, List<Side> right, List<String> why) {
        /** Copies the lists. */
        public Row {
            left = List.copyOf(left);
            right = List.copyOf(right);
            why = List.copyOf(why);
        }
    }

    /** A specification on one side: identifier, title, and what limits it, or nothing. */
    public record Side(String id, String title, String note) {}

    /** The page. */
    static ComparisonPage of(Comparison comparison, String tool) {
        List<Part> parts = new ArrayList<>();
        List<Filter.Option> chapters = new ArrayList<>();
        for (Chapter chapter : comparison.to().chapters()) {
            List<Comparison.Entry> inside = DiffWords.inside(comparison, chapter);
            if (!inside.isEmpty()) {
                String key = "c" + (parts.size() + 1);
                String title = chapter.id() + " " + chapter.title();
                chapters.add(new Filter.Option(key, title));
                parts.add(new Part("chapitre-" + key, title, rows(comparison, inside, key)));
            }
        }
        List<Row> dropped = dropped(comparison);
        if (!dropped.isEmpty()) {
            parts.add(new Part(
                    "abandon", "Sans équivalent dans " + comparison.to().id(), dropped));
        }
        return new ComparisonPage(
                frame(comparison, tool),
                comparison.from().id(),
                comparison.to().id(),
                String.join(" · ", DiffWords.counts(comparison)),
                Strip.of(fates(comparison)),
                grid(comparison),
                new Filter(
                                ZONE,
                                "Trier les lignes de la comparaison",
                                List.of(
                                        new Filter.Choice("sort", "Sort", "Tous les sorts", options(comparison)),
                                        types(comparison.types()),
                                        new Filter.Choice("chapitre", "Chapitre", "Tous les chapitres", chapters)))
                        .among(parts.stream()
                                .flatMap(p -> p.rows().stream())
                                .map(Row::tags)
                                .toList()),
                parts);
    }

    private static Frame frame(Comparison comparison, String tool) {
        return new Frame(
                "De " + comparison.from().title() + " à " + comparison.to().title(),
                "Ce qui change d'un référentiel à l'autre",
                identity(comparison),
                List.of(
                        new Frame.Anchor("chapitres", "Par chapitre"),
                        new Frame.Anchor("lignes", "Spécification par spécification")),
                tool);
    }

    static List<Frame.Line> identity(Comparison comparison) {
        List<Frame.Line> lines = new ArrayList<>(Heads.referential("De", comparison.from()));
        lines.addAll(Heads.referential("Vers", comparison.to()));
        lines.add(new Frame.Line("Types", DiffWords.types(comparison.types())));
        lines.add(new Frame.Line(
                comparison.passage().byIdentifiers() ? "Attention" : "Lecture", DiffWords.way(comparison)));
        comparison.notices().forEach(n -> lines.add(new Frame.Line("À savoir", n)));
        String unsaid = DiffWords.unsaid(comparison);
        if (!unsaid.isEmpty()) {
            lines.add(new Frame.Line("Attention", unsaid));
        }
        return lines;
    }

    static Filter.Choice types(List<StructureType> types) {
        return new Filter.Choice(
                "type",
                "Type de structure",
                "Tous les types",
                types.stream().map(t -> new Filter.Option(t.code(), t.code())).toList());
    }

    private static List<Strip.Part> fates(Comparison comparison) {
        return Arrays.stream(Fate.values())
                .map(fate -> {
                    long n = fate == Fate.SUPPRIMEE ? DiffWords.lost(comparison) : comparison.count(fate);
                    return new Strip.Part("sort-" + fate.code(), French.count(n, DiffWords.fate(fate)), n);
                })
                .toList();
    }

    private static List<Filter.Option> options(Comparison comparison) {
        List<Filter.Option> options = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            boolean met = fate == Fate.SUPPRIMEE ? !comparison.dropped().isEmpty() : comparison.count(fate) > 0;
            if (met) {
                options.add(new Filter.Option(fate.code(), DiffWords.fate(fate)));
            }
        }
        return options;
    }

    private static Grid grid(Comparison comparison) {
        List<Fate> shown = Arrays.stream(Fate.values())
                .filter(f -> f != Fate.SUPPRIMEE && comparison.count(f) > 0)
                .toList();
        List<Grid.Row> rows = new ArrayList<>();
        int n = 0;
        for (Chapter chapter : comparison.to().chapters()) {
            List<Comparison.Entry> inside = DiffWords.inside(comparison, chapter);
            if (inside.isEmpty()) {
                continue;
            }
            n++;
            List<Strip.Part> parts = shown.stream()
                    .map(fate -> {
                        long count = inside.stream()
                                .filter(e -> e.fate() == fate)
                                .map(e -> e.specification().id())
                                .distinct()
                                .count();
                        return new Strip.Part("sort-" + fate.code(), French.count(count, DiffWords.fate(fate)), count);
                    })
                    .toList();
            rows.add(new Grid.Row(
                    chapter.id() + " " + chapter.title(),
                    "",
                    "chapitre-c" + n,
                    "",
                    Strip.of(parts),
                    parts.stream().map(p -> Grid.Cell.count(p.count())).toList()));
        }
        return new Grid(
                "sorts",
                "Combien de spécifications de " + comparison.to().id()
                        + " ont chaque sort, par chapitre ; un point : aucune.",
                "Chapitre",
                shown.stream()
                        .map(f -> new Grid.Column(DiffWords.sign(f) + " " + DiffWords.fate(f), "", "sort-" + f.code()))
                        .toList(),
                rows);
    }

    private static List<Row> rows(Comparison comparison, List<Comparison.Entry> inside, String chapter) {
        List<Row> rows = new ArrayList<>();
        DiffWords.together(inside).forEach((same, entries) -> {
            Filter.Tags tags =
                    new Filter.Tags().with("sort", same.fate().code()).with("chapitre", chapter);
            (same.types().isEmpty() ? comparison.types() : same.types()).forEach(t -> tags.with("type", t.code()));
            rows.add(new Row(
                    tags.toString(),
                    same.origins().stream()
                            .map(o -> new Side(o.id(), title(comparison.from(), o.id()), o.whole() ? "" : "en partie"))
                            .toList(),
                    Badge.of(same.fate(), entries.size()),
                    DiffWords.types(same.types()),
                    entries.stream().map(e -> side(e.specification())).toList(),
                    same.why()));
        });
        return rows;
    }

    /** What the second referential has no use for. */
    static List<Row> dropped(Comparison comparison) {
        Map<List<Object>, List<Comparison.Dropped>> together = new LinkedHashMap<>();
        for (Comparison.Dropped one : comparison.dropped()) {
            together.computeIfAbsent(List.of(one.types(), one.why()), key -> new ArrayList<>())
                    .add(one);
        }
        List<Row> rows = new ArrayList<>();
        for (List<Comparison.Dropped> same : together.values()) {
            Comparison.Dropped first = same.get(0);
            Filter.Tags tags = new Filter.Tags().with("sort", Fate.SUPPRIMEE.code());
            (first.types().isEmpty() ? comparison.types() : first.types()).forEach(t -> tags.with("type", t.code()));
            rows.add(new Row(
                    tags.toString(),
                    same.stream().map(d -> side(d.specification())).toList(),
                    Badge.of(Fate.SUPPRIMEE, same.size()),
                    DiffWords.types(first.types()),
                    List.of(),
                    first.why().isBlank() ? List.of() : List.of(first.why())));
        }
        return rows;
    }

    private static Side side(Specification specification) {
        return new Side(specification.id(), specification.title(), "");
    }

    static String title(Referential referential, String id) {
        return referential.specification(id).map(Specification::title).orElse("");
    }
}
