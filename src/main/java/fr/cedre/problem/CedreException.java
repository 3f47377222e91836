package fr.cedre.problem;

import java.util.List;

/**
 * A user's error (usage, folder or referential that cannot be read): exit code 2, never a stack trace. Any other exception is a defect of cedre
 * (exit code 3).
 */
public final class CedreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** An error said in one French sentence. */
    public CedreException(String message) {
        this(message, List.of());
    }

    /** An error with the list of its places. */
    public CedreException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** The places, possibly none. */
    public List<Problem> problems() {
        return problems;
    }
}
