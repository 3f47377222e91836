package fr.cedre.review;

import fr.cedre.referential.CheckFamily;

/** Which checks a specification has now, and under which ids their findings come. */
interface Families {

    /** The check of a specification whose findings may bear an id. */
    CheckFamily of(String specification, String check);

    /** True when people place themselves there: no rule says that it is met. */
    boolean selfAssessed(String specification);

    /** True when the specification still has this check. */
    default boolean knows(String specification, String check) {
        return of(specification, check).known();
    }
}
