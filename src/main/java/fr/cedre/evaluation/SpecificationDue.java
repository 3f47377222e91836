package fr.cedre.evaluation;

import fr.cedre.check.CheckHead;
import fr.cedre.check.CheckRun;
import fr.cedre.check.Due;
import fr.cedre.dossier.StructureType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a check of a specification stops being met.
 *
 * @param specification its identifier
 * @param type the type it is checked for, or null when the result is common
 * @param check head of the check, whose {@code dueLabel} is not null
 * @param due until when it is met
 */
public record SpecificationDue(
        String specification, @Nullable StructureType type, CheckHead check, Due due) {

    /**
     * Those of a result; a specification without object has none.
     *
     * @param interrupted registers not read to the end
     * @param untyped registers that had rows set aside; in both, what seems to be missing may stand there: nothing is said to be over
     */
    static List<SpecificationDue> of(
            Evaluator.Started started, SpecificationResult result, Set<String> interrupted, Set<String> untyped) {
        LocalDate day = started.context().auditDate();
        List<SpecificationDue> all = new ArrayList<>();
        for (int i = 0; i < started.runs().size() && result.status() != Status.SANS_OBJET; i++) {
            CheckRun run = started.runs().get(i);
            CheckHead head = started.unit().checks().get(i).head();
            boolean whole = started.unit().checks().get(i).registers().stream()
                    .noneMatch(r -> interrupted.contains(r) || untyped.contains(r));
            for (Due due : run.dues()) {
                if (head.dueLabel() != null && (whole || !due.on().isBefore(day))) {
                    all.add(new SpecificationDue(
                            started.unit().specification().id(), started.unit().label(), head, due));
                }
            }
        }
        return all;
    }
}
