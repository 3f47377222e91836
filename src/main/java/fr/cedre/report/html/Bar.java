package fr.cedre.report.html;

import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How results share themselves among the four statuses: a bar and its numbers.
 *
 * @param segments parts of the bar, from the left, over {@value #LENGTH} units
 * @param counts results of each status, in the order of {@link Status}
 * @param total results in all
 */
public record Bar(List<Segment> segments, List<Integer> counts, int total) {

    /** Units of a whole bar. */
    public static final int LENGTH = 1000;

    /** Copies the lists. */
    public Bar {
        segments = List.copyOf(segments);
        counts = List.copyOf(counts);
    }

    /** A part of the bar. */
    public record Segment(String style, int x, int width) {}

    /** The bar of some results. */
    public static Bar of(Collection<SpecificationResult> results) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        results.forEach(r -> counts.merge(r.status(), 1, Integer::sum));
        List<Integer> numbers = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        for (Status status : Status.values()) {
            int n = counts.getOrDefault(status, 0);
            numbers.add(n);
            if (n > 0) {
                int x = before * LENGTH / results.size();
                int end = (before + n) * LENGTH / results.size();
                segments.add(new Segment(status.code(), x, end - x));
                before += n;
            }
        }
        return new Bar(segments, numbers, results.size());
    }
}
