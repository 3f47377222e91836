package fr.cedre.report;

/**
 * Makes text that comes from a folder inert on a terminal. Everything the text report writes goes through here, so that no cell can
 * move the cursor, change colours, reverse the reading order or forge a line.
 */
public final class Sanitiser {

    /** Beyond this a text is a hostile or broken cell, not a sentence. */
    static final int MAX_LENGTH = 2000;

    private static final int REPLACEMENT = 0xFFFD;

    private Sanitiser() {}

    /**
     * The text on one line: line ends, tabs and no-break spaces become plain spaces (so that a search finds what is read), zero-width
     * characters go, control and bidirectional characters become {@code U+FFFD} so that their presence is seen.
     */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isBlank(codePoint)) {
                safe.append(' ');
            } else if (isHostile(codePoint)) {
                safe.appendCodePoint(REPLACEMENT);
            } else if (!isInvisible(codePoint)) {
                safe.appendCodePoint(codePoint);
            }
            if (safe.length() >= MAX_LENGTH) {
                return safe.append('…').toString();
            }
        }
        return safe.toString();
    }

    /**
     * The text on its lines: as {@link #line}, but whole, with its line feeds and its spaces as they are. For what is written after mark-up was
     * added.
     */
    public static String text(String text) {
        int safe = 0;
        while (safe < text.length() && isPlain(text.charAt(safe))) {
            safe++;
        }
        if (safe == text.length()) {
            return text;
        }
        StringBuilder inert = new StringBuilder(text.length()).append(text, 0, safe);
        for (int i = safe; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\n') {
                inert.append('\n');
            } else if (isBlank(codePoint)) {
                inert.append(' ');
            } else if (isHostile(codePoint)) {
                inert.appendCodePoint(REPLACEMENT);
            } else if (!isInvisible(codePoint)) {
                inert.appendCodePoint(codePoint);
            }
        }
        return inert.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || c == '\n';
    }

    /** Control characters, direction overrides and lone surrogates. */
    static boolean isHostile(int codePoint) {
        return Character.isISOControl(codePoint)
                || isDirectional(codePoint)
                || (codePoint >= 0xD800 && codePoint <= 0xDFFF)
                || (codePoint >= 0xE0000 && codePoint <= 0xE007F);
    }

    /** Characters that change the order in which the rest of the line is read. */
    private static boolean isDirectional(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint == 0x0085
                || codePoint == 0x2028
                || codePoint == 0x2029
                || Character.isSpaceChar(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == 0x00AD || codePoint == 0x200B || codePoint == 0x2060 || codePoint == 0xFEFF;
    }
}
