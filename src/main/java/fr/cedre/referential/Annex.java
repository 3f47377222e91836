package fr.cedre.referential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annex of the text (plan of the manual, engagement types, trajectories).
 *
 * @param id letter
 * @param title title
 * @param reference place in the source text
 * @param parts its parts
 * @param readings readings adopted
 */
public record Annex(String id, String title, Reference reference, List<Part> parts, List<Reading> readings) {
    /** Copies the list. */
    public Annex {
        parts = List.copyOf(parts);
        readings = List.copyOf(readings);
    }

    /**
     * A part of an annex.
     *
     * @param code code used in registers
     * @param title title
     * @param text definition, or null
     * @param points characteristics or headings
     */
    public record Part(String code, String title, @Nullable String text, List<String> points) {
        /** Copies the list. */
        public Part {
            points = List.copyOf(points);
        }
    }
}
