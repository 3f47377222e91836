package fr.cedre.report;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Referential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words and the tables that the formats of {@code cedre diff} share. */
final class DiffWords {

    private DiffWords() {}

    /** {@code reformulée}: the fate as people read it. */
    static String fate(Fate fate) {
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

    /** {@code AI, ETTI}. */
    static String types(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(", "));
    }

    /** {@code 6.1.A, 6.1.B (en partie)}. */
    static String origins(List<Comparison.Origin> origins) {
        return origins.stream()
                .map(o -> o.id() + (o.whole() ? "" : " (en partie)"))
                .collect(Collectors.joining(", "));
    }

    /** {@code 6.1.A (conforme), 6.1.B en partie (écart)}. */
    static String before(List<Transition.Before> origins) {
        return origins.stream()
                .map(o -> o.id()
                        + (o.whole() ? "" : " en partie")
                        + (o.status() == null ? "" : " (" + status(o.status()) + ")"))
                .collect(Collectors.joining(", "));
    }

    /** The status as people read it. */
    static String status(String code) {
        return switch (code) {
            case "ecart" -> "écart";
            case "a_examiner" -> "à examiner";
            case "sans_objet" -> "sans objet";
            default -> code;
        };
    }

    /** Which file says so, or that none does. */
    static String way(Comparison comparison) {
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
    static Map<String, Chapter> chapters(Referential referential) {
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
