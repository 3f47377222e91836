package fr.cedre.check;

import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import java.util.Map;
import java.util.Set;

/**
 * A field of {@code structure.yaml} must be filled ({@code champ}).
 *
 * @param head head
 * @param path dotted path
 * @param absent level when it is not
 */
public record FieldCheck(CheckHead head, String path, Level absent) implements Check {

    @Override
    public Set<String> registers() {
        return Set.of();
    }

    @Override
    public Set<String> fields() {
        return Set.of(path);
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final FieldCheck check;

        Run(FieldCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
        }

        @Override
        public void finish() {
            if (context().structure().field(check.path()).isPresent()) {
                counted();
            } else {
                report(
                        head(),
                        check.absent(),
                        check.path(),
                        Map.of(),
                        null,
                        null,
                        new Location(Structure.FILE, null, check.path()));
            }
        }
    }
}
