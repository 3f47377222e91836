package fr.cedre.validation;

import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Doubts about a referential that can be read: what it declares and never uses, types it covers and never addresses. */
final class ReferentialLint {

    private ReferentialLint() {}

    static List<Problem> problems(Referential referential, String file) {
        List<Problem> problems = new ArrayList<>();
        String expected = referential.id() + ".yaml";
        if (!file.equals(expected) && !file.endsWith("/" + expected)) {
            problems.add(Problem.warning(
                    new Location(file, null, "id"),
                    "l'identifiant est « " + referential.id() + " » : seul un fichier nommé « " + expected
                            + " » sera trouvé par ce nom"));
        }
        List<Specification> all = new ArrayList<>(referential.specifications());
        all.addAll(referential.scope());
        Set<String> used = new TreeSet<>();
        for (StructureType type : referential.types()) {
            if (referential.specifications().stream()
                    .noneMatch(s -> s.variantFor(type).isPresent())) {
                problems.add(Problem.warning(
                        new Location(file, null, "familles"),
                        "le type « " + type.code() + " » est couvert, mais aucune spécification ne le vise"));
            }
            all.forEach(s -> s.checksFor(type).forEach(c -> used.addAll(c.head().parameters())));
        }
        for (String name : referential.parameters().keySet()) {
            if (!used.contains(name)) {
                problems.add(Problem.warning(
                        new Location(file, null, "parametres." + name),
                        "paramètre « " + name + " » écrit, mais aucun contrôle ne l'emploie"));
            }
        }
        return problems;
    }
}
