package fr.cedre.referential;

/** What becomes of a specification from one referential to another (contrat § 9). */
public enum Fate {
    /** Taken as it is. */
    IDENTIQUE("identique"),
    /** Other words, same demand. */
    REFORMULEE("reformulee"),
    /** Asks for more. */
    RENFORCEE("renforcee"),
    /** Asks for less. */
    ALLEGEE("allegee"),
    /** Same demand, elsewhere. */
    DEPLACEE("deplacee"),
    /** One becomes several. */
    SCINDEE("scindee"),
    /** Several become one. */
    FUSIONNEE("fusionnee"),
    /** Without origin. */
    NOUVELLE("nouvelle"),
    /** Without sequel. */
    SUPPRIMEE("supprimee");

    private final String code;

    Fate(String code) {
        this.code = code;
    }

    /** The word written in YAML and outputs. */
    public String code() {
        return code;
    }

    /** True for the fates of one specification that becomes one other. */
    public boolean oneToOne() {
        return switch (this) {
            case IDENTIQUE, REFORMULEE, RENFORCEE, ALLEGEE, DEPLACEE -> true;
            case SCINDEE, FUSIONNEE, NOUVELLE, SUPPRIMEE -> false;
        };
    }

    /** The fate read from the other side. */
    public Fate reversed() {
        return switch (this) {
            case IDENTIQUE, REFORMULEE, DEPLACEE -> this;
            case RENFORCEE -> ALLEGEE;
            case ALLEGEE -> RENFORCEE;
            case SCINDEE -> FUSIONNEE;
            case FUSIONNEE -> SCINDEE;
            case NOUVELLE -> SUPPRIMEE;
            case SUPPRIMEE -> NOUVELLE;
        };
    }

    /** The fate after two steps, cardinalities set aside. */
    Fate then(Fate next) {
        if (this == IDENTIQUE) {
            return next;
        }
        if (next == IDENTIQUE || this == next) {
            return this;
        }
        if ((this == RENFORCEE && next == ALLEGEE) || (this == ALLEGEE && next == RENFORCEE)) {
            return REFORMULEE;
        }
        for (Fate strongest : new Fate[] {SCINDEE, FUSIONNEE, RENFORCEE, ALLEGEE, DEPLACEE}) {
            if (this == strongest || next == strongest) {
                return strongest;
            }
        }
        return REFORMULEE;
    }
}
