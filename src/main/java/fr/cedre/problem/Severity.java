package fr.cedre.problem;

/** How much a loading problem matters; {@code code} is the word written in outputs (contrat § 8). */
public enum Severity {
    /** The value or file could not be used; the rules that depend on it become « à examiner ». */
    ERREUR("erreur"),
    /** Used, but probably not what was meant. */
    AVERTISSEMENT("avertissement"),
    /** A choice the reader made and states. */
    INFORMATION("information");

    private final String code;

    Severity(String code) {
        this.code = code;
    }

    /** The word written in outputs. */
    public String code() {
        return code;
    }
}
