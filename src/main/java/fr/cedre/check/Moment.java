package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterSchema;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A date operand as written in YAML: a column, the audit date, a literal, shifted or combined. */
public sealed interface Moment {

    /** Columns it reads. */
    Set<String> columns();

    /** Binds it to a register and a run. */
    DateValue bind(RegisterSchema schema, Period period);

    /** A date column. */
    record Column(String name) implements Moment {
        @Override
        public Set<String> columns() {
            return Set.of(name);
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            int position = schema.position(name);
            return row -> row.value(position);
        }
    }

    /** The audit date. */
    record AuditDate() implements Moment {
        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            long day = period.end().toEpochDay();
            return row -> day;
        }
    }

    /** The first day of the controlled period. */
    record PeriodStart() implements Moment {
        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            long day = period.start().toEpochDay();
            return row -> day;
        }
    }

    /** A day written in full. */
    record Literal(LocalDate date) implements Moment {
        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            long day = date.toEpochDay();
            return row -> day;
        }
    }

    /** Another moment, later or earlier by a duration. */
    record Shifted(Moment base, Duration by, boolean later) implements Moment {
        @Override
        public Set<String> columns() {
            return base.columns();
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            DateValue bound = base.bind(schema, period);
            int days = switch (by.unit()) {
                case JOUR -> by.amount();
                case SEMAINE -> by.amount() * 7;
                case MOIS, AN -> -1;
            };
            if (days >= 0) {
                int signed = later ? days : -days;
                return row -> {
                    long day = bound.of(row);
                    return Cell.isValue(day) ? day + signed : day;
                };
            }
            return row -> {
                long day = bound.of(row);
                if (!Cell.isValue(day)) {
                    return day;
                }
                LocalDate date = LocalDate.ofEpochDay(day);
                return (later ? by.after(date) : by.before(date)).toEpochDay();
            };
        }
    }

    /** How several moments combine. */
    enum Choice {
        /** The first one filled ({@code a ou b}). */
        FIRST,
        /** The earliest of the filled ones ({@code plus_tot}). */
        EARLIEST,
        /** The latest of the filled ones ({@code plus_tard}). */
        LATEST
    }

    /** Several moments; empty ones are passed over, an unreadable one makes the whole unknown. */
    record Combined(Choice choice, List<Moment> parts) implements Moment {
        /** Copies the list. */
        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>();
            parts.forEach(p -> columns.addAll(p.columns()));
            return columns;
        }

        @Override
        public DateValue bind(RegisterSchema schema, Period period) {
            DateValue[] bound = parts.stream().map(p -> p.bind(schema, period)).toArray(DateValue[]::new);
            return row -> {
                long best = Cell.EMPTY;
                for (DateValue part : bound) {
                    long day = part.of(row);
                    if (day == Cell.UNREADABLE || (day == Cell.ABSENT && choice != Choice.FIRST)) {
                        return day;
                    }
                    if (!Cell.isValue(day)) {
                        best = day == Cell.ABSENT && best == Cell.EMPTY ? Cell.ABSENT : best;
                        continue;
                    }
                    if (choice == Choice.FIRST) {
                        return day;
                    }
                    if (!Cell.isValue(best) || (choice == Choice.EARLIEST ? day < best : day > best)) {
                        best = day;
                    }
                }
                return best;
            };
        }
    }
}
