package fr.cedre.deadline;

import fr.cedre.check.Due;
import fr.cedre.check.Template;
import fr.cedre.dossier.Dossier;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Everything that ends: in the structure's own file, in its proofs and registers, and the checks that stop being met when nothing is added. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * Every deadline not after a day, those already past and still due included, by date, kind and object.
     *
     * @param evaluation of the folder, with {@code until} as its horizon: without one, no check says when it stops being met
     * @param until last day looked at
     */
    public static List<Deadline> of(Evaluation evaluation, Dossier dossier, DeadlineRules rules, LocalDate until) {
        List<Deadline> all = new ArrayList<>(new StructureDeadlines(evaluation, dossier, rules).find());
        all.addAll(new RegisterDeadlines(evaluation, dossier, until).of(rules));
        for (SpecificationDue one : evaluation.dues()) {
            all.add(ofCheck(one, evaluation.types().size() > 1, rules));
        }
        all.removeIf(d -> d.on().isAfter(until));
        List<Deadline> sorted = new ArrayList<>(new LinkedHashSet<>(all));
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }

    private static Deadline ofCheck(SpecificationDue one, boolean severalTypes, DeadlineRules rules) {
        Due due = one.due();
        String type =
                one.type() == null || !severalTypes ? "" : " (" + one.type().code() + ")";
        String label = one.check().dueLabel() == null ? "" : one.check().dueLabel();
        String value = due.value();
        return new Deadline(
                due.on(),
                one.check().id(),
                due.object() + type,
                new Template(label).fill(value == null ? Map.of() : Map.of("valeur", value)) + type,
                one.specification(),
                due.source(),
                one.check().renewal() == null
                        ? rules.renewal("controle")
                        : one.check().renewal());
    }
}
