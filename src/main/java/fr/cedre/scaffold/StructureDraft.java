package fr.cedre.scaffold;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.NonApplicability;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A new {@code structure.yaml}: what is to be written first is marked, what else may be is there and commented. */
final class StructureDraft {

    /** Stands at the end of the lines to write first. */
    static final String MARK = "# ◄";

    /** Name until the user writes it. */
    static final String UNNAMED = "Structure à nommer";

    private StructureDraft() {}

    static String text(Request request, Needs needs, Dictionary dictionary) {
        Set<String> wanted = new LinkedHashSet<>(needs.keys());
        if (!request.byPath()) {
            wanted.add("referentiel");
        }
        int year = request.day().getYear();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nom", quoted(request.name() == null ? UNNAMED : request.name()));
        values.put("types", types(request.types()));
        values.put("premier_type", request.types().get(0).code());
        values.put("referentiel", request.referential().id());
        values.put("annee", Integer.toString(year));
        values.put("annee_suivante", Integer.toString(year + 1));
        values.put("exemple_specification", specification(request));
        values.putAll(column(needs, dictionary));
        // The head of the file says how many lines are marked, which is known once it is filled.
        values.put("lignes", "");
        values.put(
                "lignes",
                Integer.toString(
                        marked(filled(values, wanted, request.name() != null)).size()));
        return filled(values, wanted, request.name() != null);
    }

    private static String filled(Map<String, String> values, Set<String> wanted, boolean named) {
        List<String> lines = new ArrayList<>();
        int marks = 0;
        for (String line : Texts.fill("structure.yaml", values, wanted).split("\n", -1)) {
            int mark = line.indexOf(MARK);
            if (mark >= 0 && named && line.startsWith("nom:")) {
                lines.add(line.substring(0, mark).stripTrailing());
            } else {
                lines.add(mark < 0 ? line : line.replace(MARK, MARK + " " + ++marks + "."));
            }
        }
        return String.join("\n", lines);
    }

    /** Lines to write first: keys, in their order. */
    static List<String> marked(String text) {
        List<String> keys = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.contains(MARK)) {
                keys.add(line.strip().replaceFirst(":.*", ""));
            }
        }
        return keys;
    }

    static String types(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(", "));
    }

    /** A double-quoted YAML scalar; no control character can be written in one. */
    static String quoted(String text) {
        boolean hostile = text.isBlank()
                || text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE);
        if (hostile) {
            throw new CedreException(
                    "Le nom donné par --nom est vide ou contient des caractères invisibles : donnez un nom"
                            + " en toutes lettres.");
        }
        return '"' + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A specification that may be declared without object, as an example. */
    private static String specification(Request request) {
        return request.referential().specifications().stream()
                .filter(s -> s.nonApplicability() != NonApplicability.INTERDITE)
                .filter(s ->
                        request.types().stream().anyMatch(t -> s.variantFor(t).isPresent()))
                .map(Specification::id)
                .findFirst()
                .orElse("identifiant");
    }

    private static Map<String, String> column(Needs needs, Dictionary dictionary) {
        String register = needs.registers().keySet().stream()
                .filter(r -> dictionary.schemas().containsKey(r))
                .findFirst()
                .orElse("preuves");
        RegisterSchema schema = dictionary.get(register);
        return Map.of(
                "exemple_registre",
                register,
                "exemple_colonne",
                schema.fields().get(0).name());
    }
}
