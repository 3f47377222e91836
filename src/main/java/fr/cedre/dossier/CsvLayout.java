package fr.cedre.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the header of a CSV file stands and what its columns are, guessed from its first lines and always stated: separator, {@code sep=} line, title lines
 * above the header, columns renamed by {@code structure.yaml}.
 */
final class CsvLayout {

    private static final char[] SEPARATORS = {';', '\t', '|', ','};
    /** Lines looked at, from the first. */
    static final int LINES_SEARCHED = 12;

    private final char separator;
    private final int headerLine;
    private final int skip;
    private final List<String> headers;
    private final int[] fields;

    private CsvLayout(char separator, int headerLine, int skip, List<String> headers, int[] fields) {
        this.separator = separator;
        this.headerLine = headerLine;
        this.skip = skip;
        this.headers = List.copyOf(headers);
        this.fields = fields;
    }

    char separator() {
        return separator;
    }

    /** 1-based line of the header. */
    int headerLine() {
        return headerLine;
    }

    /** Characters before the header. */
    int skip() {
        return skip;
    }

    /** Header cells as written. */
    List<String> headers() {
        return headers;
    }

    /** For each cell, position of the column in the schema, or -1. */
    int[] fields() {
        return fields.clone();
    }

    /** Sets a column aside: the same name stood before it. */
    void ignore(int cell) {
        fields[cell] = -1;
    }

    /**
     * @param sample first characters of the file
     * @param mapping original header by expected column, from {@code structure.yaml}
     */
    static @Nullable CsvLayout detect(String sample, RegisterSchema schema, Map<String, String> mapping) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            known.put(ValueParser.code(schema.fields().get(i).name()), i);
        }
        // A mapped header wins over a column of the same name: the export says « debut » for something else.
        Map<String, Integer> names = new LinkedHashMap<>(known);
        mapping.forEach((column, header) -> {
            int position = schema.position(column);
            if (position >= 0) {
                names.put(ValueParser.code(header), position);
            }
        });
        List<Line> lines = lines(sample);
        int from = 0;
        char[] candidates = SEPARATORS;
        if (!lines.isEmpty()
                && lines.get(0).text().toLowerCase(Locale.ROOT).startsWith("sep=")
                && lines.get(0).text().length() == 5) {
            candidates = new char[] {lines.get(0).text().charAt(4)};
            from = 1;
        }
        CsvLayout best = null;
        int bestScore = -1;
        for (int i = from; i < lines.size() && i < LINES_SEARCHED; i++) {
            if (ValueParser.trim(lines.get(i).text()).isEmpty()) {
                continue;
            }
            for (char separator : candidates) {
                int most = count(lines.get(i).text(), separator) + 1;
                if (score(most, most, i == from) <= bestScore) {
                    continue; // even with every cell a known column: most lines below the header
                }
                List<String> cells = split(lines.get(i).text(), separator);
                int recognised = 0;
                for (String cell : cells) {
                    recognised += names.containsKey(ValueParser.code(cell)) ? 1 : 0;
                }
                int score = score(recognised, cells.size(), i == from);
                if (score > bestScore) {
                    bestScore = score;
                    best = layout(cells, names, separator, i + 1, lines.get(i).start());
                }
            }
        }
        return best;
    }

    private static int score(int recognised, int cells, boolean first) {
        return recognised * 1000 + (first ? Math.min(cells, 99) : 0);
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) {
            count++;
        }
        return count;
    }

    private static CsvLayout layout(
            List<String> cells, Map<String, Integer> names, char separator, int line, int start) {
        int[] fields = new int[cells.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = names.getOrDefault(ValueParser.code(cells.get(i)), -1);
        }
        return new CsvLayout(separator, line, start, cells, fields);
    }

    private record Line(String text, int start) {}

    private static List<Line> lines(String sample) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < sample.length() && lines.size() < LINES_SEARCHED) {
            int end = start;
            while (end < sample.length() && sample.charAt(end) != '\n' && sample.charAt(end) != '\r') {
                end++;
            }
            lines.add(new Line(sample.substring(start, end), start));
            if (end + 1 < sample.length() && sample.charAt(end) == '\r' && sample.charAt(end + 1) == '\n') {
                end++;
            }
            start = end + 1;
        }
        return lines;
    }

    private static List<String> split(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(ValueParser.trim(cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(ValueParser.trim(cell.toString()));
        return cells;
    }
}
