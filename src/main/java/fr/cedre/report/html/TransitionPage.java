package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.diff.Transition.Category;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Summary;
import fr.cedre.referential.Chapter;
import fr.cedre.report.DiffWords;
import fr.cedre.report.HeadLine;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change of referential means for one structure.
 *
 * @param frame what surrounds it
 * @param from first referential, as named in the head of a column
 * @param to second one
 * @param headline where the structure stands
 * @param tone of the headline
 * @param tiles counts
 * @param grid chapters and categories
 * @param plan what there is to do, first things first
 * @param filter by category, type and chapter
 * @param parts every result, by chapter
 * @param proofs what the proofs are worth afterwards
 * @param droppable title of what may be left aside
 * @param dropped what may be left aside
 * @param troubles what could not be read
 */
public record TransitionPage(
        Frame frame,
        String from,
        String to,
        String headline,
        String tone,
        List<Tile> tiles,
        Grid grid,
        List<Step> plan,
        Filter filter,
        List<Part> parts,
        List<Proofs> proofs,
        String droppable,
        List<ComparisonPage.Row> dropped,
        List<Trouble> troubles) {

    private static final String ZONE = "passage";

    /** Copies the lists. */
    public TransitionPage {
        tiles = List.copyOf(tiles);
        plan = List.copyOf(plan);
        parts = List.copyOf(parts);
        proofs = List.copyOf(proofs);
        dropped = List.copyOf(dropped);
        troubles = List.copyOf(troubles);
    }

    /**
     * A step of the work plan.
     *
     * @param id of its own in the page
     * @param title rank and specification
     * @param tone of its gravity
     * @param badges where it stands, and its gravity
     * @param before what it comes from
     * @param change what changes
     * @param proofs what serves, what is to be completed, what is to be produced
     * @param action what to do first
     */
    public record Step(
            String id,
            String title,
            String tone,
            List<Badge> badges,
            List<Origin> before,
            String change,
            List<HeadLine> proofs,
            String action) {
        /** Copies the lists. */
        public Step {
            badges = List.copyOf(badges);
            before = List.copyOf(before);
            proofs = List.copyOf(proofs);
        }
    }

    /** A specification of the first referential, what limits it, and what it was worth, or null. */
    public record Origin(
            String id, String title, String note, @Nullable Badge status) {}

    /** The rows of a chapter. */
    public record Part(String id, String title, List<Row> rows) {
        /** Copies the list. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One result.
     *
     * @param tags what filters sort it by
     * @param before what it comes from
     * @param states where it stands, and what its origins become
     * @param label specification
     * @param title its title
     * @param status under the second referential
     * @param change what changes
     * @param reserve what a person must still confirm, or nothing
     * @param proofs proofs
     * @param step step of the plan, or null
     */
    public record Row(
            String tags,
            List<Origin> before,
            List<Badge> states,
            String label,
            String title,
            Badge status,
            String change,
            String reserve,
            List<HeadLine> proofs,
            @Nullable String step) {
        /** Copies the lists. */
        public Row {
            before = List.copyOf(before);
            states = List.copyOf(states);
            proofs = List.copyOf(proofs);
        }
    }

    /** Proofs of one worth: how many, and their references. */
    public record Proofs(String title, List<String> refs) {
        /** Copies the list. */
        public Proofs {
            refs = List.copyOf(refs);
        }
    }

    /** The page. */
    static TransitionPage of(Transition transition, String tool) {
        Comparison comparison = transition.comparison();
        List<Transition.Item> plan = transition.plan();
        List<Step> steps = new ArrayList<>();
        plan.forEach(item -> steps.add(step(transition, item, steps.size() + 1)));
        List<Part> parts = parts(transition, plan);
        Summary summary = transition.after().summary();
        List<ComparisonPage.Row> dropped = ComparisonPage.dropped(comparison);
        List<Trouble> troubles = Heads.troubles(transition.after().problems());
        return new TransitionPage(
                frame(transition, steps, dropped, troubles, tool),
                comparison.from().id(),
                comparison.to().id(),
                String.join(" · ", DiffWords.counts(transition)),
                summary.majeures() > 0 ? "majeure" : summary.mineures() > 0 ? "mineure" : "neutre",
                tiles(transition),
                grid(transition),
                steps,
                filter(transition, parts)
                        .among(parts.stream()
                                .flatMap(p -> p.rows().stream())
                                .map(Row::tags)
                                .toList()),
                parts,
                proofs(transition.proofs()),
                DiffWords.droppable(comparison),
                dropped,
                troubles);
    }

    private static Frame frame(
            Transition transition,
            List<Step> steps,
            List<ComparisonPage.Row> dropped,
            List<Trouble> troubles,
            String tool) {
        Comparison comparison = transition.comparison();
        List<Frame.Line> lines = new ArrayList<>();
        lines.add(Heads.structure(transition.after().structure()));
        lines.add(Heads.audit(transition.after().period()));
        lines.addAll(ComparisonPage.identity(comparison));
        List<Frame.Anchor> contents = new ArrayList<>();
        Heads.anchor(contents, !steps.isEmpty(), "plan", "Plan de travail");
        Heads.anchor(contents, true, "chapitres", "Par chapitre");
        Heads.anchor(contents, true, "lignes", "Côte à côte");
        Heads.anchor(contents, true, "preuves", "Vos preuves");
        Heads.anchor(contents, !dropped.isEmpty(), "abandon", "Ce qui n'est plus demandé");
        Heads.anchor(contents, !troubles.isEmpty(), "problemes", "Problèmes de lecture");
        return new Frame(
                transition.after().structure().name() + " : de "
                        + comparison.from().id() + " à " + comparison.to().id(),
                "Passage d'un référentiel à l'autre",
                lines,
                contents,
                tool);
    }

    static Badge badge(Category category) {
        return switch (category) {
            case NOUVELLE_A_COUVRIR -> new Badge("mineure", "+", category.words());
            case A_RENFORCER -> new Badge("point_sensible", "↑", category.words());
            case NOUVELLE_DEJA_COUVERTE, ACQUIS -> new Badge("conforme", "✓", category.words());
            case SANS_OBJET -> new Badge("sans_objet", "–", category.words());
        };
    }

    private static List<Tile> tiles(Transition transition) {
        return Arrays.stream(Category.values())
                .map(c -> new Tile(badge(c).tone(), transition.count(c), c.words()))
                .toList();
    }

    private static Grid grid(Transition transition) {
        List<Grid.Row> rows = new ArrayList<>();
        int n = 0;
        for (Chapter chapter : transition.comparison().to().chapters()) {
            List<Transition.Item> inside = inside(transition, chapter);
            if (inside.isEmpty()) {
                continue;
            }
            n++;
            List<Strip.Part> parts = Arrays.stream(Category.values())
                    .map(c -> {
                        long count =
                                inside.stream().filter(i -> i.category() == c).count();
                        return new Strip.Part("categorie-" + c.code(), count + " " + c.words(), count);
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
                "categories",
                "Où vous en êtes devant chaque chapitre de "
                        + transition.comparison().to().id() + ", en nombre de spécifications ; un point : aucune.",
                "Chapitre",
                Arrays.stream(Category.values())
                        .map(c -> new Grid.Column(badge(c).sign() + " " + c.words(), "", "categorie-" + c.code()))
                        .toList(),
                rows);
    }

    private static List<Transition.Item> inside(Transition transition, Chapter chapter) {
        return transition.items().stream()
                .filter(i -> chapter.specifications().contains(i.result().specification()))
                .toList();
    }

    private static Step step(Transition transition, Transition.Item item, int rank) {
        Gravity gravity = item.result().gravity();
        Badge status = Badge.of(item.result());
        return new Step(
                "plan-" + rank,
                rank + ". " + Words.title(item.result()),
                gravity == null ? "a_examiner" : status.tone(),
                badges(item, status),
                origins(transition, item),
                item.why(),
                proofs(item),
                item.action());
    }

    /** Where it stands, its status if wanted, and what its origins become. */
    private static List<Badge> badges(Transition.Item item, @Nullable Badge status) {
        List<Badge> badges = new ArrayList<>();
        badges.add(badge(item.category()));
        if (status != null) {
            badges.add(status);
        }
        if (!item.origins().isEmpty()) {
            badges.add(Badge.of(item.fate(), 1));
        }
        return badges;
    }

    private static List<Origin> origins(Transition transition, Transition.Item item) {
        return item.origins().stream()
                .map(o -> new Origin(
                        o.id(),
                        ComparisonPage.title(transition.comparison().from(), o.id()),
                        o.whole() ? "" : "en partie",
                        status(o.status())))
                .toList();
    }

    private static @Nullable Badge status(@Nullable String code) {
        if (code == null) {
            return null;
        }
        String sign = switch (code) {
            case "conforme" -> "✓";
            case "ecart" -> "✗";
            case "a_examiner" -> "?";
            default -> "–";
        };
        return new Badge(code.equals("ecart") ? "mineure" : code, sign, DiffWords.status(code));
    }

    private static List<HeadLine> proofs(Transition.Item item) {
        return Stream.of(
                        new HeadLine("preuves qui servent telles quelles", String.join(", ", item.reusable())),
                        new HeadLine("preuves à compléter", String.join(", ", item.toComplete())),
                        new HeadLine("à produire, par exemple", String.join(", ", item.toProduce())))
                .filter(l -> !l.text().isEmpty())
                .toList();
    }

    private static List<Part> parts(Transition transition, List<Transition.Item> plan) {
        List<Part> parts = new ArrayList<>();
        for (Chapter chapter : transition.comparison().to().chapters()) {
            List<Transition.Item> inside = inside(transition, chapter);
            if (!inside.isEmpty()) {
                String key = "c" + (parts.size() + 1);
                parts.add(new Part(
                        "chapitre-" + key,
                        chapter.id() + " " + chapter.title(),
                        inside.stream()
                                .map(i -> row(transition, i, key, plan.indexOf(i)))
                                .toList()));
            }
        }
        return parts;
    }

    private static Row row(Transition transition, Transition.Item item, String chapter, int step) {
        Filter.Tags tags =
                new Filter.Tags().with("categorie", item.category().code()).with("chapitre", chapter);
        StructureType type = item.result().type();
        (type == null ? transition.after().types() : List.of(type)).forEach(t -> tags.with("type", t.code()));
        return new Row(
                tags.toString(),
                origins(transition, item),
                badges(item, null),
                Words.label(item.result()),
                item.result().specification().title(),
                Badge.of(item.result()),
                item.why(),
                item.reserve() == null ? "" : item.reserve(),
                proofs(item),
                step < 0 ? null : "plan-" + (step + 1));
    }

    private static Filter filter(Transition transition, List<Part> parts) {
        return new Filter(
                ZONE,
                "Trier les spécifications",
                List.of(
                        new Filter.Choice(
                                "categorie",
                                "Où vous en êtes",
                                "Toutes",
                                Arrays.stream(Category.values())
                                        .filter(c -> transition.count(c) > 0)
                                        .map(c -> new Filter.Option(c.code(), c.words()))
                                        .toList()),
                        ComparisonPage.types(transition.after().types()),
                        new Filter.Choice(
                                "chapitre",
                                "Chapitre",
                                "Tous les chapitres",
                                parts.stream()
                                        .map(p -> new Filter.Option(p.id().substring("chapitre-".length()), p.title()))
                                        .toList())));
    }

    private static List<Proofs> proofs(Transition.Proofs proofs) {
        List<Proofs> all = new ArrayList<>();
        all.add(new Proofs("Réutilisables telles quelles", proofs.reusable()));
        all.add(new Proofs("À compléter", proofs.toComplete()));
        all.add(new Proofs("Sans emploi dans le nouveau référentiel", proofs.unused()));
        return all;
    }
}
