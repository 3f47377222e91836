package fr.cedre.check;

/** Proposed gravity of a gap; the auditor decides. */
public enum Gravity {
    /** Proven, repeated or total failure. */
    MAJEURE("majeure"),
    /** Failure without important effect on the system. */
    MINEURE("mineure");

    private final String code;

    Gravity(String code) {
        this.code = code;
    }

    /** The word written in YAML and outputs. */
    public String code() {
        return code;
    }
}
