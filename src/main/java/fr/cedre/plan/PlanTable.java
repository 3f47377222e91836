package fr.cedre.plan;

import fr.cedre.dossier.CsvTable;
import fr.cedre.dossier.SpreadsheetCell;
import fr.cedre.dossier.ValueParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The cells of a plan: those of cedre may be set, all others are written again as they were read. */
final class PlanTable {

    private static final CSVFormat EXCEL = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    /** A row. */
    static final class Row {
        private final List<String> cells;
        private @Nullable Integer line;

        private Row(List<String> cells, @Nullable Integer line) {
            this.cells = new ArrayList<>(cells);
            this.line = line;
        }

        /** 1-based physical line where it stands in the file, or null when it is not there yet. */
        @Nullable
        Integer line() {
            return line;
        }

        /** True when nothing is written in it. */
        boolean blank() {
            return cells.stream().allMatch(c -> ValueParser.trim(c).isEmpty());
        }
    }

    private final List<List<String>> above;
    private final List<String> headers;
    private final List<Row> rows = new ArrayList<>();
    private final Map<PlanColumn, Integer> positions = new EnumMap<>(PlanColumn.class);
    private boolean changed;

    private PlanTable(List<List<String>> above, List<String> headers) {
        this.above = above;
        this.headers = new ArrayList<>(headers);
        Set<PlanColumn> exact = EnumSet.noneOf(PlanColumn.class);
        for (int i = 0; i < headers.size(); i++) {
            PlanColumn column = PlanColumn.of(headers.get(i));
            // Of several columns of the same name, cedre's is the one spelt as it writes it: the others are people's.
            if (column != null && !exact.contains(column)) {
                positions.put(column, i);
                if (ValueParser.trim(headers.get(i)).equals(column.header())) {
                    exact.add(column);
                }
            }
        }
    }

    /** A plan without rows. */
    static PlanTable fresh() {
        PlanTable table = new PlanTable(List.of(), List.of());
        table.complete();
        return table;
    }

    /** A plan as read. */
    static PlanTable of(CsvTable read) {
        PlanTable table = new PlanTable(
                read.above().stream().map(CsvTable.Line::cells).toList(),
                read.headers().cells());
        read.rows().forEach(line -> table.rows.add(new Row(line.cells(), line.number())));
        return table;
    }

    /** The rows, in order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** True when something must be written. */
    boolean changed() {
        return changed;
    }

    /** The first day that cedre remembers having found a gap of this plan, or null. */
    @Nullable
    LocalDate earliest() {
        LocalDate earliest = null;
        for (Row row : rows) {
            LocalDate noted = Trace.read(text(row, PlanColumn.SUIVI_CEDRE)).noted();
            if (noted != null && (earliest == null || noted.isBefore(earliest))) {
                earliest = noted;
            }
        }
        return earliest;
    }

    /** The last day that cedre remembers having changed where a gap stands, or null. */
    @Nullable
    LocalDate latest() {
        LocalDate latest = null;
        for (Row row : rows) {
            Trace trace = Trace.read(text(row, PlanColumn.SUIVI_CEDRE));
            for (LocalDate day : new LocalDate[] {trace.noted(), trace.lifted()}) {
                if (day != null && (latest == null || day.isAfter(latest))) {
                    latest = day;
                }
            }
        }
        return latest;
    }

    /** Adds the columns that are missing, beyond the last cell of any row: a cell in excess of the header is somebody's. */
    void complete() {
        int end = headers.size();
        for (Row row : rows) {
            end = Math.max(end, row.cells.size());
        }
        for (PlanColumn column : PlanColumn.values()) {
            if (!positions.containsKey(column)) {
                while (headers.size() < end) {
                    headers.add("");
                }
                positions.put(column, headers.size());
                headers.add(column.header());
                end = headers.size();
                changed = true;
            }
        }
    }

    /** Adds an empty row at the end. */
    Row append() {
        Row row = new Row(new ArrayList<>(), null);
        rows.add(row);
        changed = true;
        return row;
    }

    /** A cell as written; empty when the row stops before it or the column is missing. */
    String raw(Row row, PlanColumn column) {
        int position = positions.getOrDefault(column, -1);
        return position < 0 || position >= row.cells.size() ? "" : row.cells.get(position);
    }

    /** The same without spaces around. */
    String text(Row row, PlanColumn column) {
        return ValueParser.trim(raw(row, column));
    }

    /** Writes a cell of cedre, made inert; the columns must be complete. */
    void set(Row row, PlanColumn column, String text) {
        String inert = SpreadsheetCell.inertLine(text);
        if (inert.equals(raw(row, column))) {
            return;
        }
        int position = positions.getOrDefault(column, -1);
        while (row.cells.size() <= position) {
            row.cells.add("");
        }
        row.cells.set(position, inert);
        changed = true;
    }

    /** Writes the whole plan for a French Excel: UTF-8 with BOM, semicolons, CRLF. */
    void writeTo(Appendable out) throws IOException {
        out.append('\uFEFF');
        CSVPrinter printer = new CSVPrinter(out, EXCEL);
        for (List<String> line : above) {
            print(printer, line);
        }
        printer.printRecord(headers);
        for (Row row : rows) {
            print(printer, row.cells);
        }
    }

    private static void print(CSVPrinter printer, List<String> cells) throws IOException {
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
            printer.println(); // an empty line stays one
        } else {
            printer.printRecord(cells);
        }
    }

    /** The plan was written: rows stand where they were put. */
    void written() {
        int line = 1;
        for (List<String> one : above) {
            line += height(one);
        }
        line += height(headers);
        for (Row row : rows) {
            row.line = line;
            line += height(row.cells);
        }
    }

    private static int height(List<String> cells) {
        int lines = 1;
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                boolean pair = c == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
                lines += (c == '\n' || c == '\r') && !pair ? 1 : 0;
            }
        }
        return lines;
    }
}
