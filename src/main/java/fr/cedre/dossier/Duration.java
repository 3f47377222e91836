package fr.cedre.dossier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar duration written in French: {@code 30 jours}, {@code 2 semaines}, {@code 1 mois}, {@code 3 ans}. Months and years follow the
 * calendar (31 January + 1 mois = last day of February).
 *
 * @param amount number of units, zero or more
 * @param unit unit
 */
public record Duration(int amount, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\s*(jours?|j|semaines?|sem|mois|ans?|ann[ée]es?)");

    /** Calendar units. */
    public enum Unit {
        /** Calendar day. */
        JOUR("jour", "jours"),
        /** Seven days. */
        SEMAINE("semaine", "semaines"),
        /** Calendar month. */
        MOIS("mois", "mois"),
        /** Calendar year. */
        AN("an", "ans");

        private final String singular;
        private final String plural;

        Unit(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }
    }

    /** Reads the written form; empty when it is not one. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Unit unit = switch (matcher.group(2).charAt(0)) {
            case 'j' -> Unit.JOUR;
            case 's' -> Unit.SEMAINE;
            case 'm' -> Unit.MOIS;
            default -> Unit.AN;
        };
        return Optional.of(new Duration(Integer.parseInt(matcher.group(1)), unit));
    }

    /** The date this long after. */
    public LocalDate after(LocalDate date) {
        return shift(date, amount);
    }

    /** The date this long before. */
    public LocalDate before(LocalDate date) {
        return shift(date, -amount);
    }

    /**
     * The last day on which a date is not older than this, {@link #before} telling: 28 February 2023 is not older than one year until 29
     * February 2024, since a year before that day is 28 February.
     */
    public LocalDate lastDayFor(LocalDate date) {
        LocalDate last = after(date);
        while (!before(last.plusDays(1)).isAfter(date)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private LocalDate shift(LocalDate date, int by) {
        return switch (unit) {
            case JOUR -> date.plusDays(by);
            case SEMAINE -> date.plusWeeks(by);
            case MOIS -> date.plusMonths(by);
            case AN -> date.plusYears(by);
        };
    }

    /**
     * The duration multiplied by an exact fraction, as a shift of a date: whole units by the calendar, the rest in days (half a month counts 15 days, a
     * month 30, a year 365), rounded up so that a limit is never stricter than written.
     */
    public LocalDate after(LocalDate date, int numerator, int denominator) {
        int scaled = amount * numerator;
        int whole = scaled / denominator;
        int rest = scaled % denominator;
        int unitDays = switch (unit) {
            case JOUR -> 1;
            case SEMAINE -> 7;
            case MOIS -> 30;
            case AN -> 365;
        };
        return shift(date, whole).plusDays((rest * unitDays + denominator - 1) / denominator);
    }

    @Override
    public String toString() {
        return amount + " " + (amount > 1 ? unit.plural : unit.singular);
    }
}
