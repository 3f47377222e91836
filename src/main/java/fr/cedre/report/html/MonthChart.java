package fr.cedre.report.html;

import fr.cedre.check.Measure;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.report.French;
import fr.cedre.report.MonthWords;
import fr.cedre.report.Words;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A share measured month by month (V2 § 6.1 G): persons concerned, covered and required, drawn and in numbers.
 *
 * @param anchor anchor of the specification's sheet
 * @param title specification
 * @param source where the population was counted
 * @param width width of the drawing
 * @param columns one for each month
 * @param top the highest number drawn
 * @param summary the whole in one sentence
 */
public record MonthChart(
        String anchor, String title, String source, int width, List<Column> columns, int top, String summary) {

    /** Height of the drawing above its labels. */
    public static final int HEIGHT = 130;

    private static final int STEP = 52;
    private static final int LEFT = 34;

    /** Copies the list. */
    public MonthChart {
        columns = List.copyOf(columns);
    }

    /**
     * A month.
     *
     * @param label short label ("03/26")
     * @param month in words
     * @param state {@code conforme}, {@code ecart} or {@code a_examiner}
     * @param word the state in words
     * @param x left of its bar
     * @param population persons concerned
     * @param covered persons covered
     * @param reserved persons covered under reserve
     * @param required smallest number that satisfies the rule, or {@code ?}
     * @param share share in percent
     * @param populationY top of the bar of persons concerned
     * @param coveredY top of the bar of persons covered
     * @param requiredY height of the threshold, or -1
     */
    public record Column(
            String label,
            String month,
            String state,
            String word,
            int x,
            int population,
            int covered,
            int reserved,
            String required,
            String share,
            int populationY,
            int coveredY,
            int requiredY) {}

    static MonthChart of(SpecificationResult result, String anchor) {
        List<Measure> measures = result.measures();
        int top = Math.max(
                1,
                measures.stream()
                        .mapToInt(m -> Math.max(m.population(), (int) m.required()))
                        .max()
                        .orElse(1));
        List<Column> columns = new ArrayList<>();
        for (Measure m : measures) {
            boolean known = m.required() >= 0;
            Status state = MonthWords.state(result, m);
            columns.add(new Column(
                    label(m.object()),
                    French.object(m.object()),
                    state.code(),
                    word(state),
                    LEFT + columns.size() * STEP,
                    m.population(),
                    m.covered(),
                    m.reserved(),
                    known ? Long.toString(m.required()) : "?",
                    MonthWords.percent(m.covered(), m.population()),
                    y(m.population(), top),
                    y(m.covered(), top),
                    known ? y(m.required(), top) : -1));
        }
        return new MonthChart(
                anchor,
                Words.title(result),
                measures.get(0).source(),
                LEFT + columns.size() * STEP + 6,
                columns,
                top,
                MonthWords.summary(result));
    }

    private static int y(long value, int top) {
        return HEIGHT - (int) (value * (HEIGHT - 14) / top);
    }

    /** {@code 03/26} of a month; any other object is cut. */
    private static String label(String object) {
        try {
            YearMonth month = YearMonth.parse(object);
            return object.substring(5) + "/" + String.valueOf(month.getYear()).substring(2);
        } catch (DateTimeParseException e) {
            return object.substring(0, Math.min(7, object.length()));
        }
    }

    private static String word(Status state) {
        return switch (state) {
            case CONFORME -> "seuil tenu";
            case ECART -> "sous le seuil";
            case A_EXAMINER, SANS_OBJET -> "à examiner";
        };
    }
}
