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
    public Set<String> keys() {
        Set<String> paths = new LinkedHashSet<>();
        among.forEach(c -> paths.addAll(c.keys()));
        return paths;
    }

    @Override
    public Set<String> fields() {
        Set<String> paths = new LinkedHashSet<>();
        among.forEach(c -> paths.addAll(c.fields()));
        return paths;
    }

    @Override
    public boolean ages() {
        // With « chaque », a branch is met value by value: no day would tell for all of them.
        return among.stream().anyMatch(Check::ages)
                && among.stream().noneMatch(c -> c instanceof PresenceCheck presence && presence.each() != null);
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
            if (dated()) {
                due();
            }
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

        /** The last of the solutions to fail decides; one that is met and that time leaves alone needs nothing. */
        private void due() {
            List<CheckRun> met =
                    runs.stream().filter(r -> !r.failed() && !r.unverifiable()).toList();
            if (met.stream().anyMatch(r -> r.dues().isEmpty())
                    || (met.isEmpty() && runs.stream().anyMatch(CheckRun::unverifiable))) {
                return;
            }
            (met.isEmpty() ? runs : met)
                    .stream()
                            .flatMap(r -> r.dues().stream())
                            .filter(d ->
                                    !met.isEmpty() || d.on().isBefore(context().auditDate()))
                            .max((a, b) -> a.on().compareTo(b.on()))
                            .ifPresent(last -> due(last.on(), context().specification(), null, last.source()));
        }
    }
}
