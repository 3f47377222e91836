package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import org.jspecify.annotations.Nullable;

/** States of results and findings, and how sheets are ordered and named. */
public final class States {

    private States() {}

    /** The state of a result; a gap is told by its gravity, and a level that people gave themselves is no verdict. */
    public static Badge of(SpecificationResult result) {
        return result.specification().selfAssessed() && result.status() == Status.CONFORME
                ? new Badge("conforme", "•", "situé")
                : Badge.of(result);
    }

    /** The state of a finding. */
    public static Badge of(Level level, @Nullable Gravity gravity) {
        return switch (level) {
            case ECART -> Badge.gap(gravity);
            case A_EXAMINER -> Badge.of(Status.A_EXAMINER, null);
            case POINT_SENSIBLE -> new Badge("point_sensible", "!", "point sensible");
            case PISTE_DE_PROGRES -> new Badge("", "+", "piste de progrès");
            case POINT_FORT -> new Badge("point_fort", "+", "point fort");
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
