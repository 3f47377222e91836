package fr.cedre.review;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Threshold;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.referential.Succession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a folder since its reference.
 *
 * @param evaluation the run of the day
 * @param reference what it is compared with, or null at a first review
 * @param basis how identifiers are followed from the reference's referential
 * @param notices what the files of correspondences followed say of themselves
 * @param photographs the photographs of its story, the oldest first, the reference among them
 * @param changes what became of every gap
 * @param trends chapters over time
 * @param agenda what comes due
 * @param problems what could not be read of the photographs
 * @param saved the photograph taken, or null
 */
public record Review(
        Evaluation evaluation,
        @Nullable Photograph reference,
        Succession.Basis basis,
        List<String> notices,
        List<Photograph> photographs,
        List<GapChange> changes,
        List<Trend> trends,
        Agenda agenda,
        List<Problem> problems,
        PhotographStore.@Nullable Saved saved) {

    /** Copies the lists. */
    public Review {
        notices = List.copyOf(notices);
        photographs = List.copyOf(photographs);
        changes = List.copyOf(changes);
        trends = List.copyOf(trends);
        problems = List.copyOf(problems);
    }

    /** The same, saying that the report imposed as a reference is silent on this member. */
    public Review withoutImposed() {
        List<Problem> more = new ArrayList<>(problems);
        more.add(Problem.information(
                Location.of(History.FOLDER),
                "le rapport donné par --reference ne dit rien de ce membre : ses propres photographies servent"));
        return new Review(evaluation, reference, basis, notices, photographs, changes, trends, agenda, more, saved);
    }

    /** The same, once a photograph of it is kept. */
    public Review kept(PhotographStore.Saved photograph) {
        return new Review(
                evaluation, reference, basis, notices, photographs, changes, trends, agenda, problems, photograph);
    }

    /** True when there are photographs, and none that can be read: not a first review, and nothing can be said to be worse. */
    public boolean historyUnreadable() {
        return reference == null && problems.stream().anyMatch(p -> p.severity() != Severity.INFORMATION);
    }

    /** The changes of one kind, in order. */
    public List<GapChange> of(Change change) {
        return changes.stream().filter(c -> c.change() == change).toList();
    }

    /** How many of each kind. */
    public Map<Change, Integer> counts() {
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            counts.put(change, of(change).size());
        }
        return counts;
    }

    /** What is worse than the reference; nothing is at a first review, which has nothing to be worse than. */
    public List<GapChange> regressions() {
        return reference == null
                ? List.of()
                : changes.stream()
                        .filter(c -> c.change().regression() && c.motive() != Motive.NON_LISTE)
                        .toList();
    }

    /** True when a regression reaches a threshold; with {@code a_examiner}, a gap that could not be verified again counts too. */
    public boolean regressed(Threshold threshold) {
        return switch (threshold) {
            case JAMAIS -> false;
            case MAJEURE -> regressions().stream().anyMatch(c -> c.gap().gravity() == Gravity.MAJEURE);
            case MINEURE -> !regressions().isEmpty();
            case A_EXAMINER ->
                !regressions().isEmpty() || !of(Change.A_VERIFIER).isEmpty();
        };
    }
}
