package fr.cedre.report;

import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.Motive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of gaps, in French. */
final class ReviewWords {

    private ReviewWords() {}

    /** {@code nouveau}, in the number of what it says. */
    static String adjective(Change change, long n) {
        boolean many = n > 1;
        return switch (change) {
            case NOUVEAU -> many ? "nouveaux" : "nouveau";
            case ROUVERT -> many ? "rouverts" : "rouvert";
            case AGGRAVE -> many ? "aggravés" : "aggravé";
            case PERSISTANT -> many ? "persistants" : "persistant";
            case ALLEGE -> many ? "allégés" : "allégé";
            case A_VERIFIER -> "à vérifier";
            case LEVE -> many ? "levés" : "levé";
        };
    }

    /** Title of the part that lists one kind. */
    static String title(Change change) {
        return switch (change) {
            case NOUVEAU -> "Écarts nouveaux";
            case ROUVERT -> "Écarts rouverts (levés un temps, de nouveau relevés)";
            case AGGRAVE -> "Écarts aggravés";
            case PERSISTANT -> "Écarts persistants";
            case ALLEGE -> "Écarts allégés";
            case A_VERIFIER -> "À vérifier (plus relevés, mais rien ne prouve qu'ils sont levés)";
            case LEVE -> "Écarts levés";
        };
    }

    /** {@code 3 nouveaux, 1 rouvert, 5 levés}: what there is. */
    static String counts(Map<Change, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((change, n) -> {
            if (n > 0) {
                parts.add(French.number(n) + " " + adjective(change, n));
            }
        });
        return parts.isEmpty() ? "aucun écart, ni avant ni aujourd'hui" : String.join(", ", parts);
    }

    /** What the motive adds to the word, as the end of a sentence. */
    static String motive(Motive motive) {
        return switch (motive) {
            case CORRIGE -> "le contrôle est fait et ne le relève plus";
            case LIGNE_DISPARUE -> "sa ligne n'est plus dans le fichier : rien ne montre qu'il a été corrigé";
            case HORS_PERIODE -> "sorti de la période contrôlée, sans correction constatée";
            case SANS_OBJET -> "spécification devenue sans objet";
            case TYPE_RETIRE -> "le type concerné n'est plus déclaré dans structure.yaml";
            case PLUS_DEMANDE -> "le référentiel employé ne le demande plus";
            case RESTE_POINT_SENSIBLE -> "reste un point sensible";
            case NON_VERIFIABLE -> "son contrôle n'a pas pu être fait aujourd'hui";
            case CONTROLE_CHANGE -> "ce qui le relevait n'est plus contrôlé ainsi";
            case EXIGENCE_NOUVELLE -> "exigence nouvelle du référentiel";
            case ETAIT_A_EXAMINER -> "il n'avait pas pu être vérifié à la référence";
            case ETAIT_POINT_SENSIBLE -> "c'était un point sensible";
            case NON_LISTE -> "ce contrôle a trop d'écarts pour les nommer tous : celui-ci est peut-être du nombre";
            case NON_CONTROLE -> "cette spécification n'était pas contrôlée à la référence";
        };
    }

    /** What its history says: since when, what it was called, how it moved. */
    static String history(GapChange change) {
        List<String> parts = new ArrayList<>();
        switch (change.change()) {
            case PERSISTANT, AGGRAVE, ALLEGE -> parts.add("depuis le " + French.date(change.since()));
            case ROUVERT -> {
                parts.add("relevé dès le " + French.date(change.firstSeen()));
                if (change.lifted() != null) {
                    parts.add("levé au " + French.date(change.lifted()));
                }
            }
            case LEVE, A_VERIFIER -> parts.add("relevé depuis le " + French.date(change.since()));
            case NOUVEAU -> {
                // the title says it all
            }
        }
        if (change.change() == Change.AGGRAVE || change.change() == Change.ALLEGE) {
            parts.add(moved(change));
        }
        if (change.formerSpecification() != null) {
            parts.add("numéroté " + change.formerSpecification() + " auparavant");
        }
        if (change.motive() != null) {
            parts.add(motive(change.motive()));
        }
        return String.join(" ; ", parts);
    }

    private static String moved(GapChange change) {
        var before = change.before();
        var now = change.gap();
        if (before == null) {
            return "";
        }
        if (before.gravity() != now.gravity()) {
            return before.gravity().code() + " alors, " + now.gravity().code() + " aujourd'hui";
        }
        if (before.occurrences() != now.occurrences()) {
            return French.count(before.occurrences(), "ligne") + " alors, " + French.count(now.occurrences(), "ligne")
                    + " aujourd'hui";
        }
        return before.measure() + " alors, " + now.measure() + " aujourd'hui (seuil " + now.threshold() + ")";
    }
}
