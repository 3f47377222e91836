package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One single value, or combination, over the rows ({@code unicite}): a common tool is one tool in one version. A version that cleanly takes over from another in
 * time is a sensitive point, not a gap.
 *
 * @param head head
 * @param register register
 * @param scope which rows
 * @param when rows concerned, or null
 * @param columns columns of the combination
 * @param succession columns whose value may change once and for all in time
 * @param date date column for the succession, or null
 */
public record UniformityCheck(
        CheckHead head,
        String register,
        Scope scope,
        @Nullable Condition when,
        List<String> columns,
        List<String> succession,
        @Nullable String date)
        implements Check {

    private static final int MAX_VALUES = 50;

    /** Copies the lists. */
    public UniformityCheck {
        columns = List.copyOf(columns);
        succession = List.copyOf(succession);
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
    public Set<String> subjects() {
        return Set.of(register);
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Use {
        private final String fixed;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private int rows;
        private int line = Integer.MAX_VALUE;
        private @Nullable Location where;

        Use(String fixed) {
            this.fixed = fixed;
        }
    }

    private static final class Run extends CheckRun {
        private final UniformityCheck check;
        private final RowTest when;
        private final int[] positions;
        private final int dateAt;
        private final TreeMap<String, Use> uses = new TreeMap<>();

        Run(UniformityCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            var schema = context.register(check.register()).schema();
            this.positions = Keys.positions(schema, check.columns());
            this.dateAt = check.date() == null ? -1 : schema.position(check.date());
            read(check.register(), check.scope(), this::accept);
        }

        private void accept(Row row) {
            if (when.test(row) != Truth.TRUE) {
                return;
            }
            StringBuilder shown = new StringBuilder();
            StringBuilder fixed = new StringBuilder();
            boolean anything = false;
            for (int i = 0; i < positions.length; i++) {
                long value = row.value(positions[i]);
                if (Cell.isUnknown(value)) {
                    unknown(row, Set.copyOf(check.columns()));
                    return;
                }
                anything |= value != Cell.EMPTY;
                String text = value == Cell.EMPTY ? "(vide)" : row.display(positions[i]);
                shown.append(i == 0 ? "" : " ").append(text);
                if (!check.succession().contains(check.columns().get(i))) {
                    fixed.append(text).append('\u0001');
                }
            }
            if (!anything) {
                shown.setLength(0);
                shown.append("(non renseigné)");
            }
            counted();
            if (uses.size() >= MAX_VALUES && !uses.containsKey(shown.toString())) {
                return;
            }
            Use use = uses.computeIfAbsent(shown.toString(), key -> new Use(fixed.toString()));
            use.rows++;
            if (row.line() < use.line) {
                use.line = row.line();
                use.where = row.at(check.columns().get(0));
            }
            long day = dateAt < 0 ? Cell.EMPTY : row.value(dateAt);
            if (Cell.isValue(day)) {
                use.first = Math.min(use.first, day);
                use.last = Math.max(use.last, day);
            }
        }

        @Override
        public void finish() {
            if (uses.size() < 2) {
                return;
            }
            // The least used combination is the odd one out: the finding points to its first row.
            Use odd = uses.firstEntry().getValue();
            for (Use use : uses.values()) {
                if (use.rows < odd.rows || (use.rows == odd.rows && use.line > odd.line)) {
                    odd = use;
                }
            }
            report(
                    head(),
                    cleanSuccession() ? Level.POINT_SENSIBLE : head().level(),
                    check.register(),
                    Map.of("valeurs", String.join(" ; ", uses.keySet())),
                    Integer.toString(uses.size()),
                    "1",
                    odd.where);
        }

        private boolean cleanSuccession() {
            if (check.succession().isEmpty()) {
                return false;
            }
            List<Use> inTime = uses.values().stream()
                    .sorted((a, b) -> Long.compare(a.first, b.first))
                    .toList();
            Set<String> tools = new LinkedHashSet<>();
            for (int i = 0; i < inTime.size(); i++) {
                Use use = inTime.get(i);
                tools.add(use.fixed);
                if (use.last == Long.MIN_VALUE || (i > 0 && inTime.get(i - 1).last >= use.first)) {
                    return false;
                }
            }
            return tools.size() == 1;
        }
    }
}
