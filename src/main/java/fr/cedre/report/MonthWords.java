package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.check.Measure;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import java.util.List;

/** What a monthly table (V2 § 6.1 G) says: never anything else than the findings of the same check. */
public final class MonthWords {

    private MonthWords() {}

    /** The state of a month: what was found of it, else what its numbers say; an unsigned but argued engagement leaves a doubt. */
    public static Status state(SpecificationResult result, Measure measure) {
        Level strongest = null;
        for (Finding finding : result.findings()) {
            boolean same =
                    finding.check().equals(measure.check()) && finding.object().equals(measure.object());
            if (same && (strongest == null || finding.level().compareTo(strongest) < 0)) {
                strongest = finding.level();
            }
        }
        if (strongest == Level.ECART) {
            return Status.ECART;
        }
        boolean met = measure.required() >= 0 && measure.covered() >= measure.required();
        return strongest == Level.A_EXAMINER || !met ? Status.A_EXAMINER : Status.CONFORME;
    }

    /** {@code Sur 13 mois : seuil tenu 12 fois, taux d'ensemble 53 %.} */
    public static String summary(SpecificationResult result) {
        List<Measure> measures = result.measures();
        long met = measures.stream()
                .filter(m -> state(result, m) == Status.CONFORME)
                .count();
        return "Sur " + French.count(measures.size(), "mois", "mois") + " : seuil tenu " + met
                + " fois, taux d'ensemble "
                + percent(
                        measures.stream().mapToLong(Measure::covered).sum(),
                        measures.stream().mapToLong(Measure::population).sum())
                + ".";
    }

    /** A share in whole percent, or a dash. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "-" : part * 100 / whole + " %";
    }
}
