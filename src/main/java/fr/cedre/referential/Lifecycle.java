package fr.cedre.referential;

import fr.cedre.dossier.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a referential serves, and what it succeeds.
 *
 * @param adoptedOn adoption, or null
 * @param applicableFrom first day of mandatory application, included, or null
 * @param replacedOn first day no certification can be decided under it any more, included, or null
 * @param validity validity of a certificate, or null
 * @param replaces ids and aliases of the referentials it succeeds
 */
public record Lifecycle(
        @Nullable LocalDate adoptedOn,
        @Nullable LocalDate applicableFrom,
        @Nullable LocalDate replacedOn,
        @Nullable Duration validity,
        List<String> replaces) {

    /** Copies the list. */
    public Lifecycle {
        replaces = List.copyOf(replaces);
    }

    /** Nothing said. */
    public static Lifecycle none() {
        return new Lifecycle(null, null, null, null, List.of());
    }
}
