package fr.cedre.review;

/** What became of a gap since the reference. */
public enum Change {
    /** In no photograph before. */
    NOUVEAU("nouveau", true),
    /** Absent from the reference, present in an older photograph. */
    ROUVERT("rouvert", true),
    /** Still there, and more serious. */
    AGGRAVE("aggrave", true),
    /** Still there. */
    PERSISTANT("persistant", false),
    /** Still there, and less serious. */
    ALLEGE("allege", false),
    /** No longer found, but its check could not be made: nothing proves it is mended. */
    A_VERIFIER("a_verifier", false),
    /** No longer found. */
    LEVE("leve", false);

    private final String code;
    private final boolean regression;

    Change(String code, boolean regression) {
        this.code = code;
        this.regression = regression;
    }

    /** The word written in outputs. */
    public String code() {
        return code;
    }

    /** True when it is worse than the reference. */
    public boolean regression() {
        return regression;
    }

    /** True when the gap is found today. */
    public boolean present() {
        return this != A_VERIFIER && this != LEVE;
    }
}
