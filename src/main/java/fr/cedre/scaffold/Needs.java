package fr.cedre.scaffold;

import fr.cedre.check.AnyOfCheck;
import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.StructureCondition;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a referential wants to see of structures of some types, read from its checks and from the documents it expects.
 *
 * @param registers registers its checks read, each with the specifications it serves; first the one that serves most of them and to which most others point
 * @param documents documents to show, those that a check looks for by name first, then the one that serves most
 * @param keys keys of {@code structure.yaml} that its checks read
 * @param objectives specifications placed by self-assessment, in order
 */
public record Needs(
        Map<String, List<String>> registers,
        List<Document> documents,
        Set<String> keys,
        List<Specification> objectives) {

    /** Copies the collections, keeping their order. */
    public Needs {
        registers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(registers));
        documents = List.copyOf(documents);
        keys = Set.copyOf(keys);
        objectives = List.copyOf(objectives);
    }

    /**
     * A document to show.
     *
     * @param nature code of the catalogue; empty when the referential only says that a proof is wanted
     * @param title title of the catalogue, or of the specification that wants a proof
     * @param specifications what it may prove, in the order of the referential
     * @param sought true when a check looks for it by name
     */
    public record Document(String nature, String title, List<String> specifications, boolean sought) {
        /** Copies the list. */
        public Document {
            specifications = List.copyOf(specifications);
        }
    }

    /** What a referential wants of these types. */
    public static Needs of(Referential referential, List<StructureType> types, Dictionary dictionary) {
        Map<String, Set<String>> registers = new TreeMap<>();
        Map<String, Set<String>> served = new LinkedHashMap<>();
        Set<String> sought = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        List<Specification> objectives = new ArrayList<>();
        List<Document> alone = new ArrayList<>();
        List<Specification> scope = referential.scope();
        List<Specification> all = new ArrayList<>(scope);
        all.addAll(referential.specifications());
        for (Specification s : all) {
            if (types.stream().noneMatch(t -> s.variantFor(t).isPresent())) {
                continue;
            }
            if (s.selfAssessed()) {
                objectives.add(s);
            }
            keys(s.condition(), keys);
            Set<String> natures = new LinkedHashSet<>();
            for (Check check : checks(s, types)) {
                check.registers().stream()
                        .filter(r -> !Dictionary.ROOT_FILES.contains(r))
                        .forEach(r -> registers
                                .computeIfAbsent(r, k -> new LinkedHashSet<>())
                                .add(s.id()));
                keys.addAll(check.keys());
                natures(check, natures);
            }
            sought.addAll(natures);
            natures.addAll(s.expectedDocuments());
            // The certificate is read in structure.yaml: no proof serves the scope.
            if (!scope.contains(s)) {
                natures.forEach(n ->
                        served.computeIfAbsent(n, k -> new LinkedHashSet<>()).add(s.id()));
                if (natures.isEmpty() && !s.selfAssessed()) {
                    alone.add(new Document("", s.title(), List.of(s.id()), false));
                }
            }
        }
        List<Document> documents = new ArrayList<>();
        served.forEach((nature, ids) -> documents.add(new Document(
                nature,
                referential.documents().getOrDefault(nature, nature),
                List.copyOf(ids),
                sought.contains(nature))));
        documents.sort(Comparator.comparing((Document d) -> !d.sought())
                .thenComparing(d -> -d.specifications().size()));
        documents.addAll(alone);
        return new Needs(mostFirst(registers, dictionary), documents, keys, objectives);
    }

    private static Set<Check> checks(Specification s, List<StructureType> types) {
        Set<Check> checks = new LinkedHashSet<>();
        types.stream().filter(t -> s.variantFor(t).isPresent()).forEach(t -> checks.addAll(s.checksFor(t)));
        return checks;
    }

    private static void natures(Check check, Set<String> natures) {
        if (check instanceof AnyOfCheck any) {
            any.among().forEach(one -> natures(one, natures));
        }
        String nature = check.documentNature();
        if (nature != null) {
            natures.add(nature);
        }
    }

    private static void keys(@Nullable Condition condition, Set<String> keys) {
        if (condition instanceof Condition.Combination all) {
            all.parts().forEach(part -> keys(part, keys));
        } else if (condition instanceof StructureCondition structure) {
            keys.add(structure.path());
        }
    }

    private static Map<String, List<String>> mostFirst(Map<String, Set<String>> registers, Dictionary dictionary) {
        Map<String, Integer> weights = new TreeMap<>();
        registers.forEach((register, ids) -> {
            weights.merge(register, ids.size(), Integer::sum);
            dictionary.get(register).foreignKeys().values().stream()
                    .map(target -> target.substring(0, target.indexOf('.')))
                    .distinct()
                    .forEach(pointed -> weights.merge(pointed, 1, Integer::sum));
        });
        List<Map.Entry<String, Set<String>>> sorted = new ArrayList<>(registers.entrySet());
        // The sort is stable: registers that weigh as much stay in the order of their names.
        sorted.sort(Comparator.comparing(e -> -weights.getOrDefault(e.getKey(), 0)));
        Map<String, List<String>> result = new LinkedHashMap<>();
        sorted.forEach(e -> result.put(e.getKey(), List.copyOf(e.getValue())));
        return result;
    }
}
