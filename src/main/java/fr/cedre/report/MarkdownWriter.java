package fr.cedre.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Titles, paragraphs and tables in Markdown (GFM); what would be read as mark-up is escaped. */
final class MarkdownWriter {

    private static final String SPECIAL = "\\`*_{}[]<>#|~&";

    private final Appendable out;

    MarkdownWriter(Appendable out) {
        this.out = out;
    }

    void title(int level, String text) throws IOException {
        out.append("#".repeat(level)).append(' ').append(escaped(text)).append("\n\n");
    }

    void paragraph(String text) throws IOException {
        out.append(escaped(text)).append("\n\n");
    }

    void item(String text) throws IOException {
        out.append("- ").append(escaped(text)).append('\n');
    }

    void blank() throws IOException {
        out.append('\n');
    }

    void table(Table table) throws IOException {
        if (table.rows().isEmpty()) {
            return;
        }
        title(2, table.title());
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

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : Sanitiser.line(text).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }
}
