package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.diff.Transition.Category;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Summary;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Referential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words and the tables that the formats of {@code cedre diff} share. */
public final class DiffWords {

    private DiffWords() {}

    /** {@code reformulée}: the fate as people read it. */
    public static String fate(Fate fate) {
        return switch (fate) {
            case IDENTIQUE -> "identique";
            case REFORMULEE -> "reformulée";
            case RENFORCEE -> "renforcée";
            case ALLEGEE -> "allégée";
            case DEPLACEE -> "déplacée";
            case SCINDEE -> "scindée";
            case FUSIONNEE -> "fusionnée";
            case NOUVELLE -> "nouvelle";
            case SUPPRIMEE -> "supprimée";
        };
    }

    /** A sign of its own for each fate. */
    public static String sign(Fate fate) {
        return switch (fate) {
            case NOUVELLE -> "+";
            case IDENTIQUE -> "=";
            case RENFORCEE -> "↑";
            case ALLEGEE -> "↓";
            case SUPPRIMEE -> "-";
            case REFORMULEE, DEPLACEE, SCINDEE, FUSIONNEE -> "~";
        };
    }

    /** {@code renforcée, depuis 4.1}; {@code issues de 6.1.A, scindée}. */
    public static String phrase(Fate fate, int n, String origins) {
        String word = French.plural(n, fate(fate));
        if (origins.isEmpty()) {
            return word;
        }
        return switch (fate) {
            case SCINDEE -> French.plural(n, "issue") + " de " + origins + ", qui se scinde";
            case FUSIONNEE -> French.plural(n, "issue") + " de la fusion de " + origins;
            case IDENTIQUE -> word + (n == 1 ? ", reprise de " : ", reprises de ") + origins;
            case REFORMULEE, RENFORCEE, ALLEGEE, DEPLACEE, NOUVELLE, SUPPRIMEE -> word + ", depuis " + origins;
        };
    }

    /** {@code renforcée, depuis 4.1. Ce qui change}; a new one says what changes only. */
    public static String change(Transition.Item item) {
        if (item.origins().isEmpty() && !item.why().isBlank()) {
            return item.why();
        }
        String change = phrase(item.fate(), 1, before(item.origins()));
        return item.why().isBlank() ? change : change + ". " + item.why();
    }

    /** Specifications of no more use, each counted once. */
    public static long lost(Comparison comparison) {
        return comparison.dropped().stream()
                .map(d -> d.specification().id())
                .distinct()
                .count();
    }

