package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.KeyCodes;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.TextHash;
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
 * @param population where the persons of a month are read: the first register present, or the next for a month it says nothing of
 * @param known register of the persons concerned: one who is not in it counts only as a doubt; null when everyone counts
 * @param cover what covers a person
 * @param threshold how many are needed
 */
public record MonthlyShareCheck(
        CheckHead head,
        List<Population> population,
        @Nullable Known known,
        Cover cover,
        MonthlyThreshold threshold) implements Check {

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

    /**
     * Who the persons concerned are.
     *
     * @param register register
     * @param person column of the person
     */
    public record Known(String register, String person) {}

    @Override
    public Set<String> registers() {
        Set<String> names = new LinkedHashSet<>();
        population.forEach(p -> names.add(p.register()));
        names.add(cover.register());
        return names;
    }

    @Override
    public Set<String> subjects() {
        return new LinkedHashSet<>(population.stream().map(Population::register).toList());
    }

    @Override
    public Set<String> keys() {
        return threshold instanceof MonthlyThreshold.Funded ? Set.of("financement") : Set.of();
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    /** One controlled month, and the persons each source gives it. */
    private static final class Month {
        private final YearMonth month;
        private final long first;
        private final long last;
        private final List<BitSet> sure = new ArrayList<>();
        private final List<BitSet> maybe = new ArrayList<>();
        private final BitSet told = new BitSet();

        Month(YearMonth month, LocalDate auditDate, int sources) {
            this.month = month;
            this.first = month.atDay(1).toEpochDay();
            LocalDate end = month.atEndOfMonth();
            this.last = (end.isAfter(auditDate) ? auditDate : end).toEpochDay();
            for (int i = 0; i < sources; i++) {
                sure.add(new BitSet());
                maybe.add(new BitSet());
            }
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
        private final KeyCodes persons = new KeyCodes();
        private final KeyCodes known = new KeyCodes();
        private final List<Cover.Span> spans = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private final List<Population> sources;
        private boolean limited;
        private boolean blind;
        private boolean readable;

        Run(MonthlyShareCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.sources = check.population().stream()
                    .filter(p -> available(p.register()))
                    .toList();
            YearMonth end = YearMonth.from(context.period().end());
            for (YearMonth m = YearMonth.from(context.period().start()); !m.isAfter(end); m = m.plusMonths(1)) {
                months.add(new Month(m, context.auditDate(), sources.size()));
            }
            if (sources.isEmpty()) {
                check.population().forEach(p -> registerMissing(p.register()));
                return;
            }
            Cover.Reader reader = check.cover().reader(context, this::coverBlind);
            readable = read(check.cover().register(), Scope.TOUT, row -> spans.add(reader.read(row)));
            for (int i = 0; i < sources.size(); i++) {
                readPopulation(i);
            }
            Known who = check.known();
            if (who != null && available(who.register())) {
                limited = true;
                int person = context.register(who.register()).schema().position(who.person());
                read(who.register(), Scope.TOUT, row -> known.add(row.hash(person)));
            }
        }

        /** Without a column of the cover, no month can be judged: it is said once. */
        private void coverBlind(String column) {
            absentColumn(check.cover().register(), column);
            blind = true;
        }

        @Override
        public List<Measure> measures() {
            return measures;
        }

        private void readPopulation(int source) {
            Population p = sources.get(source);
            RegisterSchema schema = context().register(p.register()).schema();
            RowTest when = bind(p.when(), p.register());
            int person = schema.position(p.person());
            int start = schema.position(String.valueOf(p.month() == null ? p.start() : p.month()));
            int end = p.month() != null || p.end() == null ? -1 : schema.position(p.end());
            boolean monthly = p.month() != null;
            read(p.register(), Scope.PERIODE, row -> {
                long first = row.value(start);
                if (!Cell.isValue(row.value(person)) || !Cell.isValue(first)) {
                    if (source == 0) {
                        unknown(row, Set.of(p.person(), String.valueOf(monthly ? p.month() : p.start())));
                    }
                    return;
                }
                Truth truth = when.test(row);
                long last = monthly ? first : end < 0 ? Cell.EMPTY : row.value(end);
                boolean sure = truth == Truth.TRUE && last != Cell.UNREADABLE;
                if (!Cell.isValue(last)) {
                    last = Long.MAX_VALUE / 2;
                }
                add(row.hash(person), source, first, last, monthly, sure, truth != Truth.FALSE);
            });
        }

        private void add(
                long person, int source, long first, long last, boolean monthly, boolean sure, boolean counts) {
            int code = persons.add(person);
            for (Month month : months) {
                boolean inside = monthly ? month.first == first : first <= month.last && last >= month.first;
                if (inside) {
                    month.told.set(source);
                    if (counts) {
                        (sure ? month.sure : month.maybe).get(source).set(code);
                    }
                }
            }
        }

        @Override
        public void finish() {
            if (!readable || blind) {
                return;
            }
            BitSet strangers = new BitSet();
            if (limited) {
                persons.forEach((person, code) -> strangers.set(code, !known.contains(person)));
            }
            Map<Integer, List<Cover.Span>> byPerson = new HashMap<>();
            for (Cover.Span span : spans) {
                int code = persons.get(TextHash.of(span.person()));
                if (code >= 0) {
                    byPerson.computeIfAbsent(code, c -> new ArrayList<>()).add(span);
                }
            }
            for (Month month : months) {
                judge(month, strangers, byPerson);
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

        /** Judges a month on the first source that says something of it; a later source can only clear it or leave a doubt. */
        private void judge(Month month, BitSet strangers, Map<Integer, List<Cover.Span>> byPerson) {
            int source = month.told.nextSetBit(0);
            if (source < 0) {
                return;
            }
            BitSet sure = month.sure.get(source);
            BitSet maybe = month.maybe.get(source);
            BitSet unknown = (BitSet) strangers.clone();
            unknown.and(sure);
            sure.andNot(unknown);
            maybe.or(unknown);
            maybe.andNot(sure);
            BitSet everyone = (BitSet) sure.clone();
            everyone.or(maybe);
            if (everyone.isEmpty()) {
                return;
            }
            Covered covered = cover(month, byPerson);
            covered.reserved.andNot(covered.signed);
            covered.doubtful.andNot(covered.signed);
            int signed = size(covered.signed, sure);
            int reserved = size(covered.reserved, sure);
            int population = sure.cardinality();
            OptionalLong required = check.threshold()
                    .required(
                            month.month,
                            context().auditDate(),
                            population,
                            context().structure());
            String object = month.month.toString();
            measures.add(new Measure(
                    head().id(), object, population, signed, reserved, required.orElse(-1), sourceName(source)));
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
            long maybeSigned = (long) signed + size(covered.doubtful, sure) + size(covered.signed, maybe);
            String measure = signed + "/" + population;
            String threshold = check.threshold().shown(needed);
            if (signed >= needed && signed + size(covered.signed, maybe) >= worstNeeded) {
                return;
            }
            if (maybeSigned >= needed) {
                unverifiable(
                        object,
                        "En " + label + ", des lignes illisibles ou des personnes inconnues empêchent de conclure : "
                                + measure + " sans elles, seuil " + threshold + ".",
                        "Corrigez les cellules signalées, complétez la liste des salariés.",
                        Location.of(context().register(check.cover().register()).file()));
                return;
            }
            if (signed + reserved >= needed) {
                unverifiable(
                        object,
                        "En " + label + ", le seuil " + threshold + " n'est atteint qu'avec " + reserved
                                + " engagement(s) non signé(s) mais argumenté(s) (" + measure + " signés).",
                        "Faites juger la pertinence de l'argument pédagogique, ou obtenez les signatures.",
                        blame(month, sure, covered, byPerson));
                return;
            }
            if (source > 0) {
                unverifiable(
                        object,
                        sourceName(0) + " ne dit rien pour " + label + " ; d'après " + sourceName(source) + ", "
                                + measure + " pour un seuil de " + threshold + ".",
                        "Compléter " + sourceName(0) + " pour ce mois.",
                        Location.of(sourceName(0)));
                return;
            }
            Map<String, String> values = new HashMap<>();
            values.put("mois", label);
            values.put("effectif", Integer.toString(population));
            values.put("couverts", Integer.toString(signed));
            values.put("manque", Long.toString(needed - signed));
            values.put("requis", Long.toString(needed));
            values.put("source", sourceName(source));
            report(object, values, measure, threshold, blame(month, sure, covered, byPerson));
        }

        private String sourceName(int source) {
            return context().register(sources.get(source).register()).file();
        }

        /** The cell that explains the month best: the engagement that lapsed last, else one that starts later or lacks a signature. */
        private Location blame(Month month, BitSet sure, Covered covered, Map<Integer, List<Cover.Span>> byPerson) {
            Cover.Span lapsed = null;
            Cover.Span later = null;
            Cover.Span unsigned = null;
            for (int code = sure.nextSetBit(0); code >= 0; code = sure.nextSetBit(code + 1)) {
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
