package fr.cedre.deadline;

import fr.cedre.check.Condition;
import fr.cedre.check.Moment;
import fr.cedre.check.Template;
import fr.cedre.dossier.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a row of a register a deadline: an entry of {@code echeances.yaml}.
 *
 * @param code kind of the deadlines it gives
 * @param register register
 * @param date last good day
 * @param when rows it takes, or null for all
 * @param label what to do
 * @param renewal how long it takes
 * @param upcoming true when a past one is of no use
 * @param individual true when each one is about one person
 * @param lastBy only the latest date of each value of this column counts, or null
 * @param orderBy date column by which the latest row of each value is chosen, before {@code when} is looked at; null for the deadline itself
 * @param except what makes it no longer due, or null
 * @param specifications specification it serves, by referential
 */
record RegisterEntry(
        String code,
        String register,
        Moment date,
        @Nullable Condition when,
        Template label,
        Duration renewal,
        boolean upcoming,
        boolean individual,
        @Nullable String lastBy,
        @Nullable String orderBy,
        @Nullable Except except,
        Map<String, String> specifications) {

    /** Copies the map. */
    RegisterEntry {
        specifications = Map.copyOf(specifications);
    }

    /**
     * Another register where the key of the row stands once it is done.
     *
     * @param register other register
     * @param key its column
     * @param own column of the row, compared with {@code key}
     * @param when rows of the other register that count, or null for all
     */
    record Except(
            String register,
            String key,
            String own,
            @Nullable Condition when) {}
}
