package fr.cedre.cli;

import fr.cedre.cli.shell.Grammar;
import picocli.CommandLine.Model.CommandSpec;

/** The command line, for the tests of other packages. */
public final class CompletionModel {

    private CompletionModel() {}

    /** What completion scripts are made of. */
    public static Grammar grammar() {
        return CompletionCommand.grammar();
    }

    /** Every command with its options. */
    public static CommandSpec tree() {
        return CommandLines.tree();
    }
}
