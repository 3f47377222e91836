package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What becomes of each specification of a referential in another ({@code referentiels/correspondances/A--B.yaml}).
 *
 * @param from id of the first referential
 * @param to id of the second
 * @param provenance where it comes from
 * @param notice sentence shown at each use
 * @param file file name, for messages
 * @param united names of the files ({@code A--C}) it puts together, when the second referential includes others
 * @param lines its lines
 */
public record Correspondence(
        String from,
        String to,
        Provenance provenance,
        String notice,
        String file,
        List<String> united,
        List<Line> lines) {

    /** Between the two ids in the name of a file. */
    public static final String SEPARATOR = "--";

    /** Copies the lists. */
    public Correspondence {
        united = List.copyOf(united);
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param from origins, empty for a new one
     * @param to targets the origin covers in full: its proofs serve as they are
     * @param partly targets the origin covers in part: its proofs are to be completed
     * @param see targets to look at, which the origin does not cover
     * @param fate fate
     * @param types types it is limited to, empty for all
     * @param why what changes for the structure
     * @param line line in the file
     */
    public record Line(
            List<String> from,
            List<String> to,
            List<String> partly,
            List<String> see,
            Fate fate,
            Set<StructureType> types,
            String why,
            int line) {
        /** Copies the collections. */
        public Line {
            from = List.copyOf(from);
            to = List.copyOf(to);
            partly = List.copyOf(partly);
            see = List.copyOf(see);
            types = Set.copyOf(types);
        }

        /** Every target, covered in full or in part. */
        public List<String> targets() {
            List<String> all = new ArrayList<>(to);
            all.addAll(partly);
            return all;
        }

        /** True when it holds for a type. */
        public boolean holdsFor(StructureType type) {
            return types.isEmpty() || types.contains(type);
        }
    }
}
