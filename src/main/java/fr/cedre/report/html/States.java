package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import org.jspecify.annotations.Nullable;

/** States as pages show them: a class for the style, a sign and a word, so that none is told by its colour alone. */
public final class States {

    private States() {}

    /**
     * A state.
     *
     * @param style class of the style sheet
     * @param sign one character
     * @param word in words
     */
    public record State(String style, String sign, String word) {}

    /** The state of a result; a gap is told by its gravity. */
    public static State of(SpecificationResult result) {
        if (result.specification().selfAssessed() && result.status() == Status.CONFORME) {
            return new State("conforme", "•", "situé");
        }
        return of(result.status(), result.gravity());
    }

    /** The state of a status. */
    public static State of(Status status, @Nullable Gravity gravity) {
        return switch (status) {
            case CONFORME -> new State("conforme", "✓", "conforme");
            case ECART ->
                gravity == Gravity.MAJEURE
                        ? new State("majeure", "✗", "écart majeur")
                        : new State("mineure", "✗", "écart mineur");
            case A_EXAMINER -> new State("a_examiner", "?", "à examiner");
            case SANS_OBJET -> new State("sans_objet", "–", "sans objet");
        };
    }

    /** The state of a finding. */
    public static State of(Level level, @Nullable Gravity gravity) {
        return switch (level) {
            case ECART -> of(Status.ECART, gravity);
            case A_EXAMINER -> of(Status.A_EXAMINER, null);
            case POINT_SENSIBLE -> new State("point_sensible", "!", "point sensible");
            case PISTE_DE_PROGRES -> new State("piste_de_progres", "+", "piste de progrès");
            case POINT_FORT -> new State("point_fort", "+", "point fort");
        };
    }

    /** Rank in a report that shows gaps first: major, minor, to be examined, met, without object. */
    static int rank(SpecificationResult result) {
        return switch (result.status()) {
            case ECART -> result.gravity() == Gravity.MAJEURE ? 0 : 1;
            case A_EXAMINER -> 2;
            case CONFORME -> 3;
            case SANS_OBJET -> 4;
        };
    }

    /** An identifier fit for an anchor: ASCII letters, digits and dashes, everything else replaced by its code. */
    public static String anchor(String prefix, String text) {
        StringBuilder anchor = new StringBuilder(prefix);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
            if (plain) {
                anchor.append(c);
            } else {
                anchor.append('_').append(Integer.toHexString(c));
            }
        }
        return anchor.toString();
    }
}
