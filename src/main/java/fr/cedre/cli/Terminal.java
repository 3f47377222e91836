package fr.cedre.cli;

import fr.cedre.report.RenderOptions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Main} learned of the outside, so that nothing else asks.
 *
 * @param colour true when the output is a terminal that wants colours
 * @param errorTerminal true when the error output is a terminal
 * @param home folder of the installed program, or null
 * @param width columns to write in: those of the terminal up to {@value #WIDEST}, {@value RenderOptions#DEFAULT_WIDTH} anywhere else
 */
public record Terminal(
        boolean colour, boolean errorTerminal, @Nullable String home, int width) {

    /** Longer lines are hard to read, whatever the screen. */
    static final int WIDEST = 100;

    /** Brings a width within bounds; 0 and less is an unknown one. */
    public Terminal {
        width = width <= 0 ? RenderOptions.DEFAULT_WIDTH : Math.min(width, WIDEST);
    }

    /** An output that is no terminal, or one of unknown width. */
    public Terminal(boolean colour, boolean errorTerminal, @Nullable String home) {
        this(colour, errorTerminal, home, 0);
    }
}
