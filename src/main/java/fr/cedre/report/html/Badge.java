package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Fate;
import fr.cedre.report.DiffWords;
import fr.cedre.report.French;
import fr.cedre.report.ReviewWords;
import fr.cedre.review.Change;
import org.jspecify.annotations.Nullable;

/**
 * A state: a sign, words and a tone, so that the colour never says it alone.
 *
 * @param tone class of the style sheet ({@code majeure}, {@code conforme}…)
 * @param sign one character, which is not read aloud
 * @param words what it says
 */
public record Badge(String tone, String sign, String words) {

    /** The status of a specification, with the gravity of its gap. */
    public static Badge of(SpecificationResult result) {
        return of(result.status(), result.gravity());
    }

    /** A status, with the gravity of its gap; a gap without gravity is minor, as in the counts. */
    public static Badge of(Status status, @Nullable Gravity gravity) {
        return switch (status) {
            case CONFORME -> new Badge("conforme", "✓", "conforme");
            case ECART -> gap(gravity);
            case A_EXAMINER -> new Badge("a_examiner", "?", "à examiner");
            case SANS_OBJET -> new Badge("sans_objet", "–", "sans objet");
        };
    }

    /** A gap. */
    public static Badge gap(@Nullable Gravity gravity) {
        return gravity == Gravity.MAJEURE
                ? new Badge("majeure", "✗", "écart majeur")
                : new Badge("mineure", "✗", "écart mineur");
    }

    /** What a specification becomes. */
    static Badge of(Fate fate, long n) {
        return new Badge("sort-" + fate.code(), sign(fate), French.plural(n, DiffWords.fate(fate)));
    }

    private static String sign(Fate fate) {
        return DiffWords.sign(fate);
    }

    /** What became of a gap. */
    static Badge of(Change change) {
        String tone = change.regression() ? "majeure" : "";
        return switch (change) {
            case NOUVEAU -> new Badge(tone, "+", ReviewWords.adjective(change, 1));
            case ROUVERT -> new Badge(tone, "↺", ReviewWords.adjective(change, 1));
            case AGGRAVE -> new Badge(tone, "↑", ReviewWords.adjective(change, 1));
            case PERSISTANT -> new Badge("mineure", "=", ReviewWords.adjective(change, 1));
            case ALLEGE -> new Badge("point_sensible", "↓", ReviewWords.adjective(change, 1));
            case A_VERIFIER -> new Badge("a_examiner", "?", ReviewWords.adjective(change, 1));
            case LEVE -> new Badge("conforme", "✓", ReviewWords.adjective(change, 1));
        };
    }
}
