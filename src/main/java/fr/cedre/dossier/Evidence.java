package fr.cedre.dossier;

import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One proof from {@code preuves.csv} as it stands on the audit day. Who validated it is only known as present or absent.
 *
 * @param ref reference
 * @param nature normalised nature, possibly empty
 * @param version its version as written, or null
 * @param file file it cites, relative to the folder with {@code /}, once seen to stand inside it, or null
 * @param specifications what it serves, exact identifiers
 * @param validatedOn validation day, or null
 * @param reviewedOn last review, or null
 * @param expiresOn last day it counts, included, or null
 * @param contains headings present, normalised codes
 * @param containsKnown true when the cell can be relied on (column present and filled)
 * @param line line in the file
 * @param defects why it does not count, empty when it counts
 */
public record Evidence(
        String ref,
        String nature,
        @Nullable String version,
        @Nullable String file,
        Set<String> specifications,
        @Nullable LocalDate validatedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate expiresOn,
        List<String> contains,
        boolean containsKnown,
        int line,
        List<Defect> defects) {

    /** The file proofs are read from. */
    public static final String FILE = "preuves.csv";

    /** Copies the collections. */
    public Evidence {
        specifications = Set.copyOf(specifications);
        contains = List.copyOf(contains);
        defects = List.copyOf(defects);
    }

    /** True when it counts on the audit day (contrat § 2). */
    public boolean valid() {
        return defects.isEmpty();
    }

    /** True for a line that nobody has filled yet, as those of a new folder: a document to look for, not a proof in default. */
    public boolean toFill() {
        return file == null
                && reviewedOn == null
                && expiresOn == null
                && defects.stream().noneMatch(Defect::doubt)
                && defects.stream().map(Defect::column).toList().equals(List.of("version", "valide_le", "valide_par"));
    }

    /** True when the only thing that keeps it from counting is that it has expired. */
    public boolean expired() {
        return defects.size() == 1
                && expiresOn != null
                && defects.get(0).column().equals("expire_le");
    }

    /** True when the only thing that keeps it from counting is a value that cannot be read or checked. */
    public boolean doubtful() {
        return !defects.isEmpty() && defects.stream().allMatch(Defect::doubt);
    }

    /** True when it cites the specification: a letter alone does not stand for its numbers. */
    public boolean cites(String specification) {
        return specifications.contains(specification);
    }

    /** Place of a cell of this proof. */
    public Location at(@Nullable String column) {
        return Location.of(FILE, line, column);
    }

    /**
     * Why a proof does not count.
     *
     * @param column column at fault
     * @param text French words: "validation manquante"
     * @param doubt true when the value is unreadable rather than missing
     */
    public record Defect(String column, String text, boolean doubt) {}
}
