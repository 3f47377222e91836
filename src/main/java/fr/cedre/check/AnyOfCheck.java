package fr.cedre.check;

import fr.cedre.problem.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of several checks is enough ({@code alternative}).
 *
 * @param head head
 * @param among the checks
 */
public record AnyOfCheck(CheckHead head, List<Check> among) implements Check {

    /** Copies the list. */
    public AnyOfCheck {
        among = List.copyOf(among);
    }

    @Override
    public Set<String> registers() {
        Set<String> names = new LinkedHashSet<>();
        among.forEach(c -> names.addAll(c.registers()));
        return names;
    }

    @Override
    public Set<String> fields() {
        Set<String> paths = new LinkedHashSet<>();
        among.forEach(c -> paths.addAll(c.fields()));
        return paths;
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final List<CheckRun> runs;

        Run(AnyOfCheck check, RunContext context) {
            super(check.head(), context);
            this.runs = check.among().stream().map(c -> c.start(context)).toList();
            runs.forEach(run -> subscriptions().addAll(run.subscriptions()));
        }

        @Override
        public void finish() {
            runs.forEach(CheckRun::finish);
            if (runs.stream().anyMatch(r -> !r.failed() && !r.unverifiable())) {
                counted();
                return;
            }
            List<Finding> unclear = runs.stream()
                    .flatMap(r -> r.findings().stream())
                    .filter(f -> f.level() == Level.A_EXAMINER)
                    .toList();
            if (!unclear.isEmpty()) {
                for (Finding f : unclear) {
                    unverifiable(f.object(), f.message(), f.advice(), f.source());
                }
                return;
            }
            List<Finding> gaps = runs.stream()
                    .flatMap(r -> r.findings().stream())
                    .filter(f -> f.level() == Level.ECART)
                    .sorted()
                    .toList();
            if (!gaps.isEmpty()) {
                counted();
                Location source = gaps.get(0).source();
                report(context().specification(), Map.of(), null, null, source);
            }
        }
    }
}
