package fr.cedre.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar cut in parts, the whole of it a thousand units wide.
 *
 * @param words the same in words
 * @param segments its parts, from the left, those that are empty left out
 */
public record Strip(String words, List<Segment> segments) {

    private static final long WIDTH = 1000;

    /** Copies the list. */
    public Strip {
        segments = List.copyOf(segments);
    }

    /** A part, in the units of the bar. */
    public record Segment(String tone, long x, long width) {}

    /**
     * A part to draw.
     *
     * @param tone class of the style sheet
     * @param words what it counts
     * @param count how many
     */
    public record Part(String tone, String words, long count) {}

    /** The parts side by side; rounding never opens a hole. */
    public static Strip of(List<Part> parts) {
        long total = parts.stream().mapToLong(Part::count).sum();
        List<Segment> segments = new ArrayList<>();
        List<String> words = new ArrayList<>();
        long before = 0;
        for (Part part : parts) {
            if (part.count() > 0) {
                long x = before * WIDTH / total;
                before += part.count();
                segments.add(new Segment(part.tone(), x, before * WIDTH / total - x));
                words.add(part.words());
            }
        }
        return new Strip(words.isEmpty() ? "rien" : String.join(", ", words), segments);
    }
}
