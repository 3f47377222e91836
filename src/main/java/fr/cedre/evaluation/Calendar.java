package fr.cedre.evaluation;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Scope;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.referential.CalendarEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts, in the pass that serves the checks, what a referential shows month by month. */
final class Calendar {

    private final List<Count> counts = new ArrayList<>();

    Calendar(List<CalendarEntry> entries, Dossier dossier) {
        entries.forEach(entry -> counts.add(new Count(entry, dossier)));
    }

    /** What it reads. */
    List<CheckRun.Subscription> subscriptions() {
        return counts.stream()
                .filter(c -> c.known)
                .map(c -> new CheckRun.Subscription(c.entry.register(), Scope.TOUT, row -> c.add(row.value(c.column))))
                .toList();
    }

    /** What it counted, in the order of the referential. */
    List<Rhythm> rhythms() {
        return counts.stream().map(c -> new Rhythm(c.entry, c.known, c.months)).toList();
    }

    private static final class Count {
        private final CalendarEntry entry;
        private final Period period;
        private final boolean known;
        private final int column;
        private final TreeMap<YearMonth, Integer> months = new TreeMap<>();

        Count(CalendarEntry entry, Dossier dossier) {
            this.entry = entry;
            this.period = dossier.period();
            RegisterInfo info = dossier.registers().get(entry.register());
            known = info != null && info.readable() && info.columns().contains(entry.column());
            column = info == null ? -1 : info.schema().position(entry.column());
            YearMonth last = YearMonth.from(period.end());
            for (YearMonth month = YearMonth.from(period.start()); !month.isAfter(last); month = month.plusMonths(1)) {
                months.put(month, 0);
            }
        }

        void add(long day) {
            if (Cell.isValue(day)
                    && day >= period.start().toEpochDay()
                    && day <= period.end().toEpochDay()) {
                months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), 1, Integer::sum);
            }
        }
    }
}
