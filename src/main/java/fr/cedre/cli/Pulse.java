package fr.cedre.cli;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Says on the terminal that a long work goes on: one line of the error output, after a second, erased before anything else is written there or on the
 * standard output. Never elsewhere than on a terminal.
 */
final class Pulse implements Runnable {

    /** Back to the first column, and the line emptied. */
    static final String ERASE = "\r\u001B[K";

    private static final long SECOND = 1000;

    private final PrintWriter err;
    private boolean ended;
    private int seconds;

    Pulse(PrintWriter err) {
        this.err = err;
    }

    /** Starts to count; on a terminal only. */
    void start() {
        Thread thread = new Thread(this, "pulse");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            do {
                Thread.sleep(SECOND);
            } while (beat());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One more second; false when nothing is to be shown any more. */
    synchronized boolean beat() {
        if (ended) {
            return false;
        }
        seconds++;
        err.print(ERASE + "cedre : lecture et contrôle en cours, " + seconds + " s…");
        err.flush();
        return true;
    }

    /** Leaves the line to someone else, empty. */
    synchronized void end() {
        if (!ended && seconds > 0) {
            err.print(ERASE);
            err.flush();
        }
        ended = true;
    }

    /** The same output, before whose first character the line is erased. */
    PrintWriter before(PrintWriter out) {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                end();
                out.write(text, offset, length);
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.close();
            }
        });
    }
}
