package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one file of correspondences says of one specification.
 *
 * @param file name of the file ({@code A--B.yaml})
 * @param other id of the referential at the other end
 * @param leaving true when the specification is the origin, false when it is the target
 * @param provenance provenance of the file, or null when it cannot be read
 * @param ties what it becomes, or where it comes from
 * @param problem why the file says nothing, or null
 */
public record Relation(
        String file,
        String other,
        boolean leaving,
        @Nullable Provenance provenance,
        List<Tie> ties,
        @Nullable String problem) {

    /** Copies the list. */
    public Relation {
        ties = List.copyOf(ties);
    }

    /**
     * Specifications of the other referential tied in the same way.
     *
     * @param types types it holds for, empty when it holds for every one the two referentials share
     * @param fate what happens from the first referential to the second
     * @param whole true when proofs serve as they are
     * @param others the specifications, empty when there is none
     * @param why what changes
     */
    public record Tie(List<StructureType> types, Fate fate, boolean whole, List<Specification> others, String why) {
        /** Copies the lists. */
        public Tie {
            types = List.copyOf(types);
            others = List.copyOf(others);
        }
    }

    private record Kind(Fate fate, boolean whole, String why) {}

    /** What every file at hand that touches a referential says of one of its specifications. */
    public static List<Relation> of(
            Library library, Dictionary dictionary, Referential referential, Specification specification) {
        List<String> ids = List.of(referential.id(), specification.source().referential());
        List<Relation> relations = new ArrayList<>();
        for (Map.Entry<String, Path> entry : library.correspondenceFiles().entrySet()) {
            String name = entry.getKey().substring(0, entry.getKey().length() - ".yaml".length());
            int cut = name.indexOf(Correspondence.SEPARATOR);
            if (cut <= 0) {
                continue;
            }
            String from = name.substring(0, cut);
            String to = name.substring(cut + Correspondence.SEPARATOR.length());
            boolean origin = ids.contains(from);
            boolean target = ids.contains(to);
            if (origin == target) {
                continue; // neither side, or a whole and its part: the same specification at both ends
            }
            String other = origin ? to : from;
            try {
                Correspondence file = library.correspondence(entry.getValue());
                Referential first = named(library, dictionary, from, referential);
                Referential second = named(library, dictionary, to, referential);
                Passage passage =
                        new Atlas(library, dictionary).find(first, second).orElse(null);
                List<Tie> ties = passage == null ? List.of() : ties(passage, specification, origin, first, second);
                if (!ties.isEmpty()) {
                    relations.add(new Relation(entry.getKey(), other, origin, file.provenance(), ties, null));
                }
            } catch (CedreException e) {
                relations.add(
                        new Relation(entry.getKey(), other, origin, null, List.of(), String.valueOf(e.getMessage())));
            }
        }
        relations.sort(Comparator.comparing(Relation::leaving).thenComparing(Relation::other));
        return relations;
    }

    private static Referential named(Library library, Dictionary dictionary, String id, Referential known) {
        return known.id().equals(id) ? known : library.referential(id, dictionary);
    }

    private static List<Tie> ties(
            Passage passage, Specification specification, boolean leaving, Referential first, Referential second) {
        List<StructureType> shared = first.types().stream()
                .filter(second.types()::contains)
                .filter(t -> specification.variantFor(t).isPresent())
                .toList();
        Referential there = leaving ? second : first;
        // For each kind of tie, the specifications it leads to and the types for which it does.
        Map<Kind, Map<String, List<StructureType>>> kinds = new LinkedHashMap<>();
        for (StructureType type : shared) {
            List<Link> links =
                    leaving ? passage.leaving(specification.id(), type) : passage.leadingTo(specification.id(), type);
            for (Link link : links) {
                String id = leaving ? link.to() : link.from();
                kinds.computeIfAbsent(new Kind(link.fate(), link.whole(), link.why()), k -> new LinkedHashMap<>())
                        .computeIfAbsent(id == null ? "" : id, k -> new ArrayList<>())
                        .add(type);
            }
        }
        List<Tie> ties = new ArrayList<>();
        kinds.forEach((kind, targets) -> {
            Map<List<StructureType>, List<Specification>> byTypes = new LinkedHashMap<>();
            targets.forEach((id, types) -> {
                List<Specification> others = byTypes.computeIfAbsent(types, k -> new ArrayList<>());
                there.specification(id).ifPresent(others::add);
            });
            byTypes.forEach((types, others) -> ties.add(new Tie(
                    types.size() == shared.size() ? List.of() : types, kind.fate(), kind.whole(), others, kind.why())));
        });
        return ties;
    }
}
