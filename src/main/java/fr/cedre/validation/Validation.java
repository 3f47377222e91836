package fr.cedre.validation;

import fr.cedre.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What was verified and what is wrong with it.
 *
 * @param subjects one entry per thing verified, in the order it was
 * @param problems defects and doubts, sorted
 */
public record Validation(List<Subject> subjects, List<Problem> problems) {

    /** Copies the lists, sorts the problems and keeps each once. */
    public Validation {
        subjects = List.copyOf(subjects);
        List<Problem> sorted = new ArrayList<>(new LinkedHashSet<>(problems));
        Collections.sort(sorted);
        problems = List.copyOf(sorted);
    }

    /**
     * One thing verified.
     *
     * @param file file or folder, as shown
     * @param kind {@code référentiel}, {@code correspondance}, {@code dictionnaire}, {@code dossier}, {@code registre}, {@code groupe}, {@code échéances}
     * @param summary what it holds, one line
     */
    public record Subject(String file, String kind, String summary) {}

    /** True when something cannot be used as it is. */
    public boolean refused() {
        return problems.stream().anyMatch(p -> p.severity() == fr.cedre.problem.Severity.ERREUR);
    }
}
