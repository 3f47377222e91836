package fr.cedre.evaluation;

/**
 * What makes a gap the same from one run to the next (contrat § 6): neither the line, nor the file, nor the wording.
 *
 * @param specification identifier of the specification
 * @param check identifier of the check, named after the defect
 * @param object row key, month, document…
 */
public record GapIdentity(String specification, String check, String object) implements Comparable<GapIdentity> {

    /** The same gap under another identifier of its specification, which is also its object when the gap is about the whole of it. */
    public GapIdentity under(String other) {
        return new GapIdentity(other, check, object.equals(specification) ? other : object);
    }

    @Override
    public int compareTo(GapIdentity other) {
        int order = specification.compareTo(other.specification);
        if (order == 0) {
            order = check.compareTo(other.check);
        }
        return order == 0 ? object.compareTo(other.object) : order;
    }

    /** As written in reports and plans. */
    @Override
    public String toString() {
        return specification + " · " + check + " · " + object;
    }
}
