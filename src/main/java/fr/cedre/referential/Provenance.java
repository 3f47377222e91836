package fr.cedre.referential;

/** Where the wording of a referential comes from; stated at every use. */
public enum Provenance {
    /** The public text of the federation, reworded. */
    OFFICIEL("officiel"),
    /** The text is not public: rebuilt from sources, declared as such. */
    RECONSTITUTION("reconstitution"),
    /** A grid proposed by the project. */
    PROPOSITION("proposition");

    private final String code;

    Provenance(String code) {
        this.code = code;
    }

    /** The word written in YAML and outputs. */
    public String code() {
        return code;
    }
}
