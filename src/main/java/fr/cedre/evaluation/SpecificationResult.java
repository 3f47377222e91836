package fr.cedre.evaluation;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.check.Measure;
import fr.cedre.check.Position;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Specification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result for one specification and one type.
 *
 * @param specification what was checked
 * @param type the type, or null when the result is common to the types under control
 * @param requirement wording that applied
 * @param status status
 * @param gravity strongest gravity of its gaps after human requalification, or null
 * @param findings sorted findings of every level
 * @param evidence references of the valid proofs that cite it, sorted
 * @param registers registers that provided rows, sorted
 * @param reused proofs among them that were given for another specification, which corresponds to this one in full
 * @param position where the structure places itself, for a self-assessment, or null
 * @param measures monthly tables of its checks, in time order
 * @param reason why without object or to be examined, or null
 * @param judgement the human judgement that counted, or null
 */
public record SpecificationResult(
        Specification specification,
        @Nullable StructureType type,
        String requirement,
        Status status,
        @Nullable Gravity gravity,
        List<Finding> findings,
        List<String> evidence,
        List<String> registers,
        List<Reuse> reused,
        @Nullable Position position,
        List<Measure> measures,
        @Nullable String reason,
        @Nullable Judgement judgement) {

    /** Check id of « no evidence of any kind ». */
    public static final String NO_EVIDENCE = "aucune-preuve";

    /**
     * A proof taken up by correspondence.
     *
     * @param evidence its reference
     * @param specification what it was given for
     * @param referential where that stands
     */
    public record Reuse(String evidence, String specification, String referential) {}

    /** Copies the lists. */
    public SpecificationResult {
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
        registers = List.copyOf(registers);
        reused = List.copyOf(reused);
        measures = List.copyOf(measures);
    }

    /** The findings of one level, in order. */
    public List<Finding> findings(Level level) {
        return findings.stream().filter(f -> f.level() == level).toList();
    }
}
