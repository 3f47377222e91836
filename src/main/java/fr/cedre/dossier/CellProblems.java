package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;

/** The words for a cell that cannot be read: what was expected, never the content of a text. */
final class CellProblems {

    private CellProblems() {}

    static Problem unreadable(String file, Field field, String text, int line) {
        String expected = switch (field.type()) {
            case DATE ->
                americanDate(text)
                        ? "mois supérieur à 12 (date à l'américaine ?) : une date jj/mm/aaaa ou aaaa-mm-jj est attendue"
                        : "une date jj/mm/aaaa ou aaaa-mm-jj est attendue";
            case YEARMONTH -> "un mois aaaa-mm est attendu";
            case BOOLEAN -> "oui ou non est attendu";
            default -> field.nonNegative() ? "un nombre positif ou nul est attendu" : "un nombre est attendu";
        };
        return Problem.error(Location.of(file, line, field.name()), "valeur illisible : " + expected);
    }

    static Problem unknownCode(String file, Field field, String text, int line) {
        // A value far from every code may be anything, a name included: only a near miss is repeated.
        String shown = NearestName.of(text, field.codes()).isEmpty() ? "" : " « " + text + " »";
        return Problem.error(
                Location.of(file, line, field.name()),
                "code inconnu" + shown + " ; codes attendus : "
                        + String.join(", ", field.codes().stream().sorted().toList())
                        + NearestName.hint(text, field.codes()));
    }

    private static boolean americanDate(String text) {
        String[] parts = text.split("[/.-]", -1);
        return parts.length == 3
                && parts[1].matches("\\d{2}")
                && Integer.parseInt(parts[1]) > 12
                && parts[0].matches("\\d{1,2}")
                && Integer.parseInt(parts[0]) <= 12;
    }
}
