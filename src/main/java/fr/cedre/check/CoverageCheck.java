package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.TextHash;
import fr.cedre.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one register must be matched by rows of another, within a window ({@code couverture}).
 *
 * @param head head
 * @param from rows to be covered
 * @param by what covers them; any source will do
 * @param windowStart first day accepted, on the row to be covered, or null
 * @param windowEnd last day accepted, or null; while it is not past, nothing is due
 * @param atLeast how many matches
 * @param outside head of the finding when matches exist but outside the window, or null for the same
 * @param column column of the covered row a finding points to
 */
public record CoverageCheck(
        CheckHead head,
        From from,
        List<By> by,
        @Nullable Moment windowStart,
        @Nullable Moment windowEnd,
        int atLeast,
        @Nullable CheckHead outside,
        @Nullable String column)
        implements Check {

    /** Copies the list. */
    public CoverageCheck {
        by = List.copyOf(by);
    }

    /**
     * Rows to be covered.
     *
     * @param register register
     * @param key key columns
     * @param when rows concerned, or null
     * @param scope which rows
     * @param first keep, by key, the row with the smallest date in this column, or null
     */
    public record From(
            String register,
            List<String> key,
            @Nullable Condition when,
            Scope scope,
            @Nullable String first) {
        /** Copies the list. */
        public From {
            key = List.copyOf(key);
        }
    }

    /**
     * What covers.
     *
     * @param register register
     * @param key key columns, in the order of the covered key
     * @param when rows that count, or null
     * @param start date, or start of the interval, or null when only existence counts
     * @param end end of the interval, or null for a single date
     */
    public record By(
            String register,
            List<String> key,
            @Nullable Condition when,
            @Nullable String start,
            @Nullable String end) {
        /** Copies the list. */
        public By {
            key = List.copyOf(key);
        }
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(head.id());
        if (outside != null) {
            ids.add(outside.id());
        }
        return ids;
    }

    @Override
    public Set<String> registers() {
        Set<String> names = new LinkedHashSet<>();
        names.add(from.register());
        by.forEach(b -> names.add(b.register()));
        return names;
    }

    @Override
    public boolean byRow() {
        return true;
    }

    @Override
    public Set<String> subjects() {
        return Set.of(from.register());
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    /** The window as shown beside the date found. */
    private static String window(Entry entry) {
        boolean opens = entry.start() > Integer.MIN_VALUE;
        boolean closes = entry.end() < Integer.MAX_VALUE;
        String until = closes ? FrenchDates.day(entry.end()) : "";
        if (!opens) {
            return "au plus tard le " + until;
        }
        String from = FrenchDates.day(entry.start());
        return closes ? "du " + from + " au " + until : "à partir du " + from;
    }

    /** A row to be covered, with what its messages need. */
    private record Entry(
            long key, long start, long end, int line, String object, Map<String, String> values, Location source) {}

    private static final class Run extends CheckRun {
        private final CoverageCheck check;
        private final List<Entry> entries = new ArrayList<>();
        private final FirstDays firstDays = new FirstDays();
        private final Map<Long, Entry> firsts = new HashMap<>();
        private final List<Intervals> found = new ArrayList<>();
        private final Set<Long> doubtfulKeys = new HashSet<>();
        private final List<String> missing = new ArrayList<>();
        private boolean blind;
        private boolean lost;

        Run(CoverageCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            From from = check.from();
            if (!available(from.register())) {
                registerMissing(from.register());
                return;
            }
            RegisterSchema schema = context.register(from.register()).schema();
            RowTest when = bind(from.when(), from.register());
            int[] key = Keys.positions(schema, from.key());
            @Nullable
            DateValue start =
                    check.windowStart() == null ? null : check.windowStart().bind(schema, context.period());
            @Nullable
            DateValue end = check.windowEnd() == null ? null : check.windowEnd().bind(schema, context.period());
            int firstAt = from.first() == null ? -1 : schema.position(from.first());
            read(from.register(), from.scope(), row -> covered(row, when, key, start, end, firstAt));
            for (By by : check.by()) {
                Intervals byKey = new Intervals();
                found.add(byKey);
                if (!available(by.register())) {
                    missing.add(by.register());
                    continue;
                }
                RegisterSchema other = context.register(by.register()).schema();
                RowTest counts = bind(by.when(), by.register());
                int[] otherKey = Keys.positions(other, by.key());
                int startAt = by.start() == null ? -1 : other.position(by.start());
                int endAt = by.end() == null ? -1 : other.position(by.end());
                read(by.register(), Scope.TOUT, row -> covering(row, by, counts, otherKey, startAt, endAt, byKey));
            }
        }

        private void covered(
                Row row, RowTest when, int[] key, @Nullable DateValue start, @Nullable DateValue end, int firstAt) {
            Truth concerned = when.test(row);
            if (concerned == Truth.FALSE) {
                return;
            }
            From from = check.from();
            long id = TextHash.of(row, key);
            long first = firstAt < 0 ? 0 : row.value(firstAt);
            if (firstAt >= 0 && Cell.isValue(first)) {
                if (firstDays.get(id) <= first) {
                    return;
                }
            }
            long windowStart = start == null ? Long.MIN_VALUE / 2 : start.of(row);
            long windowEnd = end == null ? Long.MAX_VALUE / 2 : end.of(row);
            boolean unclear = concerned == Truth.UNKNOWN
                    || id == 0
                    || (firstAt >= 0 && !Cell.isValue(first))
                    || (start != null && !Cell.isValue(windowStart))
                    || (end != null && !Cell.isValue(windowEnd));
            if (unclear) {
                Set<String> blamed = new LinkedHashSet<>(from.key());
                if (from.when() != null) {
                    blamed.addAll(from.when().columns());
                }
                if (check.windowStart() != null) {
                    blamed.addAll(check.windowStart().columns());
                }
                if (check.windowEnd() != null) {
                    blamed.addAll(check.windowEnd().columns());
                }
                if (from.first() != null) {
                    blamed.add(from.first());
                }
                unknown(row, blamed);
                return;
            }
            Map<String, String> values = new HashMap<>(head().message().capture(row));
            if (check.outside() != null) {
                values.putAll(check.outside().message().capture(row));
            }
            String object = firstAt < 0 ? row.key() : personOrKey(row, key);
            Entry entry = new Entry(id, windowStart, windowEnd, row.line(), object, values, row.at(check.column()));
            if (firstAt < 0) {
                entries.add(entry);
            } else {
                firstDays.put(id, first);
                firsts.put(id, entry);
            }
        }

        /** With {@code premier}, the finding is about the key (the person), not about the row that happens to be first. */
        private static String personOrKey(Row row, int[] key) {
            StringBuilder object = new StringBuilder();
            for (int position : key) {
                object.append(object.length() == 0 ? "" : "/").append(row.display(position));
            }
            return object.toString();
        }

        private void covering(Row row, By by, RowTest counts, int[] key, int startAt, int endAt, Intervals byKey) {
            Truth truth = counts.test(row);
            if (truth == Truth.FALSE) {
                return;
            }
            long id = TextHash.of(row, key);
            if (id == 0) {
                for (int position : key) {
                    lost |= row.value(position) == Cell.UNREADABLE
                            || (row.value(position) == Cell.EMPTY
                                    && row.schema().fields().get(position).required());
                    if (row.value(position) == Cell.ABSENT) {
                        absentColumn(
                                by.register(),
                                row.schema().fields().get(position).name());
                        blind = true;
                    }
                }
                return;
            }
            long start = startAt < 0 ? 0 : row.value(startAt);
            long end = endAt < 0 ? start : row.value(endAt);
            if (endAt >= 0 && (end == Cell.EMPTY || end == Cell.ABSENT)) {
                end = context().auditDate().toEpochDay();
            }
            if (start == Cell.EMPTY) {
                return;
            }
            if (truth == Truth.UNKNOWN || !Cell.isValue(start) || !Cell.isValue(end)) {
                Set<String> blamed = new LinkedHashSet<>();
                if (by.when() != null) {
                    blamed.addAll(by.when().columns());
                }
                if (by.start() != null) {
                    blamed.add(by.start());
                }
                for (String column : blamed) {
                    if (row.value(row.schema().position(column)) == Cell.ABSENT) {
                        absentColumn(by.register(), column);
                        blind = true;
                    }
                }
                doubtfulKeys.add(id);
                return;
            }
            byKey.add(id, start, end, row.line());
        }

        @Override
        public void finish() {
            entries.addAll(firsts.values());
            entries.sort((a, b) -> Integer.compare(a.line(), b.line()));
            boolean saidMissing = false;
            for (Entry entry : entries) {
                int inside = 0;
                long nearest = Long.MAX_VALUE;
                long distance = Long.MAX_VALUE;
                @Nullable Location nearestPlace = null;
                for (int s = 0; s < found.size(); s++) {
                    Intervals intervals = found.get(s);
                    By by = check.by().get(s);
                    boolean nearer = false;
                    for (int i = intervals.last(entry.key()); i >= 0; i = intervals.before(i)) {
                        boolean dated = by.start() != null;
                        if (!dated || (intervals.start(i) <= entry.end() && intervals.end(i) >= entry.start())) {
                            inside++;
                            continue;
                        }
                        boolean after = intervals.start(i) > entry.end();
                        long away = after ? intervals.start(i) - entry.end() : entry.start() - intervals.end(i);
                        // From the last to the first: among the nearest of a source, the first one is shown.
                        if (away < distance || (nearer && away == distance)) {
                            nearer = true;
                            distance = away;
                            nearest = after ? intervals.start(i) : intervals.end(i);
                            nearestPlace = Location.of(
                                    context().register(by.register()).file(), intervals.line(i), by.start());
                        }
                    }
                }
                if (inside >= check.atLeast()) {
                    counted();
                    continue;
                }
                if (entry.end() > context().auditDate().toEpochDay() && check.windowEnd() != null) {
                    continue;
                }
                if (!missing.isEmpty()) {
                    if (!saidMissing) {
                        missing.forEach(this::registerMissing);
                        saidMissing = true;
                    }
                    continue;
                }
                if (blind) {
                    continue;
                }
                if (lost || doubtfulKeys.contains(entry.key())) {
                    unverifiable(
                            entry.object(),
                            "Une ligne qui pourrait couvrir " + entry.object()
                                    + " est illisible ou sans identifiant : contrôle impossible.",
                            "Corrigez les cellules signalées.",
                            entry.source());
                    continue;
                }
                counted();
                Map<String, String> values = new HashMap<>(entry.values());
                values.put("nombre", Integer.toString(inside));
                values.put("attendu", Integer.toString(check.atLeast()));
                String measure = check.atLeast() > 1 ? inside + "/" + check.atLeast() : null;
                if (nearestPlace != null && inside == 0) {
                    values.put("autre", FrenchDates.day(nearest));
                    values.put("jours", Long.toString(distance));
                    if (check.outside() != null) {
                        report(
                                check.outside(),
                                entry.object(),
                                values,
                                FrenchDates.day(nearest),
                                window(entry),
                                nearestPlace);
                        continue;
                    }
                }
                report(
                        entry.object(),
                        values,
                        measure,
                        check.atLeast() > 1 ? Integer.toString(check.atLeast()) : null,
                        entry.source());
            }
        }
    }
}
