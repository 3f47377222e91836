package fr.cedre.deadline;

import fr.cedre.check.Condition;
import fr.cedre.check.DateValue;
import fr.cedre.check.Gravity;
import fr.cedre.check.RowTest;
import fr.cedre.check.RunContext;
import fr.cedre.check.Truth;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.referential.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of registers that are deadlines, by the entries of {@code echeances.yaml}. What a row leaves unknown (a column that the file does not
 * have, a register that is not there) never makes a past deadline: it may well have been done.
 */
final class RegisterDeadlines {

    private final Evaluation evaluation;
    private final Dossier dossier;
    private final LocalDate until;
    private final long day;

    RegisterDeadlines(Evaluation evaluation, Dossier dossier, LocalDate until) {
        this.evaluation = evaluation;
        this.dossier = dossier;
        this.until = until;
        this.day = evaluation.period().end().toEpochDay();
    }

    List<Deadline> of(DeadlineRules rules) {
        Map<String, List<Reading>> byRegister = new TreeMap<>();
        for (RegisterEntry entry : rules.entries()) {
            RegisterInfo info = dossier.registers().get(entry.register());
            if (info != null && info.readable()) {
                byRegister
                        .computeIfAbsent(entry.register(), key -> new ArrayList<>())
                        .add(new Reading(entry, info.schema()));
            }
        }
        List<Deadline> all = new ArrayList<>();
        byRegister.forEach((register, readings) -> {
            dossier.streamWithLater(register, row -> {
                StructureType type = type(row);
                if (type == null || evaluation.types().contains(type)) {
                    readings.forEach(reading -> reading.accept(row, type));
                }
            });
            readings.forEach(reading -> all.addAll(reading.deadlines()));
        });
        return all;
    }

    private static @Nullable StructureType type(Row row) {
        int at = row.schema().position(RegisterSchema.TYPE_COLUMN);
        return Cell.isValue(row.value(at)) ? new StructureType(row.text(at).toUpperCase(Locale.ROOT)) : null;
    }

    /** What conditions look at beside the rows, for rows of some types. */
    private RunContext context(Set<StructureType> types) {
        return new RunContext(
                "",
                Gravity.MINEURE,
                "",
                Set.of(),
                types,
                evaluation.period(),
                evaluation.structure(),
                dossier.evidence(),
                dossier.registers(),
                List.of(),
                new RunContext.CertificateRules(List.of(), List.of(), null, null, null),
                null);
    }

    private RowTest bind(@Nullable Condition condition, RegisterSchema schema, Set<StructureType> types) {
        return condition == null ? row -> Truth.TRUE : condition.bind(schema, context(types));
    }

    /** The keys that stand in another register, or null when nothing tells. */
    private @Nullable Set<String> keys(RegisterEntry.@Nullable Except except) {
        RegisterInfo info = except == null ? null : dossier.registers().get(except.register());
        if (except == null || info == null || !info.readable()) {
            return null;
        }
        if (dossier.interruptions().containsKey(except.register())
                || !info.columns().contains(except.key())) {
            return null;
        }
        int at = info.schema().position(except.key());
        RowTest test = bind(except.when(), info.schema(), Set.copyOf(evaluation.types()));
        Set<String> keys = new HashSet<>();
        dossier.streamWithLater(except.register(), row -> {
            if (test.test(row) == Truth.TRUE && Cell.isValue(row.value(at))) {
                keys.add(row.text(at));
            }
        });
        return keys;
    }

    /** The specification that an entry serves, when the referential under control holds it. */
    private @Nullable String specification(RegisterEntry entry) {
        for (Specification one : evaluation.referential().specifications()) {
            if (one.id().equals(entry.specifications().get(one.source().referential()))) {
                return one.id();
            }
        }
        return null;
    }

    /** One entry at work on its register. */
    private final class Reading {
        private final RegisterEntry entry;
        private final RegisterSchema schema;
        private final DateValue date;
        private final RowTest common;
        private final Map<StructureType, RowTest> byType = new HashMap<>();
        private final @Nullable Set<String> done;
        private final @Nullable String specification;
        private final List<Deadline> found = new ArrayList<>();
        private final Map<String, Deadline> latest = new LinkedHashMap<>();
        private final Map<String, Long> ranks = new HashMap<>();

        Reading(RegisterEntry entry, RegisterSchema schema) {
            this.entry = entry;
            this.schema = schema;
            this.date = entry.date().bind(schema, evaluation.period());
            this.common = bind(entry.when(), schema, Set.copyOf(evaluation.types()));
            this.done = keys(entry.except());
            this.specification = specification(entry);
        }

        void accept(Row row, @Nullable StructureType type) {
            long on = date.of(row);
            if (entry.orderBy() != null) {
                latestRow(row, type, on, entry.orderBy());
                return;
            }
            if (!Cell.isValue(on) || (entry.lastBy() == null && on > until.toEpochDay())) {
                return;
            }
            RowTest test =
                    type == null ? common : byType.computeIfAbsent(type, t -> bind(entry.when(), schema, Set.of(t)));
            Truth due = test.test(row).and(open(row));
            if (due == Truth.FALSE || (due == Truth.UNKNOWN && on < day)) {
                return;
            }
            int by = entry.lastBy() == null ? -1 : schema.position(entry.lastBy());
            if (by < 0 || !Cell.isValue(row.value(by))) {
                found.add(deadline(row, on, row.key()));
                return;
            }
            Deadline before = latest.get(row.text(by));
            if (before == null || before.on().toEpochDay() < on) {
                latest.put(row.text(by), deadline(row, on, row.display(by)));
            }
        }

        /** What the latest row of a value says counts, even when it says that nothing is due. */
        private void latestRow(Row row, @Nullable StructureType type, long on, String orderBy) {
            int by = entry.lastBy() == null ? -1 : schema.position(entry.lastBy());
            long rank = row.value(schema.position(orderBy));
            if (by < 0 || !Cell.isValue(row.value(by)) || !Cell.isValue(rank)) {
                return;
            }
            String key = row.text(by);
            Long best = ranks.get(key);
            if (best != null && best > rank) {
                return;
            }
            ranks.put(key, rank);
            RowTest test =
                    type == null ? common : byType.computeIfAbsent(type, t -> bind(entry.when(), schema, Set.of(t)));
            Truth due = Cell.isValue(on) ? test.test(row).and(open(row)) : Truth.FALSE;
            if (due == Truth.FALSE || (due == Truth.UNKNOWN && on < day)) {
                latest.remove(key);
            } else {
                latest.put(key, deadline(row, on, row.display(by)));
            }
        }

        /** False when the other register says that it is done. */
        private Truth open(Row row) {
            RegisterEntry.Except except = entry.except();
            if (except == null) {
                return Truth.TRUE;
            }
            int at = schema.position(except.own());
            if (done == null || !Cell.isValue(row.value(at))) {
                return Truth.UNKNOWN;
            }
            return Truth.of(!done.contains(row.text(at)));
        }

        private Deadline deadline(Row row, long on, String object) {
            String column = entry.date().columns().stream().findFirst().orElse(null);
            return new Deadline(
                    LocalDate.ofEpochDay(on),
                    entry.code(),
                    object,
                    entry.label().fill(entry.label().capture(row)),
                    specification,
                    row.at(column),
                    entry.individual(),
                    entry.renewal());
        }

        List<Deadline> deadlines() {
            found.addAll(latest.values());
            if (entry.upcoming()) {
                found.removeIf(d -> d.past(evaluation.period().end()));
            }
            return found;
        }
    }
}
