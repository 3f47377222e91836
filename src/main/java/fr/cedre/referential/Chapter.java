package fr.cedre.referential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chapter.
 *
 * @param id as numbered ("6.1")
 * @param title title
 * @param part part it belongs to, or null
 * @param specifications in official order
 */
public record Chapter(String id, String title, @Nullable Part part, List<Specification> specifications) {
    /** Copies the list. */
    public Chapter {
        specifications = List.copyOf(specifications);
    }
}
