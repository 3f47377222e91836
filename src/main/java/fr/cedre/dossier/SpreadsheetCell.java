package fr.cedre.dossier;

/** Texts made fit for a cell that a spreadsheet opens (OWASP, CSV injection). */
public final class SpreadsheetCell {

    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetCell() {}

    /** The text, preceded by an apostrophe when a spreadsheet would run it as a formula. */
    public static String inert(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The same on one line: control characters, line ends and marks that change the reading order become spaces. */
    public static String inertLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean plain = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            line.append(plain ? c : ' ');
        }
        return inert(line.toString());
    }
}
