package fr.cedre.review;

import java.util.Set;

/** Which checks a specification has now, and under which ids their findings come. */
interface Families {

    /** Ids borne by the findings of the check that may bear this one; empty when the specification has none. */
    Set<String> of(String specification, String check);

    /** True when the specification still has this check. */
    default boolean knows(String specification, String check) {
        return !of(specification, check).isEmpty();
    }
}
