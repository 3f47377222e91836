package fr.cedre.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.ParseResult;

/** What a command does once its options are parsed. */
interface Command {

    /** What a command may use. */
    record Context(PrintWriter out, PrintWriter err, Clock clock, Terminal terminal, String version, Pulse pulse) {}

    /** Runs and returns an exit code. */
    int run(ParseResult options, Context context) throws IOException;
}
