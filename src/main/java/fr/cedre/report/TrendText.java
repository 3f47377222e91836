package fr.cedre.report;

import fr.cedre.report.Styles.Style;
import fr.cedre.review.Trend;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Chapters over time: for each photograph, what is met out of what is settled, and what is left to be examined. */
final class TrendText {

    private static final int CELL = 13;
    private static final int LABEL = 26;

    private TrendText() {}

    static void write(List<Trend> trends, TextLayout out) throws IOException {
        TreeMap<LocalDate, Trend.Point> moments = new TreeMap<>();
        trends.forEach(t -> t.points().forEach(p -> moments.put(p.date(), p)));
        if (moments.size() < 2) {
            return;
        }
        int room = Math.max(1, (out.width() - LABEL) / CELL);
        List<LocalDate> dates = new ArrayList<>(moments.keySet());
        List<LocalDate> shown = dates.subList(Math.max(0, dates.size() - room), dates.size());
        out.section("Tendance par chapitre");
        out.paragraph(
                "",
                Style.QUIET,
                ReviewWords.TREND
                        + (shown.size() < dates.size()
                                ? " ; les " + shown.size() + " dernières photographies sur " + dates.size()
                                : ""));
        StringBuilder head = new StringBuilder(" ".repeat(LABEL));
        for (LocalDate date : shown) {
            head.append(right(French.date(date)));
        }
        out.line(out.styles().apply(Style.QUIET, head.toString()));
        for (Trend trend : trends) {
            StringBuilder line = new StringBuilder(
                    TextLayout.fit(Sanitiser.line(trend.chapter() + " " + trend.title()), LABEL - 1) + " ");
            for (LocalDate date : shown) {
                Trend.Point point = null;
                for (Trend.Point one : trend.points()) {
                    point = one.date().equals(date) ? one : point;
                }
                line.append(right(point == null ? "·" : ReviewWords.point(point)));
            }
            out.line(line.toString().stripTrailing());
        }
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, CELL - TextLayout.width(text))) + text;
    }
}
