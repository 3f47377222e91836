package fr.cedre.check;

/** Three-valued answer of a condition: an unreadable or absent value is neither true nor false. */
public enum Truth {
    /** Holds. */
    TRUE,
    /** Does not hold. */
    FALSE,
    /** Cannot be told. */
    UNKNOWN;

    /** True or false. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Conjunction: false wins over unknown. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : this;
    }

    /** Disjunction: true wins over unknown. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE ? other : this;
    }

    /** Negation. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
