package fr.cedre.dossier;

import java.time.LocalDate;

/**
 * The controlled period, both bounds included; {@code end} is the audit date (contrat § 5).
 *
 * @param start first day
 * @param end last day, the day of the audit
 */
public record Period(LocalDate start, LocalDate end) {

    /** Refuses a period that ends before it starts. */
    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(start + " > " + end);
        }
    }

    /** The last audit date whose period still holds a day: the usual period follows the calendar, one asked for keeps its length. */
    public LocalDate lastAuditHolding(LocalDate day) {
        return equals(yearBefore(end))
                ? new Duration(1, Duration.Unit.AN).lastDayFor(day.minusDays(1))
                : day.plusDays(end.toEpochDay() - start.toEpochDay());
    }

    /** The default period: one year before, from the day after. */
    public static Period yearBefore(LocalDate auditDate) {
        return new Period(auditDate.minusYears(1).plusDays(1), auditDate);
    }
}
