package fr.cedre.report;

import fr.cedre.group.Group;
import fr.cedre.group.GroupWork;
import fr.cedre.plan.Plan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes what an action plan has become; the same promise as {@link Renderer}. */
public interface PlanRenderer {

    /** The plan of one folder. */
    void plan(Plan plan, RenderOptions options, Appendable out) throws IOException;

    /** The plans of a group. */
    void group(Members members, RenderOptions options, Appendable out) throws IOException;

    /**
     * The plans of a group.
     *
     * @param group who it is
     * @param date audit day
     * @param outcomes what came of each member, in the order of {@code groupe.yaml}
     */
    record Members(Group group, LocalDate date, List<GroupWork.Outcome<Plan>> outcomes) {
        /** Copies the list. */
        public Members {
            outcomes = List.copyOf(outcomes);
        }

        /** The plans that could be brought up to date. */
        List<Plan> plans() {
            return outcomes.stream()
                    .map(GroupWork.Outcome::value)
                    .filter(p -> p != null)
                    .toList();
        }
    }
}
