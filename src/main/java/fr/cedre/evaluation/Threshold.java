package fr.cedre.evaluation;

import fr.cedre.check.Gravity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** From what a control is said to fail ({@code --seuil}, contrat § 7). */
public enum Threshold {
    /** A major gap. */
    MAJEURE("majeure"),
    /** Any gap. */
    MINEURE("mineure"),
    /** Any gap, or something left to be examined. */
    A_EXAMINER("a_examiner"),
    /** Nothing makes it fail. */
    JAMAIS("jamais");

    private final String code;

    Threshold(String code) {
        this.code = code;
    }

    /** The word written on the command line. */
    public String code() {
        return code;
    }

    /** Every word. */
    public static List<String> codes() {
        return Stream.of(values()).map(Threshold::code).toList();
    }

    /** The threshold of a word; the caller has verified it. */
    public static Threshold named(String code) {
        return Stream.of(values()).filter(t -> t.code.equals(code)).findFirst().orElse(MINEURE);
    }

    /** True when a result reaches it. */
    public boolean reached(Evaluation evaluation) {
        return switch (this) {
            case JAMAIS -> false;
            case MAJEURE -> any(evaluation, r -> r.status() == Status.ECART && r.gravity() == Gravity.MAJEURE);
            case A_EXAMINER -> any(evaluation, r -> r.status() == Status.ECART || r.status() == Status.A_EXAMINER);
            case MINEURE -> any(evaluation, r -> r.status() == Status.ECART);
        };
    }

    private static boolean any(Evaluation evaluation, Predicate<SpecificationResult> test) {
        return evaluation.results().stream().anyMatch(test)
                || evaluation.scope().stream().anyMatch(test);
    }
}
