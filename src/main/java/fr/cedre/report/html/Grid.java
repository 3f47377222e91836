package fr.cedre.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of small cells.
 *
 * @param id of its own in the page
 * @param caption what it shows, and how to read its cells
 * @param corner title of the first column
 * @param columns the others
 * @param rows rows
 */
public record Grid(String id, String caption, String corner, List<Column> columns, List<Row> rows) {

    /** Copies the lists. */
    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** True when each row has its bar. */
    public boolean drawn() {
        return rows.stream().anyMatch(r -> r.bar() != null);
    }

    /**
     * A column.
     *
     * @param title title
     * @param subtitle a smaller one, or nothing
     * @param tone of its part of the bars, or nothing
     */
    public record Column(String title, String subtitle, String tone) {}

    /**
     * A row.
     *
     * @param title its own header
     * @param subtitle smaller, or nothing
     * @param anchor what it leads to in the page, or null
     * @param tags what filters sort it by, or nothing
     * @param bar drawing, or null
     * @param cells cells, which fill the columns
     */
    public record Row(
            String title,
            String subtitle,
            @Nullable String anchor,
            String tags,
            @Nullable Strip bar,
            List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param tone class of the style sheet, or nothing
     * @param sign one character, which is not read aloud, or nothing
     * @param words what it says, each on its line
     * @param span columns it fills
     */
    public record Cell(String tone, String sign, List<String> words, int span) {
        /** Copies the list. */
        public Cell {
            words = List.copyOf(words);
        }

        /** A cell of one column, on one line. */
        public Cell(String tone, String sign, String words) {
            this(tone, sign, List.of(words), 1);
        }

        /** A count; a dot for none. */
        static Cell count(long n) {
            return new Cell("", "", n == 0 ? "·" : Long.toString(n));
        }
    }
}
