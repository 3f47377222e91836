package fr.cedre.report;

/** ANSI styles, or nothing. A style only repeats what the words already say. */
final class Styles {

    /** What is emphasised, not how. */
    enum Style {
        PLAIN(""),
        TITLE("1"),
        MAJOR("1;31"),
        MINOR("31"),
        DOUBT("33"),
        GOOD("32"),
        QUIET("2");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final boolean ansi;

    Styles(boolean ansi) {
        this.ansi = ansi;
    }

    /** The text in a style; the text must have been sanitised and wrapped before. */
    String apply(Style style, String text) {
        return ansi && style != Style.PLAIN && !text.isEmpty()
                ? "\u001B[" + style.code + "m" + text + "\u001B[0m"
                : text;
    }
}
