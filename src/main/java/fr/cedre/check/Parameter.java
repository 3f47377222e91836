package fr.cedre.check;

import fr.cedre.dossier.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value the referential's text does not fix; outputs call it « paramètre du projet ».
 *
 * @param name snake_case name
 * @param value as written ("30 jours", "3/2", "2")
 * @param why why this value
 * @param reading code of the ambiguity it settles, or null
 */
public record Parameter(
        String name, String value, String why, @Nullable String reading) {

    /** The value as a duration, if it is one. */
    public Optional<Duration> duration() {
        return Duration.parse(value);
    }
}
