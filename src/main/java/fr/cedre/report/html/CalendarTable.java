package fr.cedre.report.html;

import fr.cedre.evaluation.Rhythm;
import fr.cedre.report.French;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The period month by month: what was held, and the months without.
 *
 * @param months heads of the columns
 * @param lines one for each thing counted
 */
public record CalendarTable(List<Month> months, List<Line> lines) {

    /** Copies the lists. */
    public CalendarTable {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
    }

    /** A month: {@code 03} above {@code 2026}, and in words. */
    public record Month(String number, String year, String words) {}

    /**
     * A line.
     *
     * @param title what is counted
     * @param source register and column
     * @param known false when the register says nothing of it
     * @param cells number of each month; empty when not known
     * @param total number over the period
     * @param note months without, in words
     */
    public record Line(String title, String source, boolean known, List<Integer> cells, int total, String note) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    static CalendarTable of(List<Rhythm> rhythms) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month : rhythms.get(0).months().keySet()) {
            months.add(new Month(
                    String.valueOf(month.getMonthValue() + 100).substring(1),
                    String.valueOf(month.getYear()),
                    French.month(month)));
        }
        List<Line> lines = new ArrayList<>();
        for (Rhythm rhythm : rhythms) {
            String source =
                    rhythm.entry().register() + ".csv, " + rhythm.entry().column();
            lines.add(new Line(
                    rhythm.entry().title(),
                    source,
                    rhythm.known(),
                    rhythm.known() ? new ArrayList<>(rhythm.months().values()) : List.of(),
                    rhythm.total(),
                    note(rhythm)));
        }
        return new CalendarTable(months, lines);
    }

    private static String note(Rhythm rhythm) {
        if (!rhythm.known()) {
            return "rien à lire : registre ou colonne absents";
        }
        List<YearMonth> empty = rhythm.empty();
        if (empty.isEmpty()) {
            return "aucun mois sans";
        }
        return "sans : " + French.list(empty.stream().map(French::month).toList());
    }
}
