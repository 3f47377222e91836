package fr.cedre.check;

import fr.cedre.dossier.ValueParser;
import java.util.List;

/**
 * The levels of a self-assessment, from the lowest to the highest.
 *
 * @param steps the levels
 */
public record Scale(List<Step> steps) {

    /**
     * A level.
     *
     * @param code as written in registers ("2")
     * @param title short name
     * @param text what one must be able to show
     */
    public record Step(String code, String title, String text) {}

    /** Copies the list. */
    public Scale {
        steps = List.copyOf(steps);
    }

    /** No level at all. */
    public static Scale none() {
        return new Scale(List.of());
    }

    /** Rank of a level written by its code or its title, 0 for the lowest; -1 when it is none of them. */
    public int rank(String written) {
        String wanted = ValueParser.code(written);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (ValueParser.code(step.code()).equals(wanted)
                    || ValueParser.code(step.title()).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** The level of a rank. */
    public Step step(int rank) {
        return steps.get(rank);
    }

    /** Codes from the lowest to the highest. */
    public List<String> codes() {
        return steps.stream().map(Step::code).toList();
    }
}
