package fr.cedre.dossier;

import fr.cedre.problem.CedreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that people and cedre write in turn, read whole: every cell as it is written, known or not, so that nothing is lost when it is written
 * again. As tolerant as the reading of registers for encodings and separators, and stricter for the rest: what could be misread is refused.
 *
 * @param above what stands above the header
 * @param headers the header, as written
 * @param rows what stands below, empty lines included
 */
public record CsvTable(List<Line> above, Line headers, List<Line> rows) {

    /** Beyond, it is not a table that people fill. */
    public static final int MAX_BYTES = 64 << 20;

    private static final char[] SEPARATORS = {';', '\t', '|', ','};

    /** Copies the lists. */
    public CsvTable {
        above = List.copyOf(above);
        rows = List.copyOf(rows);
    }

    /**
     * A record.
     *
     * @param number 1-based physical line where it starts
     * @param cells its cells
     */
    public record Line(int number, List<String> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** Recognises the header. */
    public interface Header {
        /** How many known columns these cells name; 0 when they are no header. */
        int known(List<String> cells);
    }

    /**
     * Reads a table.
     *
     * @throws CedreException when it is no table, or one without header; the message is the end of a sentence, in French
     */
    public static CsvTable read(byte[] bytes, Header header) {
        String text = decode(bytes);
        int from = 0;
        char[] candidates = SEPARATORS;
        if (text.length() > 4
                && text.substring(0, 4).toLowerCase(Locale.ROOT).equals("sep=")
                && (text.length() == 5 || text.charAt(5) == '\r' || text.charAt(5) == '\n')) {
            candidates = new char[] {text.charAt(4)};
            from = Math.min(text.length(), text.startsWith("\r\n", 5) ? 7 : 6);
        }
        String body = text.substring(from);
        int offset = from == 0 ? 0 : 1;
        Found best = null;
        boolean broken = false;
        for (char separator : candidates) {
            Attempt attempt = new Attempt(body, separator, offset, CsvLayout.LINES_SEARCHED);
            broken |= attempt.failure != null;
            for (int i = 0; i < attempt.lines.size(); i++) {
                int known = header.known(attempt.lines.get(i).cells());
                if (known > (best == null ? 0 : best.known())) {
                    best = new Found(separator, i, known);
                }
            }
        }
        if (best == null) {
            throw new CedreException(
                    body.isBlank()
                            ? "il est vide"
                            : broken
                                    ? "un guillemet ouvert n'y est sans doute jamais refermé, et l'en-tête n'a pas été trouvé"
                                    : "aucune ligne d'en-tête n'y a été trouvée");
        }
        Attempt whole = new Attempt(body, best.separator(), offset, Integer.MAX_VALUE);
        if (whole.failure != null) {
            throw new CedreException(
                    "un guillemet n'y est pas refermé, ou l'est mal, à partir de la ligne " + whole.failure);
        }
        return new CsvTable(
                whole.lines.subList(0, best.index()),
                whole.lines.get(best.index()),
                whole.lines.subList(best.index() + 1, whole.lines.size()));
    }

    /** Where a header was recognised. */
    private record Found(char separator, int index, int known) {}

    private static String decode(byte[] bytes) {
        try {
            TextEncoding encoding = TextEncoding.of(new ByteArrayInputStream(bytes));
            if (encoding.charset() == null) {
                throw new CedreException("ce n'est pas un CSV mais " + encoding.defect());
            }
            // A decoder made here refuses what it cannot decode: a replaced character would be a word lost.
            return encoding.charset()
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, encoding.bom(), bytes.length - encoding.bom()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CedreException("des caractères n'y sont pas lisibles, dans aucun des encodages des tableurs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records up to a number, or up to the one that cannot be read. */
    private static final class Attempt {
        private final List<Line> lines = new ArrayList<>();
        private @Nullable Integer failure;

        Attempt(String text, char separator, int offset, int most) {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(false)
                    .get();
            int start = offset + 1;
            try (CSVParser parser = CSVParser.builder()
                    .setReader(new StringReader(text))
                    .setFormat(format)
                    .get()) {
                Iterator<CSVRecord> records = parser.iterator();
                while (lines.size() < most && records.hasNext()) {
                    lines.add(new Line(start, records.next().toList()));
                    start = offset + (int) parser.getCurrentLineNumber() + 1;
                }
            } catch (IOException | UncheckedIOException e) {
                failure = start;
            }
        }
    }
}
