package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At least n rows, or n per value of a column ({@code presence}).
 *
 * @param head head
 * @param register register
 * @param scope which rows
 * @param when rows that count, or null
 * @param since only rows dated within this duration before the audit date, or null
 * @param date date column for {@code since}, or null
 * @param atLeast how many
 * @param each column whose values must each be present, or null
 * @param values those values
 * @param distinct count distinct values of this column, or null
 */
public record PresenceCheck(
        CheckHead head,
        String register,
        Scope scope,
        @Nullable Condition when,
        @Nullable Duration since,
        @Nullable String date,
        int atLeast,
        @Nullable String each,
        List<String> values,
        @Nullable String distinct)
        implements Check {

    /** Copies the list. */
    public PresenceCheck {
        values = List.copyOf(values);
    }

    @Override
    public Set<String> registers() {
        return Set.of(register);
    }

    @Override
    public boolean ages() {
        return distinct == null && (since != null || scope == Scope.PERIODE);
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final PresenceCheck check;
        private final RowTest when;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Long> latest = new HashMap<>();
        private final Map<String, Location> stale = new HashMap<>();
        private final long oldest;
        private final int dateAt;
        private final int eachAt;
        private final int distinctAt;
        private final @Nullable LastDays lastDays;
        private long doubtful;
        private boolean readable;

        Run(PresenceCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            var schema = context.register(check.register()).schema();
            this.oldest = check.since() == null
                    ? Long.MIN_VALUE
                    : check.since().before(context.auditDate()).toEpochDay();
            this.dateAt = check.date() == null ? -1 : schema.position(check.date());
            this.eachAt = check.each() == null ? -1 : schema.position(check.each());
            this.distinctAt = check.distinct() == null ? -1 : schema.position(check.distinct());
            boolean dated = dated() && check.ages();
            this.lastDays = dated ? new LastDays(check.atLeast()) : null;
            this.readable = read(check.register(), dated ? Scope.TOUT : check.scope(), this::accept);
        }

        private Set<String> blamed() {
            Set<String> columns = new LinkedHashSet<>();
            if (check.each() != null) {
                columns.add(check.each());
            }
            if (check.since() != null && check.date() != null) {
                columns.add(check.date());
            }
            if (check.when() != null) {
                columns.addAll(check.when().columns());
            }
            return columns;
        }

        private void accept(Row row) {
            Truth truth = when.test(row);
            if (truth == Truth.FALSE) {
                return;
            }
            if (lastDays != null && truth == Truth.TRUE) {
                remember(lastDays, row);
            }
            if (check.scope() == Scope.PERIODE && !row.inPeriod()) {
                return; // read for the deadlines only
            }
            if (check.since() != null && dateAt >= 0) {
                long day = row.value(dateAt);
                if (Cell.isUnknown(day)) {
                    truth = Truth.UNKNOWN;
                } else if (day == Cell.EMPTY || day < oldest) {
                    tooOld(row, day);
                    return;
                }
            }
            if (eachAt >= 0 && Cell.isUnknown(row.value(eachAt))) {
                truth = Truth.UNKNOWN;
            }
            if (truth == Truth.UNKNOWN) {
                doubtful++;
                unknown(row, blamed());
                return;
            }
            if (distinctAt >= 0 && !seen.add(row.text(distinctAt))) {
                return;
            }
            counted();
            if (eachAt < 0) {
                counts.merge("", 1L, Long::sum);
            } else if (Cell.isValue(row.value(eachAt))) {
                for (String value : row.list(eachAt)) {
                    counts.merge(value, 1L, Long::sum);
                }
            }
        }

        /** Until when the row counts: by its date, or while the controlled period still touches it. */
        private void remember(LastDays days, Row row) {
            long day = check.since() == null ? row.lastDay() : dateAt < 0 ? Cell.EMPTY : row.value(dateAt);
            boolean open = check.since() == null && !Cell.isValue(day);
            if (!open && !Cell.isValue(day)) {
                return;
            }
            for (String value : eachAt < 0 ? List.of("") : row.list(eachAt)) {
                days.add(value, open ? LastDays.NEVER : day, row.at(check.date()));
            }
        }

        private void due(LastDays days, List<String> wanted) {
            for (String value : wanted) {
                LastDays.Day last = days.last(value);
                if (last == null || last.day() == LastDays.NEVER) {
                    continue;
                }
                LocalDate day = LocalDate.ofEpochDay(last.day());
                LocalDate until = check.since() == null
                        ? context().period().lastAuditHolding(day)
                        : check.since().lastDayFor(day);
                // A row that cannot be read may well stand where one seems to be missing.
                if (doubtful == 0 || !until.isBefore(context().auditDate())) {
                    due(
                            until,
                            value.isEmpty() ? check.register() : value,
                            value.isEmpty() ? null : value,
                            last.place());
                }
            }
        }

        /** The latest row that would have counted, had it been recent enough: what a finding points to. */
        private void tooOld(Row row, long day) {
            if (day == Cell.EMPTY) {
                return;
            }
            List<String> told = eachAt < 0 ? List.of("") : row.list(eachAt);
            for (String value : told) {
                if (day > latest.getOrDefault(value, Long.MIN_VALUE)) {
                    latest.put(value, day);
                    stale.put(value, row.at(check.date()));
                }
            }
        }

        @Override
        public void finish() {
            if (!readable) {
                return;
            }
            List<String> wanted = eachAt < 0 ? List.of("") : check.values();
            if (lastDays != null) {
                due(lastDays, wanted);
            }
            boolean missing = wanted.stream().anyMatch(v -> counts.getOrDefault(v, 0L) < check.atLeast());
            if (!missing) {
                findings().clear();
                return;
            }
            if (doubtful > 0) {
                return;
            }
            for (String value : wanted) {
                long count = counts.getOrDefault(value, 0L);
                if (count < check.atLeast()) {
                    Map<String, String> values = Map.of(
                            "valeur",
                            value,
                            "nombre",
                            Long.toString(count),
                            "attendu",
                            Integer.toString(check.atLeast()));
                    report(
                            value.isEmpty() ? check.register() : value,
                            values,
                            Long.toString(count),
                            Integer.toString(check.atLeast()),
                            stale.getOrDefault(
                                    value,
                                    new Location(
                                            context().register(check.register()).file(), null, check.each())));
                }
            }
        }
    }
}
