package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The objective of increase the structure set itself is compared with what was done ({@code accroissement}, V2 § 6.1 G): rows started over the last twelve
 * months, the twelve months before, and the target.
 *
 * @param head head
 * @param register register
 * @param date start column
 */
public record IncreaseCheck(CheckHead head, String register, String date) implements Check {

    @Override
    public Set<String> registers() {
        return Set.of(register);
    }

    @Override
    public Set<String> keys() {
        return Set.of("objectif_engagements");
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final long yearAgo;
        private final long twoYearsAgo;
        private final int dateAt;
        private int recent;
        private int before;
        private final boolean readable;

        Run(IncreaseCheck check, RunContext context) {
            super(check.head(), context);
            LocalDate audit = context.auditDate();
            this.yearAgo = audit.minusYears(1).toEpochDay();
            this.twoYearsAgo = audit.minusYears(2).toEpochDay();
            this.dateAt = context.register(check.register()).schema().position(check.date());
            this.readable =
                    context.structure().engagementTarget() != null && read(check.register(), Scope.TOUT, this::accept);
        }

        private void accept(Row row) {
            long day = row.value(dateAt);
            if (!Cell.isValue(day)) {
                return;
            }
            if (day > yearAgo) {
                recent++;
            } else if (day > twoYearsAgo) {
                before++;
            }
        }

        @Override
        public void finish() {
            Structure.EngagementTarget target = context().structure().engagementTarget();
            if (!readable || target == null) {
                return;
            }
            counted();
            if (recent < target.value()) {
                report(
                        "objectif_engagements",
                        Map.of(
                                "nombre",
                                Integer.toString(recent),
                                "precedent",
                                Integer.toString(before),
                                "objectif",
                                Integer.toString(target.value())),
                        Integer.toString(recent),
                        Integer.toString(target.value()),
                        Location.of(Structure.FILE, target.line(), "objectif_engagements"));
            }
        }
    }
}
