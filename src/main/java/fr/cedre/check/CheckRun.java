package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One check at work on one folder: it is handed every row once, then asked for its findings. Findings of one check are listed up to
 * {@value #MAX_FINDINGS}, then counted, so that memory does not grow with a hostile file.
 */
public abstract class CheckRun {

    /** Findings of one level listed one by one. */
    public static final int MAX_FINDINGS = 1000;

    /** Object of the finding that stands for those that are not listed. */
    public static final String REST = "(suite)";

    private final CheckHead head;
    private final RunContext context;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Location> absentColumns = new LinkedHashMap<>();
    private List<Due> dues = List.of();
    private long population;

    /** A run of a check. */
    protected CheckRun(CheckHead head, RunContext context) {
        this.head = head;
        this.context = context;
    }

    /**
     * What a run wants to read.
     *
     * @param register register name
     * @param scope which rows
     * @param reader called for each
     */
    public record Subscription(String register, Scope scope, Consumer<Row> reader) {}

    /** Called once, after the last row. */
    public abstract void finish();

    /** What it reads. */
    public final List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** How many cases were verified; none means the rule met nothing to apply to. */
    public final long population() {
        return population;
    }

    /** The findings, in any order. */
    public final List<Finding> findings() {
        return findings;
    }

    /** Takes back the gaps: a register was not read to its end. */
    public final void withdrawGaps() {
        findings.removeIf(f -> f.level() == Level.ECART);
    }

    /** When it stops being met, once finished; empty unless a horizon was asked for. */
    public final List<Due> dues() {
        return dues;
    }

    /** True when a horizon was asked for: only then does a run remember what tells when it stops being met. */
    protected final boolean dated() {
        return context.horizon() != null;
    }

    /** The check is met until a day, included. */
    protected final void due(LocalDate on, String object, @Nullable String value, @Nullable Location source) {
        if (context.horizon() != null && !on.isAfter(context.horizon())) {
            if (dues.isEmpty()) {
                dues = new ArrayList<>();
            }
            dues.add(new Due(on, object, value, source));
        }
    }

    /** True if a gap was found. */
    public final boolean failed() {
        return findings.stream().anyMatch(f -> f.level() == Level.ECART);
    }

    /** True if something could not be verified. */
    public final boolean unverifiable() {
        return findings.stream().anyMatch(f -> f.level() == Level.A_EXAMINER);
    }

    /** What the run may look at. */
    protected final RunContext context() {
        return context;
    }

    /** Head of the check. */
    protected final CheckHead head() {
        return head;
    }

    /** Reads a register if it can be read; otherwise the check is unverifiable and the answer is false. */
    protected final boolean read(String register, Scope scope, Consumer<Row> reader) {
        if (!available(register)) {
            registerMissing(register);
            return false;
        }
        subscriptions.add(new Subscription(register, scope, reader));
        return true;
    }

    /** True when the register's rows can be read. */
    protected final boolean available(String register) {
        return context.register(register).readable();
    }

    /** A check that cannot make a gap cannot hold a status back either. */
    private boolean soft() {
        return head.level() != Level.ECART && head.level() != Level.A_EXAMINER;
    }

    /** Says that a register is absent or unusable. */
    protected final void registerMissing(String register) {
        if (soft()) {
            return;
        }
        RegisterInfo info = context.register(register);
        add(new Finding(
                head.id(),
                Level.A_EXAMINER,
                null,
                register,
                info.present()
                        ? "Le registre " + info.file() + " n'a pas pu être lu : contrôle impossible."
                        : "Le registre " + info.file() + " est absent : contrôle impossible.",
                info.present()
                        ? "Corrigez les erreurs signalées pour ce fichier."
                        : "Fournissez " + info.file()
                                + " pour que ce point soit contrôlé, ou faites-le juger par une personne.",
                null,
                null,
                Location.of(info.file())));
    }

    /** Counts a case. */
    protected final void counted() {
        population++;
    }

    /** Binds a condition to a register. */
    protected final RowTest bind(@Nullable Condition condition, String register) {
        return condition == null
                ? row -> Truth.TRUE
                : condition.bind(context.register(register).schema(), context);
    }

    /** A finding at the level and gravity of the check. */
    protected final void report(
            String object,
            Map<String, String> values,
            @Nullable String measure,
            @Nullable String threshold,
            @Nullable Location source) {
        report(head, object, values, measure, threshold, source);
    }

    /** A finding with another head (a variant of the check: late rather than absent). */
    protected final void report(
            CheckHead as,
            String object,
            Map<String, String> values,
            @Nullable String measure,
            @Nullable String threshold,
            @Nullable Location source) {
        report(as, as.level(), object, values, measure, threshold, source);
    }

    /** A finding at a level chosen by the run. */
    protected final void report(
            CheckHead as,
            Level level,
            String object,
            Map<String, String> values,
            @Nullable String measure,
            @Nullable String threshold,
            @Nullable Location source) {
        if (room(as.id(), level)) {
            Map<String, String> all = new LinkedHashMap<>(values);
            if (measure != null) {
                all.put("mesure", measure);
            }
            if (threshold != null) {
                all.put("seuil", threshold);
            }
            add(new Finding(
                    as.id(),
                    level,
                    level == Level.ECART ? (as.gravity() == null ? context.gravity() : as.gravity()) : null,
                    object,
                    as.message().fill(all),
                    as.advice() == null ? context.advice() : as.advice(),
                    measure,
                    threshold,
                    source));
        }
    }

    /** Something that could not be verified, in its own words. */
    protected final void unverifiable(String object, String message, String advice, @Nullable Location source) {
        if (!soft() && room(head.id(), Level.A_EXAMINER)) {
            add(new Finding(head.id(), Level.A_EXAMINER, null, object, message, advice, null, null, source));
        }
    }

    /** Blames an unknown answer on the first column of the row that is absent or unreadable. */
    protected final void unknown(Row row, Set<String> columns) {
        for (String column : columns) {
            int position = row.schema().position(column);
            long value = position < 0 ? Cell.EMPTY : row.value(position);
            if (value == Cell.ABSENT) {
                absentColumn(row.schema().name(), column);
                return;
            }
            if (value == Cell.UNREADABLE) {
                unverifiable(
                        row.key(),
                        "La colonne « " + column + " » de la ligne " + row.line()
                                + " est illisible : contrôle impossible.",
                        "Corrigez la cellule signalée.",
                        row.at(column));
                return;
            }
        }
        for (String column : columns) {
            int position = row.schema().position(column);
            if (position >= 0 && row.value(position) == Cell.EMPTY) {
                unverifiable(
                        row.key(),
                        "La colonne « " + column + " » de la ligne " + row.line() + " est vide : contrôle impossible.",
                        "Remplissez la cellule signalée.",
                        row.at(column));
                return;
            }
        }
        unverifiable(
                row.key(),
                "La ligne " + row.line() + " ne permet pas de conclure.",
                "Vérifiez les valeurs de cette ligne.",
                row.at(null));
    }

    /** Says once that a column is absent from a register. */
    protected final void absentColumn(String register, String column) {
        if (soft()) {
            return;
        }
        String object = register + "." + column;
        Location file = Location.of(context.register(register).file());
        if (absentColumns.putIfAbsent(object, file) == null) {
            add(new Finding(
                    head.id(),
                    Level.A_EXAMINER,
                    null,
                    object,
                    "La colonne « " + column + " » manque dans " + file.file() + " : contrôle impossible.",
                    "Ajoutez la colonne « " + column + " » au registre, ou faites juger ce point par une personne.",
                    null,
                    null,
                    new Location(file.file(), null, column)));
        }
    }

    /** Adds a finding made elsewhere. */
    protected final void add(Finding finding) {
        findings.add(finding);
    }

    /** Closes the counts: one more finding says how many were not listed. The evaluator calls it after {@link #finish()}. */
    public final void close() {
        counts.forEach((key, count) -> {
            int rest = count - MAX_FINDINGS;
            if (rest > 0) {
                int cut = key.indexOf('\u0000');
                Level level = Level.valueOf(key.substring(cut + 1));
                findings.add(new Finding(
                        key.substring(0, cut),
                        level,
                        level == Level.ECART ? (head.gravity() == null ? context.gravity() : head.gravity()) : null,
                        REST,
                        "Et " + rest + " autres constats du même contrôle, non détaillés.",
                        context.advice(),
                        null,
                        null,
                        null));
            }
        });
    }

    private boolean room(String id, Level level) {
        return counts.merge(id + '\u0000' + level.name(), 1, Integer::sum) <= MAX_FINDINGS;
    }
}
