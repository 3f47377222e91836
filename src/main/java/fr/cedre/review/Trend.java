package fr.cedre.review;

import fr.cedre.evaluation.Status;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One chapter over the photographs and the run of the day.
 *
 * @param chapter identifier
 * @param title title
 * @param points one per photograph that has specifications of this chapter, the oldest first
 */
public record Trend(String chapter, String title, List<Point> points) {

    /** Copies the list. */
    public Trend {
        points = List.copyOf(points);
    }

    /**
     * A chapter at one moment.
     *
     * @param date audit date
     * @param referential identifier of the referential then used
     * @param met specifications met
     * @param gaps specifications with a gap
     * @param open specifications to be examined
     * @param without specifications without object
     */
    public record Point(LocalDate date, String referential, int met, int gaps, int open, int without) {}

    /**
     * The trend of every chapter of the referential now used; what an older one numbered otherwise counts where its successor stands.
     *
     * @param photographs the oldest first, the run of the day last
     * @param successions the way from the referential of each
     */
    static List<Trend> of(
            List<Photograph> photographs, Referential referential, Function<String, Succession> successions) {
        Map<String, String> chapters = new HashMap<>();
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (Chapter chapter : referential.chapters()) {
            points.put(chapter.id(), new ArrayList<>());
            chapter.specifications().forEach(s -> chapters.put(s.id(), chapter.id()));
        }
        for (Photograph photograph : photographs) {
            Succession succession = successions.apply(photograph.referential());
            Map<String, Map<Status, Integer>> counts = new HashMap<>();
            for (Photograph.State state : photograph.states()) {
                String chapter = state.scope() ? null : chapter(state, succession, chapters, points);
                if (chapter != null) {
                    counts.computeIfAbsent(chapter, k -> new EnumMap<>(Status.class))
                            .merge(state.status(), 1, Integer::sum);
                }
            }
            points.forEach((chapter, list) -> {
                Map<Status, Integer> c = counts.get(chapter);
                if (c != null) {
                    list.add(new Point(
                            photograph.period().end(),
                            photograph.referential(),
                            c.getOrDefault(Status.CONFORME, 0),
                            c.getOrDefault(Status.ECART, 0),
                            c.getOrDefault(Status.A_EXAMINER, 0),
                            c.getOrDefault(Status.SANS_OBJET, 0)));
                }
            });
        }
        List<Trend> trends = new ArrayList<>();
        for (Chapter chapter : referential.chapters()) {
            List<Point> list = points.getOrDefault(chapter.id(), List.of());
            if (!list.isEmpty()) {
                trends.add(new Trend(chapter.id(), chapter.title(), list));
            }
        }
        return trends;
    }

    /** The chapter a specification counts in now: its successor's, else the one of the same name. */
    private static @Nullable String chapter(
            Photograph.State state,
            Succession succession,
            Map<String, String> chapters,
            Map<String, List<Point>> known) {
        for (String id : succession.of(state.id())) {
            if (chapters.containsKey(id)) {
                return chapters.get(id);
            }
        }
        return state.chapter() != null && known.containsKey(state.chapter()) ? state.chapter() : null;
    }
}
