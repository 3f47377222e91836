package fr.cedre.dossier;

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

    @Override
    public String toString() {
        return code;
    }
}
