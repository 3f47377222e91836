package fr.cedre.report;

import fr.cedre.dossier.FrenchDates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/** French numbers, dates and lists, from own tables: the machine's locale must never change a report. */
public final class French {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    private French() {}

    /** {@code 0 écart}, {@code 1 écart}, {@code 2 écarts}. */
    public static String count(long n, String singular) {
        return count(n, singular, singular + "s");
    }

    /** A count whose plural is not a mere final s; French keeps the singular below two. */
    public static String count(long n, String singular, String plural) {
        return number(n) + " " + (n < 2 ? singular : plural);
    }

    /** The word in the number of what it says: {@code nouvelle}, {@code nouvelles}. */
    public static String plural(long n, String singular) {
        return n < 2 || singular.endsWith("s") ? singular : singular + "s";
    }

    /** {@code 12 345}: groups of three, with a plain space. */
    public static String number(long n) {
        String digits = Long.toString(n);
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, ' ');
        }
        return text.toString();
    }

    /** {@code jj/mm/aaaa}. */
    public static String date(LocalDate date) {
        return FrenchDates.day(date);
    }

    /** {@code mars 2026}. */
    public static String month(YearMonth month) {
        return FrenchDates.month(month.atDay(1).toEpochDay());
    }

    /** The object of a finding for people: months and days in French, any other key as it stands. */
    public static String object(String object) {
        if (MONTH.matcher(object).matches()) {
            return month(YearMonth.parse(object));
        }
        return DAY.matcher(object).replaceAll("$3/$2/$1");
    }

    /** {@code a}, {@code a et b}, {@code a, b et c}. */
    public static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " et " + items.get(last);
    }
}
