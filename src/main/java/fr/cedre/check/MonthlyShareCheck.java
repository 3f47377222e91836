package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each controlled month, enough distinct persons of a population are covered ({@code part-mensuelle}, V2 § 6.1 G). Persons, not
 * engagements, are counted; an unreadable row is counted both ways and the month is to be examined only if it matters.
 *
 * @param head head
 * @param population where the persons of a month are read; the first register present is used
 * @param cover what covers a person
 * @param threshold how many are needed
 */
public record MonthlyShareCheck(CheckHead head, List<Population> population, Cover cover, MonthlyThreshold threshold)
        implements Check {

    /** Copies the list. */
    public MonthlyShareCheck {
        population = List.copyOf(population);
    }

    /**
     * Where the persons of a month are read.
     *
     * @param register register
     * @param person column of the person
     * @param month month column, or null when an interval is used
     * @param start start column, or null
     * @param end end column, or null
     * @param when rows that count, or null
     */
    public record Population(
            String register,
            String person,
            @Nullable String month,
            @Nullable String start,
            @Nullable String end,
            @Nullable Condition when) {}

    @Override
    public Set<String> registers() {
        Set<String> names = new LinkedHashSet<>();
        population.forEach(p -> names.add(p.register()));
        names.add(cover.register());
        return names;
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    /** One controlled month. */
    private static final class Month {
        private final YearMonth month;
        private final long first;
        private final long last;
        private final BitSet sure = new BitSet();
        private final BitSet maybe = new BitSet();

        Month(YearMonth month, LocalDate auditDate) {
            this.month = month;
            this.first = month.atDay(1).toEpochDay();
            LocalDate end = month.atEndOfMonth();
            this.last = (end.isAfter(auditDate) ? auditDate : end).toEpochDay();
        }
    }

    /** How the persons of a month stand. */
    private static final class Covered {
        private final BitSet signed = new BitSet();
        private final BitSet reserved = new BitSet();
        private final BitSet doubtful = new BitSet();
    }

    private static final class Run extends CheckRun implements MeasuringRun {
        private final MonthlyShareCheck check;
        private final List<Month> months = new ArrayList<>();
        private final Map<String, Integer> persons = new HashMap<>();
        private final List<Cover.Span> spans = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private @Nullable Population source;
        private boolean readable;

        Run(MonthlyShareCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            YearMonth end = YearMonth.from(context.period().end());
            for (YearMonth m = YearMonth.from(context.period().start()); !m.isAfter(end); m = m.plusMonths(1)) {
                months.add(new Month(m, context.auditDate()));
            }
            for (Population candidate : check.population()) {
                if (available(candidate.register())) {
                    source = candidate;
                    break;
                }
            }
            if (source == null) {
                check.population().forEach(p -> registerMissing(p.register()));
                return;
            }
            Cover.Reader reader = check.cover()
                    .reader(context, column -> absentColumn(check.cover().register(), column));
            readable = read(check.cover().register(), Scope.TOUT, row -> spans.add(reader.read(row)));
            readPopulation(source);
        }

        @Override
        public List<Measure> measures() {
            return measures;
        }

        private void readPopulation(Population p) {
            RegisterSchema schema = context().register(p.register()).schema();
            RowTest when = bind(p.when(), p.register());
            int person = schema.position(p.person());
            int start = schema.position(String.valueOf(p.month() == null ? p.start() : p.month()));
            int end = p.month() != null || p.end() == null ? -1 : schema.position(p.end());
            boolean monthly = p.month() != null;
            read(p.register(), Scope.PERIODE, row -> {
                Truth truth = when.test(row);
                if (truth == Truth.FALSE) {
                    return;
                }
                long first = row.value(start);
                if (!Cell.isValue(row.value(person)) || !Cell.isValue(first)) {
                    unknown(row, Set.of(p.person(), String.valueOf(monthly ? p.month() : p.start())));
                    return;
                }
                long last = monthly ? first : end < 0 ? Cell.EMPTY : row.value(end);
                boolean sure = truth == Truth.TRUE && last != Cell.UNREADABLE;
                if (!Cell.isValue(last)) {
                    last = Long.MAX_VALUE / 2;
                }
                add(row.text(person), first, last, monthly, sure);
            });
        }

        private void add(String person, long first, long last, boolean monthly, boolean sure) {
            Integer known = persons.get(person);
            int code;
            if (known == null) {
                code = persons.size();
                persons.put(person, code);
            } else {
                code = known;
            }
            for (Month month : months) {
                boolean inside = monthly ? month.first == first : first <= month.last && last >= month.first;
                if (inside) {
                    (sure ? month.sure : month.maybe).set(code);
                }
            }
        }

        @Override
        public void finish() {
            if (!readable || source == null) {
                return;
            }
            Map<Integer, List<Cover.Span>> byPerson = new HashMap<>();
            for (Cover.Span span : spans) {
                Integer code = persons.get(span.person());
                if (code != null) {
                    byPerson.computeIfAbsent(code, c -> new ArrayList<>()).add(span);
                }
            }
            for (Month month : months) {
                judge(month, byPerson);
            }
        }

        private Covered cover(Month month, Map<Integer, List<Cover.Span>> byPerson) {
            Covered covered = new Covered();
            byPerson.forEach((code, personSpans) -> {
                for (Cover.Span span : personSpans) {
                    if (span.start() > month.last || span.end() < month.first) {
                        continue;
                    }
                    switch (span.strength()) {
                        case SIGNED -> covered.signed.set(code);
                        case RESERVED -> covered.reserved.set(code);
                        case DOUBTFUL -> covered.doubtful.set(code);
                        case UNSIGNED -> {
                            // counts for nothing
                        }
                    }
                }
            });
            return covered;
        }

        private void judge(Month month, Map<Integer, List<Cover.Span>> byPerson) {
            month.maybe.andNot(month.sure);
            BitSet everyone = (BitSet) month.sure.clone();
            everyone.or(month.maybe);
            if (everyone.isEmpty()) {
                return;
            }
            Covered covered = cover(month, byPerson);
            covered.reserved.andNot(covered.signed);
            covered.doubtful.andNot(covered.signed);
            int signed = size(covered.signed, month.sure);
            int reserved = size(covered.reserved, month.sure);
            int population = month.sure.cardinality();
            OptionalLong required = check.threshold()
                    .required(
                            month.month,
                            context().auditDate(),
                            population,
                            context().structure());
            String object = month.month.toString();
            measures.add(
                    new Measure(head().id(), object, population, signed, reserved, required.orElse(-1), sourceName()));
            String label = FrenchDates.month(month.first);
            if (required.isEmpty()) {
                unverifiable(
                        object,
                        "Aucune période de financement unique ne couvre " + label
                                + " dans structure.yaml : seuil inconnu.",
                        "Compléter « financement » (début, fin, etp_insertion ou postes_accompagnement) dans structure.yaml.",
                        Location.of(fr.cedre.dossier.Structure.FILE));
                return;
            }
            counted();
            long needed = required.getAsLong();
            // The least and the most favourable reading of the doubtful rows.
            long worstNeeded = check.threshold()
                    .required(
                            month.month,
                            context().auditDate(),
                            everyone.cardinality(),
                            context().structure())
                    .orElse(needed);
            long maybeSigned = (long) signed + size(covered.doubtful, month.sure) + size(covered.signed, month.maybe);
            String measure = signed + "/" + population;
            String threshold = check.threshold().shown(needed);
            if (signed >= needed && signed + size(covered.signed, month.maybe) >= worstNeeded) {
                return;
            }
            if (maybeSigned >= needed) {
                unverifiable(
                        object,
                        "En " + label + ", des lignes illisibles empêchent de conclure : " + measure
                                + " sans elles, seuil " + threshold + ".",
                        "Corriger les cellules signalées.",
                        Location.of(context().register(check.cover().register()).file()));
                return;
            }
            if (signed + reserved >= needed) {
                unverifiable(
                        object,
                        "En " + label + ", le seuil " + threshold + " n'est atteint qu'avec " + reserved
                                + " engagement(s) non signé(s) mais argumenté(s) (" + measure + " signés).",
                        "Faire juger la pertinence de l'argument pédagogique, ou obtenir les signatures.",
                        Location.of(context().register(check.cover().register()).file()));
                return;
            }
            Map<String, String> values = new HashMap<>();
            values.put("mois", label);
            values.put("effectif", Integer.toString(population));
            values.put("couverts", Integer.toString(signed));
            values.put("manque", Long.toString(needed - signed));
            values.put("requis", Long.toString(needed));
            values.put("source", sourceName());
            report(object, values, measure, threshold, blame(month, covered, byPerson));
        }

        private String sourceName() {
            return source == null ? "" : context().register(source.register()).file();
        }

        /** The cell that explains the month best: the engagement that lapsed last, else one that starts later or lacks a signature. */
        private Location blame(Month month, Covered covered, Map<Integer, List<Cover.Span>> byPerson) {
            Cover.Span lapsed = null;
            Cover.Span later = null;
            Cover.Span unsigned = null;
            for (int code = month.sure.nextSetBit(0); code >= 0; code = month.sure.nextSetBit(code + 1)) {
                if (covered.signed.get(code)) {
                    continue;
                }
                for (Cover.Span span : byPerson.getOrDefault(code, List.of())) {
                    if (span.strength() == Cover.Strength.SIGNED && span.end() < month.first) {
                        lapsed = lapsed == null
                                        || span.end() > lapsed.end()
                                        || (span.end() == lapsed.end() && before(span.endPlace(), lapsed.endPlace()))
                                ? span
                                : lapsed;
                    } else if (span.strength() == Cover.Strength.SIGNED) {
                        later = later == null
                                        || span.start() < later.start()
                                        || (span.start() == later.start()
                                                && before(span.startPlace(), later.startPlace()))
                                ? span
                                : later;
                    } else if (span.end() >= month.first && span.start() <= month.last) {
                        unsigned =
                                unsigned == null || before(span.startPlace(), unsigned.startPlace()) ? span : unsigned;
                    }
                }
            }
            if (unsigned != null) {
                return unsigned.startPlace();
            }
            if (lapsed != null) {
                return lapsed.endPlace();
            }
            return later != null
                    ? later.startPlace()
                    : Location.of(context().register(check.cover().register()).file());
        }

        private static boolean before(Location a, Location b) {
            return a.compareTo(b) < 0;
        }

        private static int size(BitSet a, BitSet b) {
            BitSet both = (BitSet) a.clone();
            both.and(b);
            return both.cardinality();
        }
    }
}
