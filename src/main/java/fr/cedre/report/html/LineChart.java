package fr.cedre.report.html;

import fr.cedre.report.French;
import fr.cedre.report.ReviewWords;
import fr.cedre.review.Trend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A small line of shares over time: the higher, the more is met; a day on which nothing is settled breaks it.
 *
 * @param words where it starts and ends, in words
 * @param lines points of each unbroken line, as SVG writes them
 * @param dots every point
 */
public record LineChart(String words, List<String> lines, List<Dot> dots) {

    /** Width of the drawing. */
    public static final int WIDTH = 140;
    /** Its height. */
    public static final int HEIGHT = 40;

    private static final int MARGIN = 5;

    /** Copies the lists. */
    public LineChart {
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
    }

    /** A point. */
    public record Dot(long x, long y) {}

    /** Height of the line of 100 %. */
    public int top() {
        return MARGIN;
    }

    /** Height of the line of 0 %. */
    public int bottom() {
        return HEIGHT - MARGIN;
    }

    /** The line of a chapter, between the first and the last day of all of them. */
    static LineChart of(Trend trend, LocalDate first, LocalDate last) {
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Trend.Point point : trend.points()) {
            int settled = point.met() + point.gaps();
            if (settled == 0) {
                close(line, lines);
                continue;
            }
            long x = MARGIN + ChronoUnit.DAYS.between(first, point.date()) * (WIDTH - 2 * MARGIN) / days;
            long y = HEIGHT - MARGIN - (long) point.met() * (HEIGHT - 2 * MARGIN) / settled;
            dots.add(new Dot(x, y));
            line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
        }
        close(line, lines);
        Trend.Point start = trend.points().get(0);
        Trend.Point end = trend.points().get(trend.points().size() - 1);
        String words = start.equals(end) ? "un seul point : " + said(end) : "de " + said(start) + " à " + said(end);
        return new LineChart(words, lines, dots);
    }

    private static String said(Trend.Point point) {
        return ReviewWords.point(point) + " le " + French.date(point.date());
    }

    private static void close(StringBuilder line, List<String> lines) {
        if (line.indexOf(" ") >= 0) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }
}
