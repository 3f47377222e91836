package fr.cedre.dossier;

import org.jspecify.annotations.Nullable;

/**
 * The kind of work-integration structure under control (AI, ETTI, ACI, EI…). Which ones exist is data of a referential, not of the code.
 *
 * @param code as written in {@code structure.yaml}, upper case
 */
public record StructureType(String code) implements Comparable<StructureType> {

    @Override
    public int compareTo(StructureType other) {
        return code.compareTo(other.code);
    }

    /** By hand, like {@link #hashCode}: a record's own are linked anew at every start, and types are in every set. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructureType type && type.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
