package fr.cedre.report;

import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** Lines of bounded width: sanitises, wraps, then styles, in that order, so that widths are those seen on the screen. */
final class TextLayout {

    /** French signs that stay with the word before them, and words that stay with the one after. */
    private static final Set<String> WITH_PREVIOUS = Set.of(":", ";", "?", "!", "»", "%", "·", "»,", "».", "»)");

    private static final Set<String> WITH_NEXT = Set.of("«", "§", "p.", "→", "(«");

    private final Appendable out;
    private final int width;
    private final Styles styles;

    TextLayout(Appendable out, int width, Styles styles) {
        this.out = out;
        this.width = width;
        this.styles = styles;
    }

    int width() {
        return width;
    }

    Styles styles() {
        return styles;
    }

    /** An empty line. */
    void blank() throws IOException {
        out.append('\n');
    }

    /** An empty line, then a title underlined. */
    void section(String title) throws IOException {
        blank();
        String safe = cut(Sanitiser.line(title), width);
        line(styles.apply(Style.TITLE, safe));
        line(styles.apply(Style.QUIET, "─".repeat(width(safe))));
    }

    /** A wrapped paragraph whose following lines are aligned under the text of the first. */
    void paragraph(String prefix, Style style, String text) throws IOException {
        paragraph(prefix, style, text, Integer.MAX_VALUE);
    }

    /** A wrapped paragraph cut after some lines, the last one then ending with an ellipsis. */
    void paragraph(String prefix, Style style, String text, int maxLines) throws IOException {
        int indent = width(prefix);
        int room = width - indent;
        List<String> lines = wrap(Sanitiser.line(text), room);
        for (int i = 0; i < Math.min(lines.size(), maxLines); i++) {
            String content = lines.get(i);
            if (i == maxLines - 1 && lines.size() > maxLines) {
                content = ellipsis(content, room);
            }
            line(styles.apply(style, (i == 0 ? prefix : " ".repeat(indent)) + content));
        }
    }

    /** A line already sanitised, cut and styled. */
    void line(String ready) throws IOException {
        out.append(ready).append('\n');
    }

    /** Columns a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(TextLayout::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The text if it fits, else its beginning and an ellipsis. */
    static String cut(String text, int room) {
        return width(text) <= room ? text : ellipsis(text, room);
    }

    /** The text cut or padded to exactly some columns. */
    static String fit(String text, int room) {
        String cut = cut(text, room);
        return cut + " ".repeat(room - width(cut));
    }

    private static String ellipsis(String text, int room) {
        return text.substring(0, prefixLength(text, room - 1)).stripTrailing() + "…";
    }

    /** How many chars of the text fit in some columns. */
    private static int prefixLength(String text, int room) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            used += width(codePoint);
            if (used > room) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    /** Lines no wider than the room; a word that is wider (a long path) is broken. */
    static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String chunk : chunks(text)) {
            if (!line.isEmpty() && width(line) + 1 + width(chunk) <= room) {
                line = line + " " + chunk;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = chunk;
            while (width(line) > room) {
                int length = Math.max(1, prefixLength(line, room));
                lines.add(line.substring(0, length).stripTrailing());
                line = line.substring(length).stripLeading();
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Words, with what typography forbids to separate kept together. */
    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        boolean glue = false;
        StringTokenizer words = new StringTokenizer(text, " ");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (!chunks.isEmpty() && (glue || WITH_PREVIOUS.contains(word))) {
                chunks.set(chunks.size() - 1, chunks.get(chunks.size() - 1) + " " + word);
            } else {
                chunks.add(word);
            }
            glue = WITH_NEXT.contains(word) || word.endsWith("(§");
        }
        return chunks;
    }
}
