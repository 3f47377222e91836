package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write in {@code statut}. */
final class Progress {

    private static final Set<String> DONE = Set.of(
            "fait",
            "faite",
            "realise",
            "realisee",
            "termine",
            "terminee",
            "clos",
            "close",
            "solde",
            "soldee",
            "leve",
            "levee",
            "abandonne",
            "abandonnee",
            "cloture",
            "cloturee",
            "effectue",
            "effectuee",
            "acheve",
            "achevee",
            "fini",
            "finie",
            "annule",
            "annulee",
            "ok");

    private static final Set<String> DONE_WHOLE = Set.of("sans_objet", "100_%", "100%");

    /** What may follow a word that says it is done, and changes nothing: a date, a signature. */
    private static final Pattern DATED = Pattern.compile("([a-z]+)[.!,;:]*(_(le|au|en|depuis)?_?[(]?[0-9].*)?");

    private Progress() {}

    /** True when nothing more is to be done, according to whoever wrote it. */
    static boolean done(String status) {
        String code = ValueParser.code(status);
        while (code.endsWith(".") || code.endsWith("!") || code.endsWith("_")) {
            code = code.substring(0, code.length() - 1);
        }
        Matcher dated = DATED.matcher(code);
        return DONE_WHOLE.contains(code) || (dated.matches() && DONE.contains(dated.group(1)));
    }
}
