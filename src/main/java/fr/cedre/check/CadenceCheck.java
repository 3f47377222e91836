package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Successive dates are not further apart than a rhythm ({@code cadence}). Declared closing days are deducted; the time from the last date to the audit counts too.
 *
 * @param head head
 * @param register register
 * @param when rows that count, or null
 * @param date date column
 * @param rhythm name of the rhythm in {@code structure.yaml} ({@code rythmes.regulation})
 * @param defaultRhythm used when the structure declares none, or null
 * @param factor tolerance, as an exact multiple of the rhythm
 */
public record CadenceCheck(
        CheckHead head,
        String register,
        @Nullable Condition when,
        String date,
        String rhythm,
        @Nullable Duration defaultRhythm,
        Fraction factor)
        implements Check {

    @Override
    public Set<String> registers() {
        return Set.of(register);
    }

    @Override
    public boolean ages() {
        return true;
    }

    @Override
    public Set<String> keys() {
        return Set.of(rhythm);
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final CadenceCheck check;
        private final RowTest when;
        private final int dateAt;
        private final @Nullable Duration rhythm;
        private final TreeMap<Long, Integer> days = new TreeMap<>();
        private boolean readable;
        private boolean doubtful;

        Run(CadenceCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            this.dateAt = context.register(check.register()).schema().position(check.date());
            String name = check.rhythm().substring(check.rhythm().indexOf('.') + 1);
            Duration declared = context.structure().rhythms().get(name);
            this.rhythm = declared != null ? declared : check.defaultRhythm();
            this.readable = read(check.register(), Scope.TOUT, this::accept);
        }

        private void accept(Row row) {
            Truth truth = when.test(row);
            long day = row.value(dateAt);
            if (truth == Truth.FALSE || day == Cell.EMPTY) {
                return;
            }
            if (truth == Truth.UNKNOWN || !Cell.isValue(day)) {
                doubtful = true;
                unknown(row, Set.of(check.date()));
                return;
            }
            days.putIfAbsent(day, row.line());
        }

        @Override
        public void finish() {
            if (!readable || (doubtful && days.isEmpty())) {
                return;
            }
            if (rhythm == null) {
                unverifiable(
                        check.rhythm(),
                        "Le rythme « " + check.rhythm()
                                + " » n'est pas déclaré dans structure.yaml : rien à quoi comparer"
                                + " les dates tenues.",
                        "Déclarer « " + check.rhythm() + " » dans structure.yaml, par exemple « 2 semaines ».",
                        new Location(Structure.FILE, null, check.rhythm()));
                return;
            }
            long start = context().period().start().toEpochDay();
            long audit = context().auditDate().toEpochDay();
            if (days.isEmpty()) {
                counted();
                gap(start, audit, "aucune", null, false);
                return;
            }
            Long previous = null;
            for (Map.Entry<Long, Integer> entry : days.entrySet()) {
                long day = entry.getKey();
                if (previous != null && day >= start) {
                    counted();
                    gap(previous, day, LocalDate.ofEpochDay(previous).toString(), entry.getValue(), false);
                } else if (previous == null && day >= start) {
                    counted();
                    // Not the hole that may start that day.
                    gap(start, day, "avant " + LocalDate.ofEpochDay(day), entry.getValue(), true);
                }
                previous = day;
            }
            if (previous != null) {
                counted();
                // A hole is named by the day it starts from, so that it stays the same when a later date closes it.
                gap(previous, audit, LocalDate.ofEpochDay(previous).toString(), days.get(previous), false);
                if (dated()) {
                    due(previous, audit, days.get(previous));
                }
            }
        }

        /** The next date must come before the last hole is too wide; an unreadable date may well have filled one already open. */
        private void due(long last, long audit, @Nullable Integer line) {
            long day = Math.max(last, limit(last, last));
            while (day + 1 <= limit(last, day + 1)) {
                day++;
            }
            if (day >= audit || !doubtful) {
                String file = context().register(check.register()).file();
                due(LocalDate.ofEpochDay(day), check.register(), null, new Location(file, line, check.date()));
            }
        }

        /** Last day without a date after {@code from}, for a hole that goes until {@code to}. */
        private long limit(long from, long to) {
            return rhythm == null
                    ? Long.MAX_VALUE
                    : rhythm.after(
                                            LocalDate.ofEpochDay(from),
                                            (int) check.factor().numerator(),
                                            (int) check.factor().denominator())
                                    .toEpochDay()
                            + closed(from, to);
        }

        private void gap(long from, long to, String object, @Nullable Integer line, boolean opening) {
            if (rhythm == null) {
                return;
            }
            long limit = limit(from, to);
            if (to <= limit) {
                return;
            }
            if (doubtful && !opening) {
                return; // an unreadable date may well fill the hole; it has been said
            }
            Map<String, String> values = new LinkedHashMap<>();
            values.put("precedente", FrenchDates.day(from));
            values.put("date", FrenchDates.day(to));
            values.put("ecart", Long.toString(to - from));
            values.put("maximum", Long.toString(limit - from));
            values.put("rythme", rhythm.toString());
            String file = context().register(check.register()).file();
            report(
                    head(),
                    opening ? Level.POINT_SENSIBLE : head().level(),
                    object,
                    values,
                    (to - from) + " jours",
                    (limit - from) + " jours",
                    new Location(file, line, check.date()));
        }

        private long closed(long from, long to) {
            long total = 0;
            for (Structure.Closure closure : context().structure().closures()) {
                long first = Math.max(closure.start().toEpochDay(), from + 1);
                long last = Math.min(closure.end().toEpochDay(), to - 1);
                total += Math.max(0, last - first + 1);
            }
            return total;
        }
    }
}
