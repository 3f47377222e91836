package fr.cedre.dossier;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** Epoch days of the years that a folder may speak of, looked up: a million rows carry several million dates. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int[] MONTH_STARTS = monthStarts();

    private Days() {}

    /** Epoch day of a date, or {@link Cell#UNREADABLE} when the calendar has no such day from 1900 to 2199. */
    static long of(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return Cell.UNREADABLE;
        }
        int at = (year - FIRST_YEAR) * 12 + month - 1;
        int start = MONTH_STARTS[at];
        return start + day <= MONTH_STARTS[at + 1] ? start + day - 1L : Cell.UNREADABLE;
    }

    /** Epoch day of the first of each month, and of the one after the last. */
    private static int[] monthStarts() {
        int[] starts = new int[(LAST_YEAR - FIRST_YEAR + 1) * 12 + 1];
        int day = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = day;
            day += Month.of(i % 12 + 1).length(Year.isLeap(FIRST_YEAR + i / 12));
        }
        return starts;
    }
}
