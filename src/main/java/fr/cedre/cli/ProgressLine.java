package fr.cedre.cli;

import fr.cedre.report.Sanitiser;

/**
 * How far a long work is, on the error output: one line rewritten in place on a terminal, else about ten lines however long the work, so that a
 * log stays short.
 */
final class ProgressLine {

    private static final int LINES = 10;

    private final Command.Context context;
    private final boolean quiet;
    private int told;

    ProgressLine(Command.Context context, boolean quiet) {
        this.context = context;
        this.quiet = quiet;
    }

    /** One more is done. */
    void done(int done, int total, String name) {
        if (quiet) {
            return;
        }
        boolean last = done == total;
        if (context.terminal().errorTerminal()) {
            context.err().print("\r\u001B[K" + (last ? "" : done + "/" + total + " " + Sanitiser.line(name)));
            context.err().flush();
            return;
        }
        int step = done * LINES / total;
        if (step > told || last) {
            told = step;
            context.err().println(done + "/" + total + (total > 1 ? " membres contrôlés" : " membre contrôlé"));
        }
    }
}
