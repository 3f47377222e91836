package fr.cedre.evaluation;

/**
 * What a run is asked for beside its results; it bears on none of them.
 *
 * @param fingerprints the SHA-256 of every file
 * @param calendar the months of the referential's calendar ({@link Evaluation#rhythms})
 */
public record Extras(boolean fingerprints, boolean calendar) {

    /** Results only. */
    public static final Extras NONE = new Extras(false, false);

    /** Results that can be verified later. */
    public static final Extras FINGERPRINTS = new Extras(true, false);

    /** Everything. */
    public static final Extras ALL = new Extras(true, true);

    /** What either asks for. */
    public Extras and(Extras other) {
        return new Extras(fingerprints || other.fingerprints, calendar || other.calendar);
    }
}
