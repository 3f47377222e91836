package fr.cedre.check;

import fr.cedre.problem.Location;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One audit finding. Its identity from one run to the next is specification + {@code check} + {@code object} (contrat § 6).
 *
 * @param check id of the check, named after the defect
 * @param level what it says
 * @param gravity proposed gravity, for a gap only
 * @param object row key, month, document… stable when rows move
 * @param message French sentence: fact and place
 * @param advice exact remedy
 * @param measure what was measured ("4/15", "31 jours"), or null
 * @param threshold what it was compared with ("1/3"), or null
 * @param source where, or null when nothing in the folder carries it
 */
public record Finding(
        String check,
        Level level,
        @Nullable Gravity gravity,
        String object,
        String message,
        String advice,
        @Nullable String measure,
        @Nullable String threshold,
        @Nullable Location source)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::level)
            .thenComparing(f -> f.gravity() == null ? Gravity.MINEURE : f.gravity())
            .thenComparing(Finding::check)
            .thenComparing(Finding::object)
            .thenComparing(Finding::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
