package fr.cedre.cli;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.report.Sanitiser;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        return commands;
    }

    /** Parses and runs one command; returns the exit code. Nothing but {@code out} and {@code err} is written to. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock, Terminal terminal) {
        String version = version();
        try {
            if (args.length == 0) {
                new CommandLine(root(args, version)).usage(out);
                return ExitCode.OK;
            }
            CommandLine line = new CommandLine(root(args, version)).setOut(out).setErr(err);
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
                return command.run(last, new Command.Context(out, err, clock, terminal, version));
            }
            line.usage(err);
            return ExitCode.UNUSABLE;
        } catch (CommandLine.ParameterException e) {
            err.println("cedre : " + usage(e));
            err.println("Aide : cedre "
                    + (e.getCommandLine().getCommandName().equals("cedre")
                            ? ""
                            : e.getCommandLine().getCommandName() + " ")
                    + "--help");
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

    private static CommandSpec root(String[] args, String version) {
        CommandSpec root = CommandSpec.create()
                .name("cedre")
                .version("cedre " + version)
                .addOption(Options.help())
                .addOption(Options.version())
                .usageMessage(new UsageMessageSpec()
                        .description(
                                "Contrôle avant audit d'un dossier de preuves CEDRE. Prépare un audit, ne certifie rien.")
                        .footer(
                                "",
                                "Pour commencer : cedre check DOSSIER",
                                "Aide d'une commande : cedre COMMANDE --help"));
        Supplier<CommandSpec> asked = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (asked != null) {
            root.addSubcommand(args[0], french(asked.get()));
        } else {
            COMMANDS.forEach((name, spec) -> root.addSubcommand(name, french(spec.get())));
        }
        return french(root);
    }

    private static CommandSpec french(CommandSpec spec) {
        spec.usageMessage()
                .synopsisHeading("Usage : ")
                .synopsisSubcommandLabel("COMMANDE")
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

    private static String usage(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = Sanitiser.line(unmatched.getUnmatched().get(0));
            if (word.startsWith("-")) {
                List<String> names = new ArrayList<>();
                for (OptionSpec option : e.getCommandLine().getCommandSpec().options()) {
                    names.addAll(List.of(option.names()));
                }
                return "option inconnue « " + word + " »" + NearestName.hint(word, names);
            }
            if (e.getCommandLine().getCommandName().equals("cedre")) {
                return "commande inconnue « " + word + " »" + NearestName.hint(word, COMMANDS.keySet());
            }
            return "argument en trop « " + word + " »";
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            List<String> labels = missing.getMissing().stream()
                    .map(a ->
                            a instanceof OptionSpec option ? "une valeur pour " + option.longestName() : a.paramLabel())
                    .toList();
            return "il manque " + String.join(", ", labels);
        }
        if (e instanceof CommandLine.OverwrittenOptionException overwritten
                && overwritten.getOverwritten() instanceof OptionSpec option) {
            return "l'option " + option.longestName() + " est donnée deux fois";
        }
        return "option ou valeur illisible";
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

    private static String version() {
        String version = CommandLines.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
