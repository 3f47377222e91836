package fr.cedre.report;

/**
 * How a report is shown; formats for machines ignore it.
 *
 * @param detail everything rather than what is to be done
 * @param colour ANSI colours; the text says the same without them
 * @param width columns of the terminal, at least {@value #MIN_WIDTH}
 */
public record RenderOptions(boolean detail, boolean colour, int width) {

    /** Below this the table of chapters no longer fits; a narrower terminal wraps by itself. */
    public static final int MIN_WIDTH = 60;

    /** Width when the terminal is unknown, and in files. */
    public static final int DEFAULT_WIDTH = 80;

    /** Raises a width that is too small. */
    public RenderOptions {
        width = Math.max(MIN_WIDTH, width);
    }

    /** What is to be done, without colour, at {@value #DEFAULT_WIDTH} columns. */
    public static RenderOptions plain() {
        return new RenderOptions(false, false, DEFAULT_WIDTH);
    }
}
