package fr.cedre.report;

import fr.cedre.dossier.SpreadsheetCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table that a French Excel opens by double-click: UTF-8 with BOM, semicolons, CRLF; a cell that a spreadsheet would run as a formula is
 * preceded by an apostrophe (OWASP, CSV injection).
 */
final class CsvWriter {

    private static final CSVFormat EXCEL = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private CsvWriter() {}

    static void write(Table table, Appendable out) throws IOException {
        out.append('\uFEFF');
        CSVPrinter printer = new CSVPrinter(out, EXCEL);
        printer.printRecord(table.headers());
        for (List<String> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(safe(cell)));
            printer.printRecord(cells);
        }
        printer.flush();
    }

    /** A cell without control characters, which no spreadsheet runs. */
    static String safe(String cell) {
        return SpreadsheetCell.inert(Sanitiser.line(cell));
    }
}
