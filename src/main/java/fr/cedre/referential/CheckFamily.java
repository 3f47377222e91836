package fr.cedre.referential;

import java.util.Set;

/**
 * A check as its findings show it.
 *
 * @param ids ids they bear: its own, and that of a variant (late rather than absent); empty when no check bears the id
 * @param byRow true when each finding is about one row, person or document; false when a whole register is judged at once
 * @param subjects registers without whose rows it finds nothing at all
 */
public record CheckFamily(Set<String> ids, boolean byRow, Set<String> subjects) {

    /** No check bears the id, or it is no longer known. */
    public static final CheckFamily UNKNOWN = new CheckFamily(Set.of(), false, Set.of());

    /** Copies the sets. */
    public CheckFamily {
        ids = Set.copyOf(ids);
        subjects = Set.copyOf(subjects);
    }

    /** True when a check bears the id. */
    public boolean known() {
        return !ids.isEmpty();
    }
}
