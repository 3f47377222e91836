package fr.cedre.report;

import fr.cedre.evaluation.Summary;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Motive;
import fr.cedre.review.Photograph;
import fr.cedre.review.PhotographStore;
import fr.cedre.review.Review;
import fr.cedre.review.Trend;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of gaps, in French. */
public final class ReviewWords {

    /** How {@link #point} is read. */
    public static final String TREND = "couvertes / (couvertes + en écart), puis + le nombre à examiner";

    /** Said of a run over a part only. */
    public static final String RESTRICTED = "revue restreinte à une partie du référentiel ou des types";

    private ReviewWords() {}

    /** {@code nouveau}, in the number of what it says. */
    public static String adjective(Change change, long n) {
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
    public static String title(Change change) {
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
    public static String counts(Map<Change, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((change, n) -> {
            if (n > 0) {
                parts.add(French.number(n) + " " + adjective(change, n));
            }
        });
        return parts.isEmpty() ? "aucun écart, ni avant ni aujourd'hui" : String.join(", ", parts);
    }

    /** What the motive adds to the word, as the end of a sentence. */
    public static String motive(Motive motive) {
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
    public static String history(GapChange change) {
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

    /** What the review compares with, or why with nothing. */
    public static String reference(Review review) {
        Photograph reference = review.reference();
        if (reference == null) {
            return review.historyUnreadable()
                    ? "aucune photographie lisible : rien à comparer"
                    : "aucune photographie : première revue, rien à comparer (--enregistrer en prend une pour la prochaine)";
        }
        boolean other = !reference
                .referential()
                .equals(review.evaluation().referential().id());
        String how = switch (review.basis()) {
            case MEME_REFERENTIEL -> "";
            case CORRESPONDANCES -> " ; ses spécifications sont suivies par les correspondances";
            case IDENTIFIANTS -> " ; aucune correspondance n'est connue : seuls les identifiants égaux sont rapprochés";
        };
        return "photographie du " + French.date(reference.period().end()) + " (" + reference.file() + ")"
                + (other ? ", sous " + reference.referential() : "") + how;
    }

    /** What limits the comparison, each in a sentence. */
    public static List<String> limits(Review review) {
        List<String> limits = new ArrayList<>();
        Photograph reference = review.reference();
        if (reference != null && reference.restricted()) {
            limits.add("la référence ne couvre qu'une partie : le reste n'avait pas été contrôlé");
        }
        return limits;
    }

    /** {@code 6.1.F (sous cedre-v1)}: the same number may stand for something else in the referential now used. */
    public static String under(Review review, GapChange change) {
        return change.referential().equals(review.evaluation().referential().id())
                ? ""
                : " (sous " + change.referential() + ")";
    }

    /** What was kept of the day, or nothing. */
    public static String saved(Review review) {
        PhotographStore.Saved saved = review.saved();
        return saved == null
                ? ""
                : (saved.added() ? "Photographie enregistrée : " : "Photographie déjà enregistrée, identique : ")
                        + saved.file();
    }

    /** The line that matters: what became of gaps, and where the folder stands. */
    public static String headline(Review review) {
        Summary summary = review.evaluation().summary();
        String state = French.count(summary.ecart(), "spécification") + " en écart, " + summary.aExaminer()
                + " à examiner, " + French.count(summary.verified(), "couverte")
                + (summary.situes() == 0
                        ? ""
                        : ", " + French.count(summary.situes(), "objectif situé", "objectifs situés"));
        Photograph reference = review.reference();
        if (reference == null) {
            return (review.historyUnreadable() ? "Sans point de comparaison : " : "Première revue : ")
                    + French.count(present(review), "écart relevé", "écarts relevés") + " ; " + state + ".";
        }
        return "Depuis le " + French.date(reference.period().end()) + " : " + counts(review.counts()) + " ; " + state
                + ".";
    }

    /** How many gaps are found on the day. */
    public static int present(Review review) {
        return (int) review.changes().stream().filter(c -> c.change().present()).count();
    }

    /** The same for a group; members without a reference have gaps, not changes. */
    public static String headline(GroupReview group) {
        Summary summary = group.summary();
        return French.count(group.reviews().size(), "membre revu", "membres revus") + " sur "
                + group.members().size() + " : " + counts(group) + " ; "
                + French.count(summary.ecart(), "spécification") + " en écart, " + summary.aExaminer()
                + " à examiner.";
    }

    private static String counts(GroupReview group) {
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        int first = 0;
        int gaps = 0;
        for (Review review : group.reviews()) {
            if (review.reference() == null) {
                first++;
                gaps += review.changes().size();
            } else {
                review.counts().forEach((change, n) -> counts.merge(change, n, Integer::sum));
            }
        }
        String firsts = French.count(gaps, "écart") + " en première revue";
        return first == 0
                ? counts(counts)
                : first == group.reviews().size() ? firsts : counts(counts) + ", et " + firsts;
    }

    /** {@code 11/12 +1}: met out of what is settled, then what is open; how to read it is {@link #TREND}. */
    public static String point(Trend.Point point) {
        int settled = point.met() + point.gaps();
        String open = point.open() == 0 ? "" : " +" + point.open();
        return settled + point.open() == 0 ? "s. objet" : point.met() + "/" + settled + open;
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
