package fr.cedre.evaluation;

import fr.cedre.check.Check;
import fr.cedre.check.LevelCheck;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the specifications that the folder cites and the referential does not know: a proof filed under a mistyped id would be lost in silence. */
final class References {

    private final Referential referential;
    private final Dossier dossier;
    private final Structure structure;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> accepted = new TreeSet<>();

    References(Referential referential, Dossier dossier, Structure structure, Equivalences equivalences) {
        this.referential = referential;
        this.dossier = dossier;
        this.structure = structure;
        this.problems = dossier.problems();
        referential.specifications().forEach(s -> known.add(s.id()));
        referential.scope().forEach(s -> known.add(s.id()));
        accepted.addAll(known);
        accepted.addAll(equivalences.foreign());
        referential.principles().forEach(p -> {
            accepted.add(p.id());
            accepted.add(p.reference().section());
        });
    }

    void check() {
        evidence();
        Map<String, Scale> scales = new HashMap<>();
        for (Specification s : referential.specifications()) {
            for (Check check : s.checks()) {
                if (check instanceof LevelCheck level) {
                    scales.put(s.id(), level.scale());
                }
            }
        }
        if (!scales.isEmpty()) {
            objectives(scales);
        }
        for (Judgement judgement : dossier.judgements()) {
            if (!accepted.contains(judgement.specification())) {
                problems.addRepeated(
                        Problem.warning(
                                Location.of("jugements.csv", judgement.line(), "specification"),
                                "« " + shortened(judgement.specification())
                                        + " » n'est pas une spécification du référentiel " + referential.id()
                                        + NearestName.hint(judgement.specification(), known)),
                        "spécifications inconnues");
            }
        }
        for (Structure.NonApplicable declared : structure.nonApplicables()) {
            if (accepted.contains(declared.specification()) && !known.contains(declared.specification())) {
                problems.add(Problem.information(
                        declared.location(),
                        "« " + shortened(declared.specification()) + " » appartient à un autre référentiel que "
                                + referential.id() + " : sans effet ici"));
            } else if (!known.contains(declared.specification())) {
                problems.add(Problem.error(
                        declared.location(),
                        "« " + shortened(declared.specification()) + " » n'est pas une spécification du référentiel "
                                + referential.id() + NearestName.hint(declared.specification(), known)));
            }
        }
    }

    private void evidence() {
        for (Evidence evidence : dossier.evidence()) {
            for (String id : new TreeSet<>(evidence.specifications())) {
                if (!accepted.contains(id)) {
                    problems.addRepeated(
                            Problem.warning(
                                    evidence.at("specifications"),
                                    "« " + shortened(id) + " » n'est pas une spécification du référentiel "
                                            + referential.id() + NearestName.hint(id, known)),
                            "spécifications inconnues");
                }
            }
        }
    }

    /** Objectives nobody knows, and proofs nobody has, in the self-assessment. */
    private void objectives(Map<String, Scale> scales) {
        Set<String> refs = new TreeSet<>();
        dossier.evidence().forEach(e -> refs.add(e.ref()));
        RegisterSchema schema = dossier.registers().containsKey(LevelCheck.REGISTER)
                ? dossier.registers().get(LevelCheck.REGISTER).schema()
                : null;
        if (schema == null) {
            return;
        }
        int objectiveAt = schema.position("objectif");
        int evidenceAt = schema.position("preuves");
        int voiceAt = schema.position("voix");
        Field voice = schema.field("voix");
        dossier.stream(LevelCheck.REGISTER, row -> {
            String id = row.text(objectiveAt);
            if (Cell.isValue(row.value(objectiveAt)) && !known.contains(id)) {
                problems.addRepeated(
                        Problem.warning(
                                row.at("objectif"),
                                "« " + shortened(id) + " » n'est pas un objectif du référentiel " + referential.id()
                                        + NearestName.hint(id, known)),
                        "objectifs inconnus");
            }
            level(row, scales.get(id), "niveau");
            level(row, scales.get(id), "cible");
            String said = row.text(voiceAt);
            if (!said.isEmpty() && !voice.usual().isEmpty() && !voice.usual().contains(ValueParser.code(said))) {
                problems.addRepeated(
                        Problem.warning(
                                row.at("voix"),
                                "voix inhabituelle, montrée sous un pseudonyme au cas où ce serait un nom ; voix usuelles : "
                                        + voice.usual().stream().limit(6).collect(Collectors.joining(", ")) + "…"),
                        "voix inhabituelles");
            }
            if (Cell.isValue(row.value(evidenceAt))) {
                for (String ref : row.identifiers(evidenceAt)) {
                    if (!refs.contains(ref)) {
                        problems.addRepeated(
                                Problem.warning(
                                        row.at("preuves"),
                                        "« " + shortened(ref) + " » n'est pas une référence de preuves.csv"
                                                + NearestName.hint(ref, refs)),
                                "preuves inconnues");
                    }
                }
            }
        });
    }

    private void level(Row row, @Nullable Scale scale, String column) {
        int at = row.schema().position(column);
        if (scale != null && Cell.isValue(row.value(at)) && scale.rank(row.text(at)) < 0) {
            problems.addRepeated(
                    Problem.error(
                            row.at(column), "un niveau de l'échelle est attendu : " + String.join(", ", scale.codes())),
                    "niveaux hors de l'échelle");
        }
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }
}
