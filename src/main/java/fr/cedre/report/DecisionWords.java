package fr.cedre.report;

import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;

/** Human decisions in words, with where they are written. */
public final class DecisionWords {

    private static final String JUDGEMENTS = "jugements.csv";

    private DecisionWords() {}

    /** {@code 6.2.E [AI] : jugement « point fort » du 12/03/2026, valable jusqu'au 12/03/2027 (jugements.csv:2)}. */
    public static String judgement(Judgement judgement) {
        StringBuilder text = new StringBuilder(judgement.specification());
        if (judgement.type() != null) {
            text.append(" [").append(judgement.type()).append(']');
        }
        text.append(" : jugement");
        if (judgement.status() != null) {
            text.append(" « ").append(status(judgement.status())).append(" »");
        }
        if (judgement.gravity() != null) {
            text.append(judgement.status() == null ? " de gravité " : ", gravité ")
                    .append(judgement.gravity());
        }
        text.append(judgement.evaluatedOn() == null ? ", sans date" : " du " + French.date(judgement.evaluatedOn()));
        if (judgement.validUntil() != null) {
            text.append(", valable jusqu'au ").append(French.date(judgement.validUntil()));
        }
        Location place = Location.of(JUDGEMENTS, judgement.line());
        return text.append(" (").append(Words.place(place)).append(')').toString();
    }

    private static String status(String code) {
        return switch (code) {
            case "ecart" -> "écart";
            case "a_examiner" -> "à examiner";
            case "sans_objet" -> "sans objet";
            case "point_fort" -> "point fort";
            default -> code;
        };
    }

    /** {@code 6.3.A5 : déclarée sans objet jusqu'au 30/06/2027 (structure.yaml:14)}. */
    public static String nonApplicability(Structure.NonApplicable declared) {
        String until = declared.until() == null ? ", sans échéance" : " jusqu'au " + French.date(declared.until());
        Location place = Location.of(Structure.FILE, declared.line());
        return declared.specification() + " : déclarée sans objet" + until + " (" + Words.place(place) + ")";
    }
}
