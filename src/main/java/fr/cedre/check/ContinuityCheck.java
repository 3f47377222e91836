package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every day of an interval is covered ({@code continuite}, V2 § 6.1 G for ACI and EI): from the day after the trial period, each employee has an
 * engagement in force. A past interruption no longer than the tolerance is a sensitive point; a longer one, or one on the audit day, is a gap.
 *
 * @param head head
 * @param register register of the intervals (contracts)
 * @param person column of the person
 * @param when rows concerned, or null
 * @param start last day without obligation (end of trial)
 * @param defaultStart used when {@code start} is empty
 * @param end last day, open when empty
 * @param cover what covers a person
 * @param tolerance longest past interruption that is not a gap
 * @param column column the finding points to when the person has no covering row
 */
public record ContinuityCheck(
        CheckHead head,
        String register,
        String person,
        @Nullable Condition when,
        Moment start,
        Moment defaultStart,
        Moment end,
        Cover cover,
        Duration tolerance,
        String column)
        implements Check {

    @Override
    public Set<String> registers() {
        Set<String> names = new LinkedHashSet<>();
        names.add(register);
        names.add(cover.register());
        return names;
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
        return new Run(this, context);
    }

    /** A stretch of days to be covered, both ends included. */
    private record Need(
            String person,
            String shown,
            long contract,
            long start,
            boolean assumed,
            long end,
            boolean current,
            Location source) {}

    private static final class Run extends CheckRun {
        private final ContinuityCheck check;
        private final List<Need> needs = new ArrayList<>();
        private final Map<String, List<Cover.Span>> spans = new HashMap<>();
        private int contractStart;
        private boolean readable;

        Run(ContinuityCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            if (!available(check.register())) {
                registerMissing(check.register());
                return;
            }
            RegisterSchema schema = context.register(check.register()).schema();
            RowTest when = bind(check.when(), check.register());
            DateValue start = check.start().bind(schema, context.period());
            DateValue defaultStart = check.defaultStart().bind(schema, context.period());
            DateValue end = check.end().bind(schema, context.period());
            int person = schema.position(check.person());
            contractStart = schema.position(schema.periodStart().get(0));
            read(check.register(), Scope.TOUT, row -> need(row, when, start, defaultStart, end, person));
            Cover.Reader reader = check.cover()
                    .reader(context, column -> absentColumn(check.cover().register(), column));
            readable = read(check.cover().register(), Scope.TOUT, row -> {
                Cover.Span span = reader.read(row);
                spans.computeIfAbsent(span.person(), p -> new ArrayList<>()).add(span);
            });
        }

        private void need(Row row, RowTest when, DateValue start, DateValue defaultStart, DateValue end, int person) {
            Truth concerned = when.test(row);
            // an absent « nature » column cannot exclude anyone
            if (concerned == Truth.FALSE) {
                return;
            }
            long written = start.of(row);
            boolean assumed = written == Cell.EMPTY || written == Cell.ABSENT;
            long trial = assumed ? defaultStart.of(row) : written;
            long last = end.of(row);
            if (!Cell.isValue(row.value(person)) || !Cell.isValue(trial) || last == Cell.UNREADABLE) {
                Set<String> blamed = new LinkedHashSet<>();
                blamed.add(check.person());
                blamed.addAll(check.start().columns());
                blamed.addAll(check.end().columns());
                unknown(row, blamed);
                return;
            }
            long audit = context().auditDate().toEpochDay();
            boolean current = !Cell.isValue(last) || last >= audit;
            long until = current ? audit : last;
            needs.add(new Need(
                    row.text(person),
                    row.display(person),
                    row.value(contractStart),
                    trial + 1,
                    assumed,
                    until,
                    current,
                    row.at(check.column())));
        }

        /** Within the controlled period; a contract that follows another of the same person has no trial of its own unless one is written. */
        private List<Need> due() {
            needs.sort(Comparator.comparing(Need::person).thenComparing(Need::contract));
            List<Need> due = new ArrayList<>();
            String before = "";
            for (Need need : needs) {
                boolean renewal = need.person().equals(before) && need.assumed() && Cell.isValue(need.contract());
                before = need.person();
                long from = Math.max(
                        renewal ? need.contract() : need.start(),
                        context().period().start().toEpochDay());
                Need last = due.isEmpty() ? null : due.get(due.size() - 1);
                boolean follows = last != null && last.person().equals(need.person()) && from <= last.end() + 1;
                if (follows && last != null) {
                    // One stretch for contracts that follow each other: an interruption does not stop at a renewal.
                    due.set(
                            due.size() - 1,
                            new Need(
                                    last.person(),
                                    last.shown(),
                                    last.contract(),
                                    last.start(),
                                    false,
                                    Math.max(last.end(), need.end()),
                                    last.current() || need.current(),
                                    need.source()));
                } else if (from <= need.end()) {
                    due.add(new Need(
                            need.person(),
                            need.shown(),
                            need.contract(),
                            from,
                            false,
                            need.end(),
                            need.current(),
                            need.source()));
                }
            }
            return due;
        }

        @Override
        public void finish() {
            if (!readable) {
                return;
            }
            Map<String, Worst> worst = new LinkedHashMap<>();
            for (Need need : due()) {
                judge(need, worst);
            }
            worst.values().forEach(this::say);
        }

        /** The worst interruption of a person: one finding by person, whatever the number of contracts. */
        private record Worst(
                Need need,
                long start,
                long end,
                Level level,
                @Nullable String doubt,
                Location source) {
            /** Which one is said: a gap before a doubt, a doubt before a sensitive point, then the longer. */
            boolean worseThan(Worst other) {
                int byLevel = level.compareTo(other.level);
                return byLevel < 0 || (byLevel == 0 && end - start > other.end - other.start);
            }
        }

        private void judge(Need need, Map<String, Worst> worst) {
            counted();
            List<Cover.Span> own = spans.getOrDefault(need.person(), List.of());
            List<long[]> open = uncovered(need, own, false);
            if (open.isEmpty()) {
                return;
            }
            List<long[]> openAnyway = uncovered(need, own, true);
            for (long[] hole : open) {
                boolean stillOpen =
                        openAnyway.stream().anyMatch(h -> h[0] <= hole[1] && h[1] >= hole[0] && gap(need, h));
                Level level = gap(need, hole) ? Level.ECART : Level.POINT_SENSIBLE;
                String doubt = null;
                if (level == Level.ECART && !stillOpen) {
                    level = Level.A_EXAMINER;
                    doubt = own.stream().anyMatch(s -> s.strength() == Cover.Strength.DOUBTFUL)
                            ? "une ligne de son engagement est illisible"
                            : "son engagement n'est pas signé, mais argumenté";
                }
                Worst candidate = new Worst(need, hole[0], hole[1], level, doubt, blame(need, own, hole));
                worst.merge(need.person(), candidate, (a, b) -> b.worseThan(a) ? b : a);
            }
        }

        private boolean gap(Need need, long[] hole) {
            boolean now = need.current() && hole[1] == need.end();
            long limit = check.tolerance().after(LocalDate.ofEpochDay(hole[0])).toEpochDay();
            return now || hole[1] >= limit;
        }

        private static List<long[]> uncovered(Need need, List<Cover.Span> own, boolean lenient) {
            List<Cover.Span> counted = own.stream()
                    .filter(s -> s.strength() == Cover.Strength.SIGNED
                            || (lenient && s.strength() != Cover.Strength.UNSIGNED))
                    .sorted(Comparator.comparingLong(Cover.Span::start))
                    .toList();
            List<long[]> holes = new ArrayList<>();
            long day = need.start();
            for (Cover.Span span : counted) {
                if (span.end() < day) {
                    continue;
                }
                if (span.start() > need.end()) {
                    break;
                }
                if (span.start() > day) {
                    holes.add(new long[] {day, span.start() - 1});
                }
                day = Math.max(day, span.end() + 1);
            }
            if (day <= need.end()) {
                holes.add(new long[] {day, need.end()});
            }
            return holes;
        }

        /** The engagement that lapsed before the interruption or starts after it, else the contract. */
        private static Location blame(Need need, List<Cover.Span> own, long[] hole) {
            Cover.Span lapsed = null;
            Cover.Span other = null;
            for (Cover.Span span : own) {
                if (span.end() < hole[0]
                        && span.end() >= need.start() - 366
                        && (lapsed == null || span.end() > lapsed.end())) {
                    lapsed = span;
                } else if (span.end() >= hole[0] && other == null) {
                    other = span;
                }
            }
            if (other != null && other.strength() != Cover.Strength.SIGNED) {
                return other.startPlace();
            }
            return lapsed != null ? lapsed.endPlace() : other != null ? other.startPlace() : need.source();
        }

        private void say(Worst worst) {
            long days = worst.end() - worst.start() + 1;
            if (worst.doubt() != null) {
                unverifiable(
                        worst.need().shown(),
                        "Salarié " + worst.need().shown() + " : " + worst.doubt()
                                + " ; impossible de dire s'il est engagé du " + FrenchDates.day(worst.start()) + " au "
                                + FrenchDates.day(worst.end()) + ".",
                        "Obtenir les signatures, corriger la cellule signalée, ou faire juger l'argument pédagogique.",
                        worst.source());
                return;
            }
            Map<String, String> values = new HashMap<>();
            values.put(check.person(), worst.need().shown());
            values.put("debut", FrenchDates.day(worst.start()));
            values.put("fin", FrenchDates.day(worst.end()));
            values.put("jours", Long.toString(days));
            report(
                    head(),
                    worst.level(),
                    worst.need().shown(),
                    values,
                    days + (days > 1 ? " jours" : " jour"),
                    "0 jour",
                    worst.source());
        }
    }
}
