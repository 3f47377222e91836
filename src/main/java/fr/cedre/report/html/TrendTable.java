package fr.cedre.report.html;

import fr.cedre.report.French;
import fr.cedre.report.ReviewWords;
import fr.cedre.review.Trend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chapters over time: a line and the numbers.
 *
 * @param caption how to read it
 * @param dates days shown, the oldest first
 * @param rows chapters
 */
public record TrendTable(String caption, List<String> dates, List<Row> rows) {

    private static final int SHOWN = 6;

    /** Copies the lists. */
    public TrendTable {
        dates = List.copyOf(dates);
        rows = List.copyOf(rows);
    }

    /** A chapter: its line over all photographs, and its numbers on the days shown. */
    public record Row(String title, LineChart chart, List<String> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The table, or null when there are not two moments to compare. */
    static @Nullable TrendTable of(List<Trend> trends) {
        TreeSet<LocalDate> moments = new TreeSet<>();
        trends.forEach(t -> t.points().forEach(p -> moments.add(p.date())));
        if (moments.size() < 2) {
            return null;
        }
        List<LocalDate> all = new ArrayList<>(moments);
        List<LocalDate> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        List<Row> rows = new ArrayList<>();
        for (Trend trend : trends) {
            List<String> cells = new ArrayList<>();
            for (LocalDate date : shown) {
                Trend.Point point = null;
                for (Trend.Point one : trend.points()) {
                    point = one.date().equals(date) ? one : point;
                }
                cells.add(point == null ? "·" : ReviewWords.point(point));
            }
            rows.add(new Row(
                    trend.chapter() + " " + trend.title(),
                    LineChart.of(trend, moments.first(), moments.last()),
                    cells));
        }
        String cut = shown.size() < all.size()
                ? " ; les " + shown.size() + " dernières photographies sur " + all.size()
                        + ", la courbe les montre toutes"
                : "";
        return new TrendTable(
                "Spécifications " + ReviewWords.TREND + cut
                        + ". La courbe va de rien (trait du bas) à tout (trait du haut).",
                shown.stream().map(French::date).toList(),
                rows);
    }
}
