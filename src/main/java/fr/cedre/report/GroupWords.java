package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.group.GroupResult;
import java.util.ArrayList;
import java.util.List;

/** What the formats of a group's control say alike. */
public final class GroupWords {

    /** Said when members are not held against the same text. */
    public static final String SEVERAL =
            "les membres ne sont pas contrôlés selon le même référentiel (-r pour l'imposer)";

    /** What the document is not. */
    public static final String PURPOSE =
            "Contrôle automatique des registres fournis, qui prépare l'audit et ne certifie rien.";

    private GroupWords() {}

    /** What the failure of one means for the others. */
    public static String rule(GroupResult result) {
        return result.allOrNothing()
                ? "tout ou rien : un membre en défaut met tout le groupe en défaut"
                        + (result.rule().why().isBlank()
                                ? ""
                                : " (" + result.rule().why() + ")")
                : "chaque membre répond pour lui-même";
    }

    /** What makes a member fail, by identifier, the most serious first. */
    public static String first(Evaluation evaluation) {
        List<SpecificationResult> gaps = new ArrayList<>(TextFindings.gaps(evaluation, Gravity.MAJEURE));
        gaps.addAll(TextFindings.gaps(evaluation, Gravity.MINEURE));
        if (gaps.isEmpty()) {
            long open = Words.results(evaluation).stream()
                    .filter(r -> r.status() == Status.A_EXAMINER)
                    .count();
            return evaluation.anyUnusable()
                    ? "un fichier n'a pas pu être lu"
                    : French.count(open, "spécification à examiner", "spécifications à examiner");
        }
        List<String> ids = gaps.stream().limit(8).map(Words::label).toList();
        return String.join(", ", ids) + (gaps.size() > 8 ? " et " + French.count(gaps.size() - 8L, "autre") : "");
    }

    /** Members that hold and that the others block, when one failure fails them all. */
    public static List<GroupResult.Member> blocked(GroupResult result) {
        return result.groupFails()
                ? result.concerned().stream().filter(m -> !result.fails(m)).toList()
                : List.of();
    }

    /** The line that matters: who fails, and what it means for the others. */
    public static String verdict(GroupResult result) {
        int failing = result.failing().size();
        int concerned = result.concerned().size();
        if (failing == 0) {
            return French.count(concerned, "membre contrôlé", "membres contrôlés") + ", aucun en défaut";
        }
        if (result.groupFails()) {
            List<String> blocked =
                    blocked(result).stream().map(GroupResult.Member::name).toList();
            return "Groupe en défaut (tout ou rien) : "
                    + some(result.failing().stream()
                            .map(GroupResult.Member::name)
                            .toList())
                    + (blocked.isEmpty() ? "" : (failing == 1 ? " bloque " : " bloquent ") + some(blocked));
        }
        return French.count(failing, "membre en défaut", "membres en défaut") + " sur " + concerned
                + (failing < concerned ? " ; les autres n'en dépendent pas" : "");
    }

    private static String some(List<String> names) {
        return names.size() <= 5
                ? French.list(names)
                : String.join(", ", names.subList(0, 5)) + " et " + French.count(names.size() - 5L, "autre");
    }
}
