package fr.cedre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cedre.cli.CommandLines;
import fr.cedre.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Runs one command inside the test's own process, at a fixed time, as a user would type it. */
public final class CedreRunner {

    /** What {@link #run} takes for today when the command has no {@code --date}. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper();

    private CedreRunner() {}

    /** Exit code and the two outputs of a command. */
    public record Result(int code, String out, String err) {

        /** The standard output, read as JSON. */
        public JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    /** Runs {@code cedre args…}, without colours. */
    public static Result run(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (PrintWriter outPrinter = new PrintWriter(out);
                PrintWriter errPrinter = new PrintWriter(err)) {
            int code = CommandLines.run(
                    args.toArray(String[]::new), outPrinter, errPrinter, CLOCK, new Terminal(false, false, null));
            outPrinter.flush();
            errPrinter.flush();
            return new Result(code, out.toString(), err.toString());
        }
    }

    /** Runs {@code cedre args…}, without colours. */
    public static Result run(String... args) {
        return run(List.of(args));
    }
}
