package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.problem.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The turns of phrase shared by the sections of the text report. */
public final class Words {

    /** Up to this many similar findings are all shown; beyond, only the first {@link #FEW}. */
    private static final int MANY = 8;

    private static final int FEW = 5;

    private Words() {}

    /** Scope entries (§ 2.2) first, then the numbered specifications. */
    public static List<SpecificationResult> results(Evaluation evaluation) {
        List<SpecificationResult> all = new ArrayList<>(evaluation.scope());
        all.addAll(evaluation.results());
        return all;
    }

    /** {@code 6.1.G-DP [AI]}; no type when the result is common. */
    public static String label(SpecificationResult result) {
        String id = result.specification().id();
        return result.type() == null ? id : id + " [" + result.type() + "]";
    }

    /** {@code 6.1.G-DP [AI] Intitulé}. */
    public static String title(SpecificationResult result) {
        return label(result) + " " + result.specification().title();
    }

    /** {@code 6.1.G-DP [AI] Intitulé (§ 6.1 G, p. 16)}, and the confidence of its source when one is written. */
    public static String heading(SpecificationResult result) {
        String confidence = result.specification().source().confidence();
        return title(result) + " (" + result.specification().reference()
                + (confidence == null
                        ? ""
                        : " ; " + result.specification().source().provenance().code() + ", confiance " + confidence)
                + ")";
    }

    /** {@code registres/engagements.csv:12, colonne echeance}; a YAML file has keys, not columns. */
    public static String place(Location location) {
        String text = location.line() == null ? location.file() : location.file() + ":" + location.line();
        if (location.column() == null) {
            return text;
        }
        return text + (location.file().endsWith(".yaml") ? ", clé " : ", colonne ") + location.column();
    }

    /** How many of similar items are shown. */
    static int shown(int size, boolean detail) {
        return detail || size <= MANY ? size : FEW;
    }

    /** {@code et 37 autres (--detail pour tout voir)}. */
    static String others(int hidden) {
        return "et " + French.count(hidden, "autre") + " (--detail pour tout voir)";
    }

    /** The same as a line below the items, when some are hidden. */
    static void others(int hidden, TextLayout out) throws IOException {
        if (hidden > 0) {
            out.paragraph("  ", Styles.Style.QUIET, others(hidden));
        }
    }
}
