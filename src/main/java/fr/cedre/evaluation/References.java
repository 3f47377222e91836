package fr.cedre.evaluation;

import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Referential;
import java.util.Set;
import java.util.TreeSet;

/** Names the specifications that the folder cites and the referential does not know: a proof filed under a mistyped id would be lost in silence. */
final class References {

    private References() {}

    static void check(Referential referential, Dossier dossier, Structure structure) {
        Problems problems = dossier.problems();
        Set<String> known = new TreeSet<>();
        referential.specifications().forEach(s -> known.add(s.id()));
        referential.scope().forEach(s -> known.add(s.id()));
        Set<String> accepted = new TreeSet<>(known);
        referential.principles().forEach(p -> {
            accepted.add(p.id());
            accepted.add(p.reference().section());
        });
        for (Evidence evidence : dossier.evidence()) {
            for (String id : new TreeSet<>(evidence.specifications())) {
                if (!accepted.contains(id)) {
                    problems.addRepeated(
                            Problem.warning(
                                    evidence.at("specifications"),
                                    "« " + shortened(id) + " » n'est pas une spécification de " + referential.id()
                                            + NearestName.hint(id, known)),
                            "spécifications inconnues");
                }
            }
        }
        for (Judgement judgement : dossier.judgements()) {
            if (!known.contains(judgement.specification())) {
                problems.addRepeated(
                        Problem.warning(
                                Location.of("jugements.csv", judgement.line(), "specification"),
                                "« " + shortened(judgement.specification()) + " » n'est pas une spécification de "
                                        + referential.id() + NearestName.hint(judgement.specification(), known)),
                        "spécifications inconnues");
            }
        }
        for (Structure.NonApplicable declared : structure.nonApplicables()) {
            if (!known.contains(declared.specification())) {
                problems.add(Problem.error(
                        declared.location(),
                        "« " + shortened(declared.specification()) + " » n'est pas une spécification de "
                                + referential.id() + NearestName.hint(declared.specification(), known)));
            }
        }
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }
}
