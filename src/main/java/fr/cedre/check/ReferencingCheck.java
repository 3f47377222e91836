package fr.cedre.check;

import fr.cedre.dossier.Evidence;
import fr.cedre.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every applicable specification is cited by a valid proof ({@code referencement}, V2 § 3.2: the list annexed to the manual).
 *
 * @param head head
 */
public record ReferencingCheck(CheckHead head) implements Check {

    @Override
    public Set<String> registers() {
        return Set.of();
    }

    @Override
    public CheckRun start(RunContext context) {
        return new CheckRun(head, context) {
            @Override
            public void finish() {
                List<Evidence> valid =
                        context().evidence().stream().filter(Evidence::valid).toList();
                List<String> missing = context().applicable().stream()
                        .filter(id -> valid.stream().noneMatch(e -> e.cites(id)))
                        .toList();
                if (missing.isEmpty()) {
                    return;
                }
                int total = context().applicable().size();
                report(
                        Evidence.FILE,
                        Map.of("nombre", Integer.toString(missing.size()), "liste", String.join(" ", missing)),
                        (total - missing.size()) + "/" + total,
                        total + "/" + total,
                        Location.of(Evidence.FILE));
            }
        };
    }
}
