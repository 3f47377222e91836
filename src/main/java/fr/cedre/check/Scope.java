package fr.cedre.check;

/** Which rows a check looks at. */
public enum Scope {
    /** Rows that touch the controlled period. */
    PERIODE,
    /** Every row up to the audit date. */
    TOUT
}
