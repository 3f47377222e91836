package fr.cedre.check;

import fr.cedre.dossier.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same key twice ({@code doublon}).
 *
 * @param head head
 * @param register register
 * @param when rows concerned, or null
 * @param columns columns of the key; the finding is about the row, never about the repeated text
 */
public record DuplicateCheck(
        CheckHead head, String register, @Nullable Condition when, List<String> columns) implements Check {

    /** Copies the list. */
    public DuplicateCheck {
        columns = List.copyOf(columns);
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

    private static final class Run extends CheckRun {
        private final int[] positions;
        private final RowTest when;
        private final DuplicateCheck check;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Set<String> reported = new HashSet<>();

        Run(DuplicateCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            this.positions = Keys.positions(context.register(check.register()).schema(), check.columns());
            read(check.register(), Scope.TOUT, this::accept);
        }

        private void accept(Row row) {
            String key = Keys.of(row, positions);
            if (key.isEmpty() || when.test(row) != Truth.TRUE) {
                return;
            }
            counted();
            Integer before = lines.putIfAbsent(key, row.line());
            if (before != null && reported.add(key)) {
                Map<String, String> values = new HashMap<>(head().message().capture(row));
                values.put("autre", Integer.toString(before));
                report(row.key(), values, null, null, row.at(check.columns().get(0)));
            }
        }

        @Override
        public void finish() {
            // duplicates were reported as they came
        }
    }
}
