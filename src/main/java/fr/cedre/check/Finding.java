package fr.cedre.check;

import fr.cedre.problem.Location;
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

    @Override
    public int compareTo(Finding other) {
        int order = level.compareTo(other.level);
        if (order == 0) {
            order = (gravity == null ? Gravity.MINEURE : gravity)
                    .compareTo(other.gravity == null ? Gravity.MINEURE : other.gravity);
        }
        if (order == 0) {
            order = check.compareTo(other.check);
        }
        if (order == 0) {
            order = object.compareTo(other.object);
        }
        if (order == 0) {
            order = compareSources(source, other.source);
        }
        return order == 0 ? message.compareTo(other.message) : order;
    }

    private static int compareSources(@Nullable Location a, @Nullable Location b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a.compareTo(b);
    }

    /** By hand: a record's own is linked anew at every start. Equal findings have equal hashes, as these parts are equal. */
    @Override
    public int hashCode() {
        return (check.hashCode() * 31 + object.hashCode()) * 31 + message.hashCode();
    }
}
