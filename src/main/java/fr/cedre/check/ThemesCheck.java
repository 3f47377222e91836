package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By key, the union of a list column covers a set of themes ({@code themes}).
 *
 * @param head head
 * @param register register
 * @param scope which rows
 * @param when rows concerned, or null
 * @param key columns that group rows
 * @param column list column
 * @param required themes wanted
 */
public record ThemesCheck(
        CheckHead head,
        String register,
        Scope scope,
        @Nullable Condition when,
        List<String> key,
        String column,
        List<String> required)
        implements Check {

    /** Copies the lists. */
    public ThemesCheck {
        key = List.copyOf(key);
        required = List.copyOf(required);
    }

    @Override
    public Set<String> registers() {
        return Set.of(register);
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

    private static final class Group {
        private final Set<String> found = new HashSet<>();
        private boolean doubtful;
        private Map<String, String> values;
        private Location source;
        private String object;

        Group(Map<String, String> values, Location source, String object) {
            this.values = values;
            this.source = source;
            this.object = object;
        }
    }

    private static final class Run extends CheckRun {
        private final ThemesCheck check;
        private final RowTest when;
        private final int[] positions;
        private final int columnAt;
        private final Map<String, Group> groups = new HashMap<>();

        Run(ThemesCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            var schema = context.register(check.register()).schema();
            this.positions = Keys.positions(schema, check.key());
            this.columnAt = schema.position(check.column());
            read(check.register(), check.scope(), this::accept);
        }

        private void accept(Row row) {
            if (when.test(row) != Truth.TRUE) {
                return;
            }
            String key = Keys.of(row, positions);
            if (key.isEmpty()) {
                return;
            }
            Map<String, String> values = head().message().capture(row);
            StringBuilder object = new StringBuilder();
            for (int position : positions) {
                object.append(object.length() == 0 ? "" : "/").append(row.display(position));
            }
            Group group =
                    groups.computeIfAbsent(key, k -> new Group(values, row.at(check.column()), object.toString()));
            // The finding points to the last row of the person, where the missing theme is to be added.
            group.values = values;
            group.source = row.at(check.column());
            group.object = object.toString();
            long value = row.value(columnAt);
            if (Cell.isUnknown(value)) {
                group.doubtful = true;
                if (value == Cell.ABSENT) {
                    absentColumn(check.register(), check.column());
                }
            } else if (value != Cell.EMPTY) {
                group.found.addAll(row.list(columnAt));
            }
        }

        @Override
        public void finish() {
            groups.keySet().stream().sorted().forEach(key -> {
                Group group = groups.get(key);
                if (group == null) {
                    return;
                }
                counted();
                Set<String> missing = new LinkedHashSet<>(check.required());
                missing.removeAll(group.found);
                if (missing.isEmpty()) {
                    return;
                }
                String listed = String.join(", ", missing);
                if (!group.doubtful) {
                    Map<String, String> values = new HashMap<>(group.values);
                    values.put("manquants", listed);
                    int total = check.required().size();
                    report(
                            group.object,
                            values,
                            (total - missing.size()) + "/" + total,
                            total + "/" + total,
                            group.source);
                } else if (findings().stream()
                        .noneMatch(f -> f.object().equals(check.register() + "." + check.column()))) {
                    unverifiable(
                            group.object,
                            "Thèmes illisibles : impossible de dire si " + listed + " sont couverts.",
                            "Corrigez la cellule signalée.",
                            group.source);
                }
            });
        }
    }
}
