package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.TextHash;
import fr.cedre.problem.Location;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each row that matches a condition must satisfy another ({@code ligne}).
 *
 * @param head head
 * @param register register
 * @param scope which rows
 * @param when rows concerned, or null for all
 * @param require what they must satisfy
 * @param column column the finding points to
 * @param firstOf when not empty, only the first row of each such key is looked at (first mission of a couple client-employee)
 * @param firstBy date column that says which is first
 */
public record RowCheck(
        CheckHead head,
        String register,
        Scope scope,
        @Nullable Condition when,
        Condition require,
        @Nullable String column,
        List<String> firstOf,
        @Nullable String firstBy)
        implements Check {

    /** Copies the list. */
    public RowCheck {
        firstOf = List.copyOf(firstOf);
    }

    @Override
    public Set<String> registers() {
        return Set.of(register);
    }

    @Override
    public boolean gapsStandAlone() {
        return true;
    }

    @Override
    public boolean byRow() {
        return true;
    }

    @Override
    public Set<String> subjects() {
        return Set.of(register);
    }

    @Override
    public CheckRun start(RunContext context) {
        return firstOf.isEmpty() || firstBy == null ? new Each(this, context) : new First(this, context);
    }

    Set<String> blamed() {
        Set<String> columns = new LinkedHashSet<>();
        if (when != null) {
            columns.addAll(when.columns());
        }
        columns.addAll(require.columns());
        return columns;
    }

    private static final class Each extends CheckRun {
        private final RowCheck check;
        private final RowTest when;
        private final RowTest require;

        Each(RowCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            this.require = bind(check.require(), check.register());
            read(check.register(), check.scope(), this::accept);
        }

        private void accept(Row row) {
            Truth concerned = when.test(row);
            if (concerned == Truth.FALSE) {
                return;
            }
            Truth held = require.test(row);
            if (held == Truth.TRUE) {
                counted();
                return;
            }
            if (concerned == Truth.UNKNOWN || held == Truth.UNKNOWN) {
                unknown(row, check.blamed());
                return;
            }
            counted();
            report(row.key(), head().message().capture(row), null, null, row.at(check.column()));
        }

        @Override
        public void finish() {
            // rows were judged as they came
        }
    }

    /** Remembers, per key, the first row and what it said; only failing rows keep their words. */
    private static final class First extends CheckRun {
        private final RowCheck check;
        private final RowTest when;
        private final RowTest require;
        private final int[] key;
        private final int by;
        private final FirstDays firstDay = new FirstDays();
        private final Map<Long, Failure> failures = new HashMap<>();

        First(RowCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            this.require = bind(check.require(), check.register());
            var schema = context.register(check.register()).schema();
            this.key = check.firstOf().stream().mapToInt(schema::position).toArray();
            this.by = schema.position(String.valueOf(check.firstBy()));
            read(check.register(), check.scope(), this::accept);
        }

        private record Failure(
                long day, int line, String object, Map<String, String> values, Location source, boolean unknown) {}

        private void accept(Row row) {
            if (when.test(row) == Truth.FALSE) {
                return;
            }
            long day = row.value(by);
            if (!Cell.isValue(day)) {
                unknown(row, Set.of(String.valueOf(check.firstBy())));
                return;
            }
            long id = TextHash.of(row, key);
            long before = firstDay.get(id);
            if (before < day) {
                return;
            }
            Truth held = require.test(row);
            if (before == day) {
                // Two rows on the same first day: one that satisfies the rule is enough.
                if (held == Truth.TRUE) {
                    failures.remove(id);
                }
                return;
            }
            firstDay.put(id, day);
            if (held == Truth.TRUE) {
                failures.remove(id);
            } else {
                failures.put(
                        id,
                        new Failure(
                                day,
                                row.line(),
                                row.key(),
                                head().message().capture(row),
                                row.at(check.column()),
                                held == Truth.UNKNOWN));
                if (held == Truth.UNKNOWN) {
                    for (String column : check.require().columns()) {
                        int position = row.schema().position(column);
                        if (position >= 0 && row.value(position) == Cell.ABSENT) {
                            absentColumn(check.register(), column);
                            failures.remove(id);
                        }
                    }
                }
            }
        }

        @Override
        public void finish() {
            for (int i = 0; i < firstDay.size(); i++) {
                counted();
            }
            failures.values().stream()
                    .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                    .forEach(f -> {
                        if (f.unknown()) {
                            unverifiable(
                                    f.object(),
                                    "La ligne " + f.line() + " ne permet pas de conclure.",
                                    "Corrigez la cellule signalée.",
                                    f.source());
                        } else {
                            report(f.object(), f.values(), null, null, f.source());
                        }
                    });
        }
    }
}
