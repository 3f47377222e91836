package fr.cedre.report;

import fr.cedre.check.Check;
import fr.cedre.check.CheckHead;
import fr.cedre.check.CoverageCheck;
import fr.cedre.check.DocumentCheck;
import fr.cedre.check.FieldCheck;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.check.Template;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a check says and how strongly, in words. */
public final class CheckWords {

    /** Values that kinds compute themselves; any other name is a column. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("attendu", "nombre attendu"),
            Map.entry("autre", "autre date ou ligne"),
            Map.entry("cible", "niveau visé"),
            Map.entry("couverts", "nombre couvert"),
            Map.entry("date", "date"),
            Map.entry("debut", "début"),
            Map.entry("decision_le", "date de décision"),
            Map.entry("ecart", "écart en jours"),
            Map.entry("effectif", "effectif"),
            Map.entry("expire_le", "fin de validité"),
            Map.entry("fin", "fin"),
            Map.entry("jours", "nombre"),
            Map.entry("liste", "liste"),
            Map.entry("manquants", "ce qui manque"),
            Map.entry("manque", "nombre manquant"),
            Map.entry("maximum", "maximum"),
            Map.entry("mesure", "part mesurée"),
            Map.entry("minimum", "niveau minimum"),
            Map.entry("mois", "mois"),
            Map.entry("niveau", "niveau retenu"),
            Map.entry("nombre", "nombre"),
            Map.entry("objectif", "objectif"),
            Map.entry("plus_bas", "niveau le plus bas"),
            Map.entry("plus_haut", "niveau le plus haut"),
            Map.entry("precedent", "nombre d'avant"),
            Map.entry("precedente", "date précédente"),
            Map.entry("ref", "référence"),
            Map.entry("referentiel", "référentiel"),
            Map.entry("requis", "nombre requis"),
            Map.entry("rythme", "rythme"),
            Map.entry("seuil", "seuil"),
            Map.entry("source", "registre lu"),
            Map.entry("valeur", "valeur"),
            Map.entry("valeurs", "valeurs trouvées"),
            Map.entry("voix", "voix"));

    private CheckWords() {}

    /** The message with each placeholder as what it stands for: {@code Mission [identifiant], commencée le [début]}. */
    public static String message(Check check, Dictionary dictionary) {
        return message(check, check.head().message(), dictionary);
    }

    /** The same without a dictionary: columns bear their own names. */
    public static String message(Check check) {
        return message(check, new Dictionary(Map.of()));
    }

    private static String message(Check check, Template template, Dictionary dictionary) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : template.placeholders()) {
            words.put(name, "[" + word(check, name, dictionary) + "]");
        }
        return template.fill(words);
    }

    private static String word(Check check, String name, Dictionary dictionary) {
        // Columns first: a kind that reads rows fills its message from them.
        for (String register : check.registers()) {
            RegisterSchema schema = dictionary.schemas().get(register);
            if (schema != null && schema.has(name)) {
                String title = schema.field(name).title();
                return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
            }
        }
        return VALUES.getOrDefault(name, name.replace('_', ' '));
    }

    /** What it can conclude, the most usual first. */
    public static List<String> levels(Check check, Specification specification) {
        CheckHead head = check.head();
        if (check instanceof FieldCheck field) {
            return List.of(level(head, field.absent(), specification));
        }
        if (check instanceof DocumentCheck document) {
            String other = level(head, head.level(), specification);
            if (!document.alone()) {
                return List.of(other);
            }
            String absent = level(head, document.absent(), specification);
            return document.since() == null || absent.equals(other)
                    ? List.of(absent)
                    : List.of(absent + " s'il manque", other + " s'il est trop ancien");
        }
        return List.of(level(head, head.level(), specification));
    }

    private static String level(CheckHead head, Level level, Specification specification) {
        Gravity gravity = head.gravity() == null ? specification.gravity() : head.gravity();
        return switch (level) {
            case ECART -> "écart " + (gravity == Gravity.MAJEURE ? "majeur" : "mineur");
            case A_EXAMINER -> "à examiner";
            case POINT_SENSIBLE -> "point sensible";
            case PISTE_DE_PROGRES -> "piste de progrès";
            case POINT_FORT -> "point fort";
        };
    }

    /** What is said when something is found, but at another time; empty when nothing is. */
    static List<String> otherwise(Check check, Specification specification, Dictionary dictionary) {
        CheckHead outside = check instanceof CoverageCheck coverage ? coverage.outside() : null;
        return outside == null
                ? List.of()
                : List.of(
                        level(outside, outside.level(), specification), message(check, outside.message(), dictionary));
    }

    /** The checks of a specification in the order they are written, each with the types it concerns. */
    static Map<Check, List<StructureType>> checks(Specification specification, Referential referential) {
        Map<Check, List<StructureType>> checks = new LinkedHashMap<>();
        specification.variants().forEach(v -> v.checks().forEach(c -> checks.put(c, new ArrayList<>())));
        specification.checks().forEach(c -> checks.put(c, new ArrayList<>()));
        for (StructureType type : referential.types()) {
            specification
                    .checksFor(type)
                    .forEach(c ->
                            checks.computeIfAbsent(c, k -> new ArrayList<>()).add(type));
        }
        return checks;
    }

    /** The wordings that address some types, or all of them when the set is empty. */
    static List<Variant> variants(Specification specification, Set<StructureType> only) {
        return specification.variants().stream()
                .filter(v -> only.isEmpty() || v.types().stream().anyMatch(only::contains))
                .toList();
    }

    /** The types a specification addresses, in the order of the families. */
    static List<StructureType> types(Specification specification, Referential referential) {
        return referential.types().stream()
                .filter(t -> specification.variantFor(t).isPresent())
                .toList();
    }
}
