package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.RegisterSchema;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Inclusive duration between two dates, both days counted: seven days from a Monday end on the Sunday. Months and years follow the calendar.
 *
 * @param from first day
 * @param to last day
 * @param relation how the duration stands to the limit
 * @param limit limit
 */
public record DurationCondition(Moment from, Moment to, Predicate.Relation relation, Duration limit)
        implements Condition {

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(from.columns());
        columns.addAll(to.columns());
        return columns;
    }

    @Override
    public RowTest bind(RegisterSchema schema, RunContext context) {
        DateValue first = from.bind(schema, context.period());
        DateValue last = to.bind(schema, context.period());
        boolean inDays = limit.unit() == Duration.Unit.JOUR || limit.unit() == Duration.Unit.SEMAINE;
        long days = limit.amount() * (limit.unit() == Duration.Unit.SEMAINE ? 7L : 1L);
        return row -> {
            long start = first.of(row);
            long end = last.of(row);
            if (!Cell.isValue(start) || !Cell.isValue(end)) {
                return Truth.UNKNOWN;
            }
            long dayAfter = end + 1;
            if (inDays) {
                return Truth.of(relation.holds(dayAfter - start, days));
            }
            return Truth.of(relation.holds(
                    dayAfter, limit.after(LocalDate.ofEpochDay(start)).toEpochDay()));
        };
    }

    @Override
    public Truth test(RunContext context) {
        return Truth.UNKNOWN;
    }
}
