package fr.cedre.scaffold;

import fr.cedre.dossier.SpreadsheetCell;
import fr.cedre.dossier.WholeFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table to fill in a French Excel: UTF-8 with BOM, semicolons, CRLF, cells that no spreadsheet runs. */
final class Sheet {

    private static final CSVFormat EXCEL = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final List<List<String>> lines = new ArrayList<>();

    /** Adds a line; cells are made inert. */
    void add(List<String> cells) {
        lines.add(cells.stream().map(SpreadsheetCell::inertLine).toList());
    }

    /** The whole table. */
    WholeFile.Content content() {
        return out -> {
            out.append('\uFEFF');
            CSVPrinter printer = new CSVPrinter(out, EXCEL);
            for (List<String> line : lines) {
                printer.printRecord(line);
            }
            printer.flush();
        };
    }
}
