package fr.cedre.check;

import fr.cedre.problem.Location;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a check stops being met, if nothing is added to the folder.
 *
 * @param on last day it is met; past when it no longer is
 * @param object what it is about, as in the findings of the check
 * @param value the value looked for ({@code chaque}), or null
 * @param source the row or the proof that is growing old, or null
 */
public record Due(
        LocalDate on,
        String object,
        @Nullable String value,
        @Nullable Location source) {}