    /** {@code 14 renforcées}, {@code 24 nouvelles}…: each fate met. */
    public static List<String> counts(Comparison comparison) {
        List<String> counts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long n = fate == Fate.SUPPRIMEE ? lost(comparison) : comparison.count(fate);
            if (n > 0) {
                counts.add(French.count(n, fate(fate)));
            }
        }
        return counts;
    }

    /** {@code 69 acquis}, {@code 6 à renforcer}…: where a structure stands before the new demands. */
    public static List<String> counts(Transition transition) {
        Summary summary = transition.after().summary();
        int gaps = summary.majeures() + summary.mineures();
        return List.of(
                French.count(transition.count(Category.ACQUIS), "acquis", "acquis"),
                transition.count(Category.A_RENFORCER) + " à renforcer",
                French.count(transition.count(Category.NOUVELLE_A_COUVRIR), "nouvelle", "nouvelles") + " à couvrir",
                French.count(
                        transition.count(Category.NOUVELLE_DEJA_COUVERTE),
                        "nouvelle déjà couverte",
                        "nouvelles déjà couvertes"),
                French.count(gaps, "écart") + " sous "
                        + transition.comparison().to().id());
    }

    /** What must be known of specifications of which no file says anything; empty when there is none. */
    public static String unsaid(Comparison comparison) {
        return comparison.unsaid() == 0
                ? ""
                : French.count(comparison.unsaid(), "spécification n'a", "spécifications n'ont")
                        + " ni sort ni origine dans la correspondance : tenues pour nouvelles ou sans équivalent"
                        + " (cedre validate les nomme)";
    }

    /** Title of what the second referential has no use for, for a structure. */
    public static String droppable(Comparison comparison) {
        return "Ce que " + comparison.to().id()
                + " ne demande pas (CEDRE ou la loi peuvent l'exiger encore : lisez la raison)";
    }

    /** Entries with the same fate, origins and reasons, which are said once. */
    public record Same(Fate fate, List<Comparison.Origin> origins, List<StructureType> types, List<String> why) {}

    /** The entries of each, in the order of the first of them. */
    public static Map<Same, List<Comparison.Entry>> together(List<Comparison.Entry> entries) {
        Map<Same, List<Comparison.Entry>> groups = new LinkedHashMap<>();
        for (Comparison.Entry entry : entries) {
            groups.computeIfAbsent(
                            new Same(entry.fate(), entry.origins(), entry.types(), entry.reasons()),
                            key -> new ArrayList<>())
                    .add(entry);
        }
        return groups;
    }

    /** The entries of a chapter. */
    public static List<Comparison.Entry> inside(Comparison comparison, Chapter chapter) {
        return comparison.entries().stream()
                .filter(e -> chapter.specifications().contains(e.specification()))
                .toList();
    }

    /** {@code AI, ETTI}. */
    public static String types(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(", "));
    }

    /** {@code 6.1.A, 6.1.B (en partie)}. */
    public static String origins(List<Comparison.Origin> origins) {
        return origins.stream()
                .map(o -> o.id() + (o.whole() ? "" : " (en partie)"))
                .collect(Collectors.joining(", "));
    }

    /** {@code 6.1.A (conforme), 6.1.B en partie (écart)}. */
    public static String before(List<Transition.Before> origins) {
        return origins.stream()
                .map(o -> o.id()
                        + (o.whole() ? "" : " en partie")
                        + (o.status() == null ? "" : " (" + status(o.status()) + ")"))
                .collect(Collectors.joining(", "));
    }

    /** The status as people read it. */
    public static String status(String code) {
        return switch (code) {
            case "ecart" -> "écart";
            case "a_examiner" -> "à examiner";
            case "sans_objet" -> "sans objet";
            default -> code;
        };
    }

    /** Which file says so, or that none does. */
    public static String way(Comparison comparison) {
        if (comparison.passage().byIdentifiers()) {
            return "aucune correspondance n'est écrite entre "
                    + comparison.from().id() + " et "
                    + comparison.to().id()
                    + " : seuls les identifiants sont comparés. Pour mieux dire ce que chaque spécification devient, écrivez"
                    + " correspondances/" + comparison.from().id() + "--"
                    + comparison.to().id()
                    + ".yaml (referentiels/VOCABULAIRE.md)";
        }
        List<String> steps = comparison.passage().steps();
        if (comparison.from().id().equals(comparison.to().id())) {
            return "un seul et même référentiel";
        }
        return steps.isEmpty()
                ? "l'un reprend l'autre en entier"
                : "d'après " + String.join(", puis ", steps) + " (proposition du projet)";
    }

    /** Chapter of each specification. */
    public static Map<String, Chapter> chapters(Referential referential) {
        Map<String, Chapter> chapters = new HashMap<>();
        for (Chapter chapter : referential.chapters()) {
            chapter.specifications().forEach(s -> chapters.put(s.id(), chapter));
        }
        return chapters;
    }

    private static String chapter(Map<String, Chapter> chapters, String id) {
        Chapter chapter = chapters.get(id);
        return chapter == null ? "" : chapter.id();
    }

    /** One row per specification and group of types. */
    static Table comparison(Comparison comparison) {
        Map<String, Chapter> chapters = chapters(comparison.to());
        Map<String, Chapter> old = chapters(comparison.from());
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Entry entry : comparison.entries()) {
            String id = entry.specification().id();
            rows.add(List.of(
                    chapter(chapters, id),
                    id,
                    entry.specification().title(),
                    types(entry.types()),
                    entry.fate().code(),
                    origins(entry.origins()),
                    entry.why()));
        }
        for (Comparison.Dropped dropped : comparison.dropped()) {
            String id = dropped.specification().id();
            rows.add(List.of(
                    chapter(old, id),
                    "",
                    dropped.specification().title(),
                    types(dropped.types()),
                    Fate.SUPPRIMEE.code(),
                    id,
                    dropped.why()));
        }
        return new Table(
                "De " + comparison.from().id() + " à " + comparison.to().id(),
                List.of("chapitre", "specification", "intitule", "types", "sort", "origines", "pourquoi"),
                rows);
    }

    /** The work plan first, ranked, then what holds, then what may be dropped. */
    static Table transition(Transition transition) {
        List<List<String>> rows = new ArrayList<>();
        int rank = 0;
        for (Transition.Item item : transition.plan()) {
            rank++;
            rows.add(row(Integer.toString(rank), item));
        }
        for (Transition.Item item : transition.items()) {
            if (!item.category().toDo()) {
                rows.add(row("", item));
            }
        }
        for (Comparison.Dropped dropped : transition.dropped()) {
            rows.add(List.of(
                    "",
                    "",
                    dropped.specification().title(),
                    types(dropped.types()),
                    "abandonnable",
                    Fate.SUPPRIMEE.code(),
                    dropped.specification().id(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    dropped.why()));
        }
        return new Table(
                "Plan de travail, puis ce qui tient déjà",
                List.of(
                        "rang",
                        "specification",
                        "intitule",
                        "type",
                        "categorie",
                        "sort",
                        "origines",
                        "statut",
                        "gravite",
                        "preuves_reutilisables",
                        "preuves_a_completer",
                        "a_produire",
                        "action",
                        "pourquoi"),
                rows);
    }

    private static List<String> row(String rank, Transition.Item item) {
        var result = item.result();
        return List.of(
                rank,
                result.specification().id(),
                result.specification().title(),
                result.type() == null ? "" : result.type().code(),
                item.category().code(),
                item.fate().code(),
                before(item.origins()),
                result.status().code(),
                result.gravity() == null ? "" : result.gravity().code(),
                String.join(", ", item.reusable()),
                String.join(", ", item.toComplete()),
                String.join(", ", item.toProduce()),
                item.category().toDo() ? item.action() : "",
                item.why());
    }
}
