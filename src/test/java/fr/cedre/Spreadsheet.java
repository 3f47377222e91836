package fr.cedre;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/** A person at a spreadsheet: opens a CSV, moves things about, writes, saves in one of the ways a spreadsheet has. The first row is the header. */
final class Spreadsheet {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<List<String>> grid = new ArrayList<>();

    /** Opens a file as cedre writes it, or as it was saved here. */
    static Spreadsheet open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean marked = bytes.length > 2 && bytes[0] == (byte) 0xEF;
        String text = new String(bytes, marked ? StandardCharsets.UTF_8 : WINDOWS);
        Spreadsheet sheet = new Spreadsheet();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, format)) {
            parser.forEach(record -> sheet.grid.add(new ArrayList<>(record.toList())));
        }
        int width = sheet.grid.stream().mapToInt(List::size).max().orElse(0);
        sheet.grid.forEach(row -> {
            while (row.size() < width) {
                row.add("");
            }
        });
        return sheet;
    }

    List<String> headers() {
        return grid.get(0);
    }

    /** Rows below the header, by header. */
    List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : grid.subList(1, grid.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < headers().size(); i++) {
                cells.putIfAbsent(headers().get(i), row.get(i));
            }
            rows.add(cells);
        }
        return rows;
    }

    int column(String header) {
        int column = headers().indexOf(header);
        if (column < 0) {
            throw new AssertionError("no column " + header + " in " + headers());
        }
        return column;
    }

    /** 1-based row of the sheet whose cell of a column holds a text. */
    int row(String header, String holding) {
        int column = column(header);
        for (int i = 1; i < grid.size(); i++) {
            if (grid.get(i).get(column).contains(holding)) {
                return i;
            }
        }
        throw new AssertionError("no " + holding + " in " + header);
    }

    String get(int row, String header) {
        return grid.get(row).get(column(header));
    }

    Spreadsheet set(int row, String header, String text) {
        grid.get(row).set(column(header), text);
        return this;
    }

    Spreadsheet setAll(String header, String text) {
        for (int i = 1; i < grid.size(); i++) {
            set(i, header, text);
        }
        return this;
    }

    Spreadsheet rename(String header, String other) {
        headers().set(column(header), other);
        return this;
    }

    Spreadsheet move(String header, int to) {
        int from = column(header);
        grid.forEach(row -> row.add(to, row.remove(from)));
        return this;
    }

    Spreadsheet addColumn(String header, int at) {
        grid.forEach(row -> row.add(at, ""));
        headers().set(at, header);
        return this;
    }

    Spreadsheet dropColumn(String header) {
        int column = column(header);
        grid.forEach(row -> row.remove(column));
        return this;
    }

    /** Adds a row at a place of the sheet; returns that place. */
    int addRow(int at, String header, String text) {
        List<String> row = new ArrayList<>();
        headers().forEach(h -> row.add(""));
        grid.add(at, row);
        set(at, header, text);
        return at;
    }

    int copyRow(int row) {
        grid.add(new ArrayList<>(grid.get(row)));
        return grid.size() - 1;
    }

    Spreadsheet addAbove(String title) {
        List<String> row = new ArrayList<>();
        headers().forEach(h -> row.add(""));
        row.set(0, title);
        grid.add(0, row);
        return this;
    }

    Spreadsheet sort(String header) {
        int column = column(header);
        List<List<String>> rows = new ArrayList<>(grid.subList(1, grid.size()));
        rows.sort(Comparator.comparing(r -> r.get(column)));
        for (int i = 0; i < rows.size(); i++) {
            grid.set(i + 1, rows.get(i));
        }
        return this;
    }

    /** Every cell under a header, for comparison. */
    List<String> cells(String header) {
        return rows().stream().map(r -> r.get(header)).toList();
    }

    /** Saves; a charset that lacks a character writes a question mark, as spreadsheets do. */
    void save(Path file, Charset charset, char separator, String eol, String before) throws IOException {
        StringWriter text = new StringWriter();
        text.append(before);
        CSVPrinter printer = new CSVPrinter(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator)
                        .setRecordSeparator(eol)
                        .get());
        for (List<String> row : grid) {
            printer.printRecord(row);
        }
        Files.write(file, text.toString().getBytes(charset));
    }

    /** Saves as a French Excel does with « CSV (séparateur : point-virgule) ». */
    void save(Path file) throws IOException {
        save(file, WINDOWS, ';', "\r\n", "");
    }
}
