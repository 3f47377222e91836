package fr.cedre.evaluation;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A gap as it is followed from one run to the next: the findings of one identity together, whatever the types they concern and the lines they stand
 * at. Two rows that bear the same key and the same defect are one gap met twice.
 *
 * @param identity what makes it the same
 * @param gravity strongest gravity, after human requalification
 * @param types types it was found for; empty when the result is common to the types under control
 * @param occurrences how many findings
 * @param message what was found, for the first of them
 * @param advice what to do
 * @param measure what was measured, or null; null as well when several findings differ
 * @param threshold what it was compared with, or null
 * @param source where the first one stands, or null
 */
public record Gap(
        GapIdentity identity,
        Gravity gravity,
        List<String> types,
        int occurrences,
        String message,
        String advice,
        @Nullable String measure,
        @Nullable String threshold,
        @Nullable Location source) {

    /** Copies the list. */
    public Gap {
        types = List.copyOf(types);
    }

    /**
     * The gaps of one specification for one type, as a run or a kept report gives them.
     *
     * @param specification identifier
     * @param type type code, or null when common
     * @param gravity gravity of the specification after human requalification, or null
     * @param findings findings of every level
     */
    public record Stated(
            String specification,
            @Nullable String type,
            @Nullable Gravity gravity,
            List<Finding> findings) {
        /** Copies the list. */
        public Stated {
            findings = List.copyOf(findings);
        }

        /** What a run says of one specification for one type. */
        public static Stated of(SpecificationResult result) {
            return new Stated(
                    result.specification().id(),
                    result.type() == null ? null : result.type().code(),
                    result.gravity(),
                    result.findings());
        }

        /** A gravity that no finding explains is a person's: it holds for every gap of the specification; null when there is none. */
        public @Nullable Gravity requalified() {
            Gravity strongest = null;
            for (Finding finding : findings) {
                Gravity own = finding.gravity();
                if (finding.level() == Level.ECART && own != null) {
                    strongest = strongest == null || own.compareTo(strongest) < 0 ? own : strongest;
                }
            }
            return gravity != strongest ? gravity : null;
        }
    }

    /** The gaps of a run, in the order of the report: the scope, then the specifications. */
    public static List<Gap> of(Evaluation evaluation) {
        List<Stated> stated = new ArrayList<>();
        for (List<SpecificationResult> part : List.of(evaluation.scope(), evaluation.results())) {
            for (SpecificationResult result : part) {
                stated.add(Stated.of(result));
            }
        }
        return of(stated);
    }

    /** The gaps stated, one for each identity, in the order they are first met. */
    public static List<Gap> of(List<Stated> stated) {
        Map<GapIdentity, Gap> gaps = new LinkedHashMap<>();
        for (Stated one : stated) {
            // For two types, each sees the same rows: their findings are counted apart.
            of(one).forEach((identity, gap) -> gaps.merge(identity, gap, (a, b) -> a.with(b, true)));
        }
        return new ArrayList<>(gaps.values());
    }

    private static Map<GapIdentity, Gap> of(Stated one) {
        Gravity requalified = one.requalified();
        Map<GapIdentity, Gap> gaps = new LinkedHashMap<>();
        for (Finding finding : one.findings()) {
            if (finding.level() == Level.ECART) {
                Gravity own = requalified == null ? finding.gravity() : requalified;
                Gap gap = single(one, finding, own == null ? Gravity.MINEURE : own);
                gaps.merge(gap.identity(), gap, (a, b) -> a.with(b, false));
            }
        }
        return gaps;
    }

    /** The same gap under another identity. */
    public Gap as(GapIdentity other) {
        return new Gap(other, gravity, types, occurrences, message, advice, measure, threshold, source);
    }

    private static Gap single(Stated stated, Finding finding, Gravity gravity) {
        return new Gap(
                new GapIdentity(stated.specification(), finding.check(), finding.object()),
                gravity,
                stated.type() == null ? List.of() : List.of(stated.type()),
                1,
                finding.message(),
                finding.advice(),
                finding.measure(),
                finding.threshold(),
                finding.source());
    }

    /** This one and another of the same identity, seen for the same type or for another. */
    private Gap with(Gap other, boolean otherType) {
        List<String> all = new ArrayList<>(types);
        other.types.stream().filter(t -> !all.contains(t)).forEach(all::add);
        boolean same = Objects.equals(measure, other.measure) && Objects.equals(threshold, other.threshold);
        return new Gap(
                identity,
                gravity.compareTo(other.gravity) <= 0 ? gravity : other.gravity,
                all,
                otherType ? Math.max(occurrences, other.occurrences) : occurrences + other.occurrences,
                message,
                advice,
                same ? measure : null,
                same ? threshold : null,
                source);
    }
}
