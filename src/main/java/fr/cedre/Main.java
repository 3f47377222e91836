package fr.cedre;

import fr.cedre.cli.CommandLines;
import fr.cedre.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** Starts {@code cedre}; alone in touching {@link System#exit}, the standard streams, the environment and the clock. */
public final class Main {

    /** As for any other output that cannot be written (contrat § 7); a defect of cedre is another matter. */
    private static final int UNWRITTEN = 2;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        if (output.lost()) {
            err.println(
                    "cedre : la sortie standard n'a pas pu être écrite en entier (disque plein, ou sortie fermée) : ce qui"
                            + " a été écrit est incomplet.");
            code = UNWRITTEN;
        }
        System.exit(code);
    }

    /** Runs one command and returns its exit code (contrat § 7). */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        boolean noColour =
                !String.valueOf(System.getenv().getOrDefault("NO_COLOR", "")).isEmpty();
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        // The launcher alone can tell whether the standard output is a terminal on every Java version.
        boolean onTerminal = Boolean.getBoolean("cedre.terminal");
        Terminal terminal = new Terminal(
                onTerminal && !noColour && !dumb,
                Boolean.getBoolean("cedre.terminal.erreur") && !dumb,
                System.getProperty("cedre.home"),
                onTerminal ? Integer.getInteger("cedre.colonnes", 0) : 0);
        int code = CommandLines.run(args, out, err, new LocalClock(Clock.systemUTC()), terminal);
        out.flush();
        err.flush();
        return code;
    }

    /**
     * The machine's clock at the offset of its time zone today. {@code Clock.systemDefaultZone()} would load every rule of every zone, which costs
     * as much as the command line does, even when {@code --date} is given and nobody asks the time.
     */
    private static final class LocalClock extends Clock {
        private final Clock clock;

        LocalClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.ofTotalSeconds(TimeZone.getDefault().getOffset(clock.millis()) / 1000);
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
