package fr.cedre.referential;

import java.util.List;

/**
 * A chapter.
 *
 * @param id as numbered ("6.1")
 * @param title title
 * @param specifications in official order
 */
public record Chapter(String id, String title, List<Specification> specifications) {
    /** Copies the list. */
    public Chapter {
        specifications = List.copyOf(specifications);
    }
}
