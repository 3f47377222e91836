package fr.cedre.cli;

import fr.cedre.report.Sanitiser;

/** How far the members of a group are, on the error output: one line rewritten in place, on a terminal only, that ends empty. */
final class ProgressLine {

    private final Command.Context context;
    private final boolean shown;

    ProgressLine(Command.Context context, boolean quiet) {
        this.context = context;
        this.shown = !quiet && context.terminal().errorTerminal();
    }

    /** One more is done. */
    void done(int done, int total, String name) {
        if (!shown) {
            return;
        }
        context.pulse().end();
        String text = done == total ? "" : done + "/" + total + " " + Sanitiser.line(name);
        context.err()
                .print(Pulse.ERASE
                        + text.substring(
                                0, Math.min(text.length(), context.terminal().width() - 1)));
        context.err().flush();
    }
}
