package fr.cedre.validation;

import fr.cedre.deadline.DeadlineRules;
import fr.cedre.dossier.Dictionary;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Library;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a readable file of deadlines cites and that does not exist: it would never be shown. */
final class DeadlineLint {

    private DeadlineLint() {}

    static List<Problem> problems(DeadlineRules rules, Library library, Dictionary dictionary, String file) {
        Location place = new Location(file, null, "echeances.specifications");
        Set<String> names = library.names();
        List<Problem> problems = new ArrayList<>();
        rules.cited().forEach((name, ids) -> {
            if (!names.contains(name)) {
                problems.add(Problem.error(
                        place, "« " + name + " » n'est pas un référentiel" + NearestName.hint(name, names)));
                return;
            }
            try {
                List<String> known = library.referential(name, dictionary).specifications().stream()
                        .map(Specification::id)
                        .toList();
                ids.stream()
                        .filter(id -> !known.contains(id))
                        .forEach(id -> problems.add(Problem.error(
                                place,
                                "« " + id + " » n'est pas une spécification de " + name
                                        + NearestName.hint(id, known))));
            } catch (CedreException e) {
                // badly written: said where the referential itself is verified
            }
        });
        return problems;
    }
}
