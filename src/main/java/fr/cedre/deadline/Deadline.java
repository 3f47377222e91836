package fr.cedre.deadline;

import fr.cedre.dossier.Duration;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day by which something must be done again.
 *
 * @param on last good day
 * @param kind code: {@code certificat}, {@code alerte_certificat}, {@code audit}, {@code financement}, {@code non_applicabilite}, {@code
 *     jugement}, {@code document}, the code of an entry of {@code echeances.yaml}, or the id of a check
 * @param object what it is about: a row's key, a proof, a specification…; stable from one run to the next
 * @param label French words, without full stop
 * @param specification identifier in the referential under control, or null
 * @param source where the date is read, or null
 * @param individual true when it is about one person: of use to the structure, not to a whole network
 * @param renewal how long doing it again takes; zero for a mere alert
 */
public record Deadline(
        LocalDate on,
        String kind,
        String object,
        String label,
        @Nullable String specification,
        @Nullable Location source,
        boolean individual,
        Duration renewal)
        implements Comparable<Deadline> {

    /** About no one in particular. */
    public Deadline(
            LocalDate on,
            String kind,
            String object,
            String label,
            @Nullable String specification,
            @Nullable Location source,
            Duration renewal) {
        this(on, kind, object, label, specification, source, false, renewal);
    }

    /** True when the last good day is over. */
    public boolean past(LocalDate day) {
        return on.isBefore(day);
    }

    /** The day to start on, at the latest. */
    public LocalDate startBy() {
        return renewal.before(on);
    }

    /** By date, kind, object; then specification and label, so that the order never depends on anything else. */
    @Override
    public int compareTo(Deadline other) {
        int order = on.compareTo(other.on);
        order = order == 0 ? kind.compareTo(other.kind) : order;
        order = order == 0 ? object.compareTo(other.object) : order;
        order = order == 0 ? text(specification).compareTo(text(other.specification)) : order;
        return order == 0 ? label.compareTo(other.label) : order;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
