package fr.cedre.report;

import java.util.List;

/**
 * Rows for a spreadsheet or a page.
 *
 * @param title title, for formats that show one
 * @param headers column names
 * @param rows cells, as many as there are columns
 */
record Table(String title, List<String> headers, List<List<String>> rows) {
    /** Copies the lists. */
    Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
