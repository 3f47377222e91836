package fr.cedre.evaluation;

/** Status of a specification for a type (contrat § 6). */
public enum Status {
    /** Checked and met on the registers provided. */
    CONFORME("conforme"),
    /** A measured check fails, or there is no evidence of any kind. */
    ECART("ecart"),
    /** Cannot be settled by data alone. */
    A_EXAMINER("a_examiner"),
    /** Out of type, condition absent, or validated non-applicability. */
    SANS_OBJET("sans_objet");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The word written in outputs. */
    public String code() {
        return code;
    }
}
