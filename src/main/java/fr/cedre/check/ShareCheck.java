package fr.cedre.check;

import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A share of rows must satisfy a condition ({@code part}). Unknown rows are counted both ways: the answer is given only when it does not
 * depend on them.
 *
 * @param head head
 * @param register register
 * @param scope which rows
 * @param when rows concerned, or null
 * @param require what they should satisfy
 * @param threshold exact share, bound included
 * @param column column the finding points to
 */
public record ShareCheck(
        CheckHead head,
        String register,
        Scope scope,
        @Nullable Condition when,
        Condition require,
        Fraction threshold,
        @Nullable String column)
        implements Check {

    @Override
    public Set<String> registers() {
        return Set.of(register);
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
        private final ShareCheck check;
        private final RowTest when;
        private final RowTest require;
        private long sureHeld;
        private long sureFailed;
        private long doubtful;
        private @Nullable Location firstFailure;

        Run(ShareCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            this.when = bind(check.when(), check.register());
            this.require = bind(check.require(), check.register());
            read(check.register(), check.scope(), this::accept);
        }

        private void accept(Row row) {
            Truth concerned = when.test(row);
            if (concerned == Truth.FALSE) {
                return;
            }
            Truth held = require.test(row);
            counted();
            if (concerned == Truth.UNKNOWN || held == Truth.UNKNOWN) {
                doubtful++;
                if (doubtful <= MAX_FINDINGS) {
                    Set<String> blamed = new LinkedHashSet<>(check.require().columns());
                    if (check.when() != null) {
                        blamed.addAll(check.when().columns());
                    }
                    unknown(row, blamed);
                }
            } else if (held == Truth.TRUE) {
                sureHeld++;
            } else {
                sureFailed++;
                if (firstFailure == null) {
                    firstFailure = row.at(check.column());
                }
            }
        }

        @Override
        public void finish() {
            long all = sureHeld + sureFailed + doubtful;
            if (all == 0) {
                return;
            }
            if (check.threshold().reachedBy(sureHeld, all)) {
                findings().removeIf(f -> f.level() == Level.A_EXAMINER);
            } else if (!check.threshold().reachedBy(sureHeld + doubtful, all)) {
                findings().removeIf(f -> f.level() == Level.A_EXAMINER);
                String measure = sureHeld + "/" + all;
                report(check.register(), Map.of(), measure, check.threshold().toString(), firstFailure);
            }
        }
    }
}
