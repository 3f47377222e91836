package fr.cedre.group;

import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.evaluation.Threshold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks every member of a group. */
public final class GroupControl {

    private final Control control;
    private final Period period;
    private final Extras extras;
    private final GroupWork work;

    /**
     * A control.
     *
     * @param asked referential asked for, which every member is then held against, or null
     * @param part part asked for
     * @param extras what is wanted beside the results
     */
    public GroupControl(
            Control control,
            Period period,
            @Nullable String asked,
            AskedPart part,
            Extras extras,
            GroupWork.Progress progress) {
        this.control = control;
        this.period = period;
        this.extras = extras;
        this.work = new GroupWork(control, asked, part, progress);
    }

    /** Checks the members. */
    public GroupResult check(Group group, Threshold threshold) {
        List<GroupWork.Outcome<Evaluation>> outcomes =
                work.each(group, (opened, path, referential, part) -> control.check(opened, referential, part, extras));
        return new GroupResult(
                group,
                period,
                threshold,
                outcomes.stream()
                        .map(o -> new GroupResult.Member(o.folder(), o.value(), o.error(), o.problems()))
                        .toList());
    }
}
