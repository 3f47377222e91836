package fr.cedre.dossier;

/**
 * Sentinels of a typed cell. Dates are epoch days, months the epoch day of their first day, numbers multiples of 1/{@value #UNITS},
 * booleans 0 or 1; every special state is far below any real value.
 */
public final class Cell {

    /** Nothing written. */
    public static final long EMPTY = Long.MIN_VALUE;

    /** Written, but cannot be read as the expected type: every rule that depends on it is unverifiable. */
    public static final long UNREADABLE = Long.MIN_VALUE + 1;

    /** The file has no such column. */
    public static final long ABSENT = Long.MIN_VALUE + 2;

    /** Numbers are held as exact multiples of 1/30000: four decimals, and minutes as fractions of an hour. */
    public static final long UNITS = 30_000;

    private Cell() {}

    /** True for a real value. */
    public static boolean isValue(long cell) {
        return cell > ABSENT;
    }

    /** True when the value is unknown, because unreadable or because the column is absent. */
    public static boolean isUnknown(long cell) {
        return cell == UNREADABLE || cell == ABSENT;
    }
}
