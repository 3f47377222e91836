package fr.cedre.dossier;

import java.time.LocalDate;
import java.util.List;

/** Dates as French readers write them, whatever the locale of the machine. */
public final class FrenchDates {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    private FrenchDates() {}

    /** {@code jj/mm/aaaa}. */
    public static String day(LocalDate date) {
        return two(date.getDayOfMonth()) + "/" + two(date.getMonthValue()) + "/" + date.getYear();
    }

    /** {@code jj/mm/aaaa} of an epoch day. */
    public static String day(long epochDay) {
        return day(LocalDate.ofEpochDay(epochDay));
    }

    /** {@code mars 2026} of an epoch day. */
    public static String month(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }
}
