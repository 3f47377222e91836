package fr.cedre.cli;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.Problem;
import fr.cedre.report.Sanitiser;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The command line as picocli's programmatic model: annotations would cost reflection at every start. */
public final class CommandLines {

    private static final Map<String, Supplier<CommandSpec>> COMMANDS = commands();

    private CommandLines() {}

    /** The only list of commands. */
    private static Map<String, Supplier<CommandSpec>> commands() {
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::spec);
        commands.put("diff", DiffCommand::spec);
        commands.put("review", ReviewCommand::spec);
        commands.put("plan", PlanCommand::spec);
        commands.put("init", InitCommand::spec);
        commands.put("list", ListCommand::spec);
        commands.put("explain", ExplainCommand::spec);
        commands.put("validate", ValidateCommand::spec);
        commands.put("completion", CompletionCommand::spec);
        commands.put("help", HelpCommand::spec);
        return commands;
    }

    /** Parses and runs one command; returns the exit code. Nothing but {@code out} and {@code err} is written to. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock, Terminal terminal) {
        String version = version();
        Pulse pulse = new Pulse(err);
        try {
            if (args.length == 0) {
                Welcome.write(out, version, terminal.home());
                return ExitCode.OK;
            }
            CommandLine line = line(root(args, version)).setOut(out).setErr(err);
            ParseResult parsed = line.parseArgs(args);
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return ExitCode.OK;
            }
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (last.commandSpec().userObject() instanceof Command command) {
                PrintWriter own = out;
                if (terminal.errorTerminal() && !silent(last)) {
                    own = pulse.before(out);
                    pulse.start();
                }
                try {
                    return command.run(last, new Command.Context(own, err, clock, terminal, version, pulse));
                } finally {
                    pulse.end();
                }
            }
            throw new CommandLine.ParameterException(line, "");
        } catch (CommandLine.ParameterException e) {
            UsageError.say(e, args, err);
            return ExitCode.UNUSABLE;
        } catch (CedreException e) {
            say(e, err);
            return ExitCode.UNUSABLE;
        } catch (IOException e) {
            err.println(
                    "cedre : lecture ou écriture impossible (" + e.getClass().getSimpleName() + ").");
            return ExitCode.UNUSABLE;
        } catch (OutOfMemoryError e) {
            err.println(
                    "cedre : ce dossier demande plus de mémoire que ce qui est accordé ; relancer avec plus, par exemple"
                            + " CEDRE_JAVA_OPTS=-Xmx2g.");
            return ExitCode.UNUSABLE;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            defect(e, err, version);
            return ExitCode.DEFECT;
        }
    }

    private static boolean silent(ParseResult options) {
        return options.commandSpec().findOption("-q") != null && options.hasMatchedOption("-q");
    }

    /** A name that begins with @ is that of a folder, not of a file of options. */
    private static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec).setExpandAtFiles(false);
    }

    private static CommandSpec root(String[] args, String version) {
        CommandSpec root = bare(version);
        Supplier<CommandSpec> asked = COMMANDS.get(args[0]);
        if (asked != null) {
            root.addSubcommand(args[0], french(asked.get()));
        } else {
            addAll(root);
        }
        return root;
    }

    /** Every command with its options. */
    static CommandSpec tree() {
        CommandSpec root = bare(version());
        addAll(root);
        return root;
    }

    private static void addAll(CommandSpec root) {
        COMMANDS.forEach((name, spec) -> root.addSubcommand(name, french(spec.get())));
    }

    /** Names of the commands, in the order they are shown in. */
    static Set<String> names() {
        return COMMANDS.keySet();
    }

    /** Writes the help of a command, of cedre itself for a null name. */
    static void usage(@Nullable String name, PrintWriter out) {
        CommandLine whole = line(tree());
        (name == null ? whole : whole.getSubcommands().getOrDefault(name, whole)).usage(out);
    }

    private static CommandSpec bare(String version) {
        return french(
                CommandSpec.create()
                        .name("cedre")
                        .version("cedre " + version)
                        .addOption(Options.help())
                        .addOption(Options.version())
                        .usageMessage(
                                new UsageMessageSpec()
                                        .description(
                                                "Contrôle avant audit d'un dossier de preuves CEDRE. Prépare un audit, ne certifie rien.")
                                        .footer(
                                                "",
                                                "Exemples :",
                                                "  cedre check mon-dossier",
                                                "  cedre help check",
                                                "",
                                                "Codes de sortie : 0 rien au-dessus du seuil, 1 écarts, 2 usage ou dossier illisible, 3 défaut de cedre.")));
    }

    private static CommandSpec french(CommandSpec spec) {
        spec.usageMessage()
                .synopsisHeading("Usage : ")
                .synopsisSubcommandLabel("COMMANDE")
                .abbreviateSynopsis(true)
                .commandListHeading("%nCommandes :%n")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions :%n")
                .sortOptions(false)
                .width(80);
        return spec;
    }

    private static void say(CedreException e, PrintWriter err) {
        err.println("cedre : " + Sanitiser.line(String.valueOf(e.getMessage())));
        int shown = 0;
        for (Problem problem : e.problems()) {
            if (shown++ == 40) {
                err.println("  … et " + (e.problems().size() - 40) + " autres.");
                break;
            }
            err.println("  "
                    + Sanitiser.line(problem.severity().code() + " " + problem.location() + " : " + problem.message()));
        }
    }

    private static void defect(Throwable e, PrintWriter err, String version) {
        err.println("cedre : défaut du programme, et non de votre dossier. Merci de le signaler avec ces lignes :");
        err.println("  cedre " + version + ", Java " + Runtime.version().feature() + ", "
                + e.getClass().getName());
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 4); i++) {
            err.println("  " + trace[i].getClassName() + ":" + trace[i].getLineNumber());
        }
    }

    /** The program's version. */
    static String version() {
        String version = CommandLines.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
