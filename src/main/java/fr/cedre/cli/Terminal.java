package fr.cedre.cli;

import org.jspecify.annotations.Nullable;

/**
 * What {@code Main} learned of the outside, so that nothing else asks.
 *
 * @param colour true when the output is a terminal that wants colours
 * @param errorTerminal true when the error output is a terminal
 * @param home folder of the installed program, or null
 */
public record Terminal(
        boolean colour, boolean errorTerminal, @Nullable String home) {}
