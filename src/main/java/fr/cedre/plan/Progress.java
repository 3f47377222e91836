package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import java.util.Set;

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
            "ok");

    private Progress() {}

    /** True when nothing more is to be done, according to whoever wrote it. */
    static boolean done(String status) {
        String code = ValueParser.code(status);
        while (code.endsWith(".") || code.endsWith("!") || code.endsWith("_")) {
            code = code.substring(0, code.length() - 1);
        }
        return DONE.contains(code);
    }
}
