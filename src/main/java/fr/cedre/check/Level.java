package fr.cedre.check;

/** What a finding says of a specification (contrat § 6); only the first two bear on its status. */
public enum Level {
    /** The requirement is not met. */
    ECART("ecart"),
    /** The check could not be made: register or column absent, unreadable value, ambiguity. */
    A_EXAMINER("a_examiner"),
    /** Requirement met, but a risk, or a project parameter exceeded. */
    POINT_SENSIBLE("point_sensible"),
    /** Optional way forward. */
    PISTE_DE_PROGRES("piste_de_progres"),
    /** Strength noted by a human judgement. */
    POINT_FORT("point_fort");

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /** The word written in YAML and outputs. */
    public String code() {
        return code;
    }
}
