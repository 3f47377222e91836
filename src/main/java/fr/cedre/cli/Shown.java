package fr.cedre.cli;

import fr.cedre.report.Sanitiser;

/** Words of a command line, as they are to be typed. */
final class Shown {

    private Shown() {}

    /** One argument, between quotes when a shell would cut it or read something into it. */
    static String argument(String text) {
        String line = Sanitiser.line(text);
        boolean plain = !line.isEmpty()
                && line.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-./:@+,=\\".indexOf(c) >= 0);
        return plain
                ? line
                : '"' + line.replace("\"", "\\\"").replace("$", "\\$").replace("`", "\\`") + '"';
    }
}
