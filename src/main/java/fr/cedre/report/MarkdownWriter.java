package fr.cedre.report;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Titles, paragraphs and tables in Markdown (GFM); what would be read as mark-up is escaped. */
public final class MarkdownWriter {

    private static final String SPECIAL = "\\`*_{}[]<>#|~&$";

    /** What would start a list or underline a title, were it the first thing of a line. */
    private static final Pattern BLOCK = Pattern.compile("^(\\d{1,9})([.)])(?= |$)|^()([-+=])");

    /** What some readers turn into a link by itself. */
    private static final Pattern LINK = Pattern.compile("(?i)://|www\\.");

    private final Appendable out;

    MarkdownWriter(Appendable out) {
        this.out = out;
    }

    void title(int level, String text) throws IOException {
        out.append("#".repeat(level)).append(' ').append(escaped(text)).append("\n\n");
    }

    void paragraph(String text) throws IOException {
        out.append(start(text)).append("\n\n");
    }

    void item(String text) throws IOException {
        item(0, text);
    }

    /** An item inside others. */
    void item(int depth, String text) throws IOException {
        out.append("  ".repeat(depth)).append("- ").append(start(text)).append('\n');
    }

    void blank() throws IOException {
        out.append('\n');
    }

    void table(Table table) throws IOException {
        if (table.rows().isEmpty()) {
            return;
        }
        title(2, table.title());
        rows(table);
    }

    /** A table without its title. */
    void rows(Table table) throws IOException {
        line(table.headers());
        out.append('|').append(" --- |".repeat(table.headers().size())).append('\n');
        for (List<String> row : table.rows()) {
            line(row);
        }
        blank();
    }

    private void line(List<String> cells) throws IOException {
        out.append("| ")
                .append(cells.stream().map(MarkdownWriter::escaped).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** The text on one line, of which nothing is read as mark-up. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : Sanitiser.line(text).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return LINK.matcher(safe)
                .replaceAll(link ->
                        link.group().equals("://") ? "\\\\://" : link.group().substring(0, 3) + "\\\\.");
    }

    /** The same at the start of a line. */
    private static String start(String text) {
        return BLOCK.matcher(escaped(text))
                .replaceFirst(m -> m.group(1) != null ? m.group(1) + "\\\\" + m.group(2) : "\\\\" + m.group(4));
    }
}
