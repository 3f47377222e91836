package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.Evidence;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Summary;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run comes down to, in one line: the counts, the rate with its formula, what to do first. */
public final class ClosingWords {

    private ClosingWords() {}

    /** True when rules were checked; false when people only placed themselves on a scale. */
    public static boolean checked(Evaluation evaluation) {
        return evaluation.results().stream().anyMatch(r -> !r.specification().selfAssessed());
    }

    /** What the document is not. */
    public static String purpose(Evaluation evaluation) {
        return checked(evaluation)
                ? "Contrôle automatique des registres fournis, qui prépare l'audit et ne certifie rien."
                : "Auto-évaluation lue telle qu'elle est saisie ; elle prépare un plan de progrès et ne vaut ni label ni certificat.";
    }

    /** What is said of lines of {@code preuves.csv} that nobody has filled yet; empty when there is none. */
    public static String toFill(Evaluation evaluation) {
        long n = evaluation.evidence().stream().filter(Evidence::toFill).count();
        return n == 0
                ? ""
                : "Dans preuves.csv, " + French.count(n, "ligne est à remplir", "lignes sont à remplir")
                        + " : une ligne compte comme preuve dès que version, valide_le et valide_par y sont écrits.";
    }

    /** {@code Taux : 94 % = 85 conformes ÷ (85 conformes + 5 écarts) ; 3 spécifications restent à examiner.} */
    public static String rate(Summary summary, boolean restricted) {
        String open = French.count(
                summary.aExaminer(), "spécification reste à examiner", "spécifications restent à examiner");
        String part = restricted ? " (contrôle restreint)" : "";
        if (summary.settled() == 0) {
            return "Taux" + part + " : aucun, ni conforme ni écart ; " + open + ".";
        }
        String met = French.count(summary.verified(), "conforme");
        return "Taux" + part + " : " + summary.ratePercent() + " % = " + met + " ÷ (" + met + " + "
                + French.count(summary.ecart(), "écart") + ") ; " + open + ".";
    }

    /** {@code 5 écarts (1 majeur, 4 mineurs)}, {@code 3 spécifications à examiner}…: what there is to deal with. */
    public static List<String> counts(Evaluation evaluation) {
        Summary summary = evaluation.summary();
        List<String> counts = new ArrayList<>();
        long unusable = evaluation.problems().stream().filter(Problem::unusable).count();
        if (unusable > 0) {
            counts.add(French.count(unusable, "fichier inutilisable", "fichiers inutilisables"));
        }
        List<String> gravities = new ArrayList<>();
        if (summary.majeures() > 0) {
            gravities.add(French.count(summary.majeures(), "majeur"));
        }
        if (summary.mineures() > 0) {
            gravities.add(French.count(summary.mineures(), "mineur"));
        }
        int assessed = TextPicture.assessed(evaluation).size();
        if (assessed > 0) {
            int placed = TextPicture.placed(evaluation).size();
            counts.add(French.count(placed, "objectif situé", "objectifs situés") + " sur " + assessed);
            counts.add(French.count(
                    TextPicture.toImprove(evaluation).size(),
                    "objectif à faire progresser",
                    "objectifs à faire progresser"));
            if (assessed == evaluation.results().size() && summary.majeures() + summary.mineures() == 0) {
                return counts;
            }
        }
        // Gaps of the scope itself have a gravity but stay out of the rate: they are counted here.
        counts.add(French.count(summary.majeures() + summary.mineures(), "écart")
                + (gravities.isEmpty() ? "" : " (" + String.join(", ", gravities) + ")"));
        counts.add(French.count(summary.aExaminer(), "spécification à examiner", "spécifications à examiner"));
        return counts;
    }

    /** {@code à traiter d'abord : 6.2.D4 [AI] (registres/missions.csv:247)}; empty when there is nothing to do. */
    public static Optional<String> firstToDo(Evaluation evaluation) {
        Optional<Problem> unusable =
                evaluation.problems().stream().filter(Problem::unusable).findFirst();
        if (unusable.isPresent()) {
            Problem problem = unusable.get();
            return Optional.of(
                    "à traiter d'abord : " + Words.place(problem.location()) + " (" + problem.message() + ")");
        }
        Optional<SpecificationResult> gap = firstGap(evaluation);
        if (gap.isPresent()) {
            return Optional.of("à traiter d'abord : " + Words.label(gap.get()) + why(gap.get()));
        }
        // Without gap, the file that would settle the most specifications; the first by name when several do.
        return OpenItems.of(evaluation).byAbsentFile().entrySet().stream()
                .max(Comparator.<Map.Entry<String, List<SpecificationResult>>>comparingInt(
                                entry -> entry.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(entry -> "à fournir d'abord : " + OpenItems.name(entry.getKey()) + " ("
                        + French.count(entry.getValue().size(), "spécification") + ")");
    }

    /** The gap to begin with: the first major one, else the first minor one. */
    public static Optional<SpecificationResult> firstGap(Evaluation evaluation) {
        return Stream.of(Gravity.MAJEURE, Gravity.MINEURE)
                .flatMap(gravity -> TextFindings.gaps(evaluation, gravity).stream())
                .findFirst();
    }

    private static String why(SpecificationResult result) {
        List<Finding> gaps = result.findings(Level.ECART);
        if (gaps.isEmpty()) {
            return result.reason() == null ? "" : " (" + clause(result.reason()) + ")";
        }
        Finding finding = gaps.get(0);
        boolean month = finding.object().matches("\\d{4}-\\d{2}");
        if (month && finding.measure() != null && finding.threshold() != null) {
            return " (" + French.object(finding.object()) + " : " + finding.measure() + " au lieu de "
                    + finding.threshold() + ")";
        }
        Location place = finding.source();
        return " ("
                + (place != null && place.line() != null
                        ? place.file() + ":" + place.line()
                        : clause(finding.message()))
                + ")";
    }

    /** A sentence made fit for parentheses; a code or an acronym keeps its capital. */
    private static String clause(String sentence) {
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = text.length() > 1 && (Character.isLowerCase(text.charAt(1)) || text.charAt(1) == '\'');
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** The same at the beginning of a line. */
    public static String capitalised(String text) {
        return text.startsWith("à ") ? "À " + text.substring(2) : text;
    }
}
