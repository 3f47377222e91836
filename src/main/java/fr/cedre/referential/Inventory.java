package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything at hand: referentials and correspondences, those that cannot be read with their first error.
 *
 * @param referentials by id
 * @param correspondences by file name
 */
public record Inventory(List<Entry> referentials, List<Pair> correspondences) {

    /** Copies the lists. */
    public Inventory {
        referentials = List.copyOf(referentials);
        correspondences = List.copyOf(correspondences);
    }

    /**
     * A referential at hand.
     *
     * @param name name it is found by
     * @param referential the referential, or null when it cannot be read
     * @param problem its first error, or null when it can
     */
    public record Entry(
            String name,
            @Nullable Referential referential,
            @Nullable Problem problem) {}

    /**
     * A correspondence at hand.
     *
     * @param name {@code A--B}
     * @param correspondence the correspondence, or null when it cannot be read
     * @param problem its first error, or null when it can
     */
    public record Pair(
            String name,
            @Nullable Correspondence correspondence,
            @Nullable Problem problem) {

        /** True when it leads from or to one of some referentials. */
        public boolean touches(Set<String> ids) {
            int cut = name.indexOf(Correspondence.SEPARATOR);
            return cut > 0
                    && (ids.contains(name.substring(0, cut))
                            || ids.contains(name.substring(cut + Correspondence.SEPARATOR.length())));
        }
    }

    /** Reads everything a library holds. */
    public static Inventory of(Library library, Dictionary dictionary) {
        List<Entry> referentials = new ArrayList<>();
        for (String name : library.names()) {
            try {
                referentials.add(new Entry(name, library.referential(name, dictionary), null));
            } catch (CedreException e) {
                referentials.add(new Entry(name, null, first(e, name + ".yaml")));
            }
        }
        return new Inventory(referentials, pairs(library));
    }

    /** Reads one referential, with the correspondences that lead to or from it. */
    public static Inventory of(Library library, Dictionary dictionary, String name) {
        Referential one = library.referential(name, dictionary);
        List<Pair> touching = pairs(library.beside(name)).stream()
                .filter(p -> p.touches(Set.of(one.id())))
                .toList();
        return new Inventory(List.of(new Entry(one.id(), one, null)), touching);
    }

    private static List<Pair> pairs(Library library) {
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, Path> file : library.correspondenceFiles().entrySet()) {
            String shown = file.getKey();
            String name = shown.substring(0, shown.length() - ".yaml".length());
            try {
                pairs.add(new Pair(name, library.correspondence(file.getValue()), null));
            } catch (CedreException e) {
                pairs.add(new Pair(name, null, first(e, "correspondances/" + shown)));
            }
        }
        return pairs;
    }

    private static Problem first(CedreException e, String file) {
        return e.problems().isEmpty()
                ? Problem.unusable(Location.of(file), String.valueOf(e.getMessage()))
                : e.problems().get(0);
    }

    /** True when something at hand cannot be read. */
    public boolean anyUnreadable() {
        return referentials.stream().anyMatch(e -> e.problem() != null)
                || correspondences.stream().anyMatch(p -> p.problem() != null);
    }

    /** The specifications of a referential that address a type; all of them for a null type. */
    public static List<Specification> specifications(Referential referential, @Nullable StructureType type) {
        return referential.specifications().stream()
                .filter(s -> type == null || s.variantFor(type).isPresent())
                .toList();
    }

    /** How many checks they carry, each wording's own included. */
    public static long checks(Referential referential, @Nullable StructureType type) {
        return specifications(referential, type).stream()
                .mapToLong(s -> type != null
                        ? s.checksFor(type).size()
                        : s.checks().size()
                                + s.variants().stream()
                                        .mapToLong(v -> v.checks().size())
                                        .sum())
                .sum();
    }
}
