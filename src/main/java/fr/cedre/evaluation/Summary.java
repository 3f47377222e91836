package fr.cedre.evaluation;

import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts over results (contrat § 8, {@code synthese}).
 *
 * @param conforme specifications met
 * @param ecart specifications with a gap
 * @param aExaminer specifications to be examined
 * @param sansObjet specifications without object
 * @param majeures specifications whose gap is major
 * @param mineures specifications whose gap is minor
 * @param pointsSensibles findings that are sensitive points
 * @param situes specifications counted as met because people gave themselves a level: no rule was verified, no rate counts them
 */
public record Summary(
        int conforme,
        int ecart,
        int aExaminer,
        int sansObjet,
        int majeures,
        int mineures,
        int pointsSensibles,
        int situes) {

    /** Counts specification results; the scope entries count for gaps only, so that the four statuses add up to the specifications. */
    public static Summary of(Collection<SpecificationResult> results, Collection<SpecificationResult> scope) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        int majors = 0;
        int minors = 0;
        int sensitive = 0;
        int positioned = 0;
        for (SpecificationResult result : results) {
            byStatus.merge(result.status(), 1, Integer::sum);
            boolean self = result.specification().selfAssessed();
            positioned += self && result.status() == Status.CONFORME ? 1 : 0;
        }
        List<SpecificationResult> all = new ArrayList<>(results);
        all.addAll(scope);
        for (SpecificationResult result : all) {
            if (result.status() == Status.ECART) {
                if (result.gravity() == Gravity.MAJEURE) {
                    majors++;
                } else {
                    minors++;
                }
            }
            sensitive += result.findings(Level.POINT_SENSIBLE).size();
        }
        return new Summary(
                byStatus.getOrDefault(Status.CONFORME, 0),
                byStatus.getOrDefault(Status.ECART, 0),
                byStatus.getOrDefault(Status.A_EXAMINER, 0),
                byStatus.getOrDefault(Status.SANS_OBJET, 0),
                majors,
                minors,
                sensitive,
                positioned);
    }

    /** Specifications whose rules were verified and met. */
    public int verified() {
        return conforme - situes;
    }

    /** Specifications counted in the rate: met or not. */
    public int settled() {
        return verified() + ecart;
    }

    /** Rate in whole percent, rounded down so that 100 % is never shown with a gap; -1 when nothing is settled. */
    public int ratePercent() {
        return settled() == 0 ? -1 : verified() * 100 / settled();
    }
}
