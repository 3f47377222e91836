package fr.cedre.evaluation;

import fr.cedre.check.Parameter;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole result of a run over one folder: everything a report needs, in a stable order.
 *
 * @param referential what the folder was held against
 * @param structure who was checked
 * @param types types under control, in the order of the referential
 * @param period controlled period; its end is the audit date
 * @param results one entry per specification and type, in the order of the referential
 * @param scope entries about the scope itself (§ 2.2)
 * @param principles proofs listed for each principle, without verdict
 * @param judgements every human judgement with its fate
 * @param nonApplicabilities every declared non-applicability with its fate
 * @param parameters project parameters that the applied checks used
 * @param problems loading problems, sorted
 * @param evidence every proof of preuves.csv, in the order of the file, whether it counts or not
 * @param rhythms what happened month by month; empty unless asked for
 * @param files files read, with encoding, separator, counts and fingerprint, sorted by name
 * @param unmatched in a referential that takes several in whole, what one of them alone asks for
 * @param dues when checks stop being met; empty unless a horizon was asked for
 * @param restricted true when only a part was asked for (--type, --chapitre, --specification)
 */
public record Evaluation(
        Referential referential,
        Structure structure,
        List<StructureType> types,
        Period period,
        List<SpecificationResult> results,
        List<SpecificationResult> scope,
        List<PrincipleEvidence> principles,
        List<JudgementFate> judgements,
        List<NonApplicabilityFate> nonApplicabilities,
        List<Parameter> parameters,
        List<Problem> problems,
        List<Evidence> evidence,
        List<Rhythm> rhythms,
        List<FileRead> files,
        Set<String> unmatched,
        List<SpecificationDue> dues,
        boolean restricted) {

    /** Copies the lists. */
    public Evaluation {
        types = List.copyOf(types);
        results = List.copyOf(results);
        scope = List.copyOf(scope);
        principles = List.copyOf(principles);
        judgements = List.copyOf(judgements);
        nonApplicabilities = List.copyOf(nonApplicabilities);
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
        evidence = List.copyOf(evidence);
        rhythms = List.copyOf(rhythms);
        files = List.copyOf(files);
        unmatched = Set.copyOf(unmatched);
        dues = List.copyOf(dues);
    }

    /** Counts of this run. */
    public Summary summary() {
        return Summary.of(results, scope);
    }

    /** True when a file or the structure could not be used: exit code 2. */
    public boolean anyUnusable() {
        return problems.stream().anyMatch(Problem::unusable);
    }

    /**
     * Proofs that cite a principle.
     *
     * @param id principle
     * @param evidence references of valid proofs
     */
    public record PrincipleEvidence(String id, List<String> evidence) {
        /** Copies the list. */
        public PrincipleEvidence {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A judgement and what became of it.
     *
     * @param judgement the judgement
     * @param applied true when it counted
     * @param note French sentence: what it did, or why it did not count
     */
    public record JudgementFate(Judgement judgement, boolean applied, String note) {}

    /**
     * A declared non-applicability and what became of it.
     *
     * @param declared the declaration
     * @param applied true when it made the specification without object
     * @param note French sentence
     */
    public record NonApplicabilityFate(
            Structure.NonApplicable declared,
            boolean applied,
            @Nullable String note) {}
}
