package fr.cedre.cli;

import fr.cedre.problem.NearestName;
import fr.cedre.report.Sanitiser;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in French what is wrong in a command line, and what was probably meant. */
final class UsageError {

    /** What one thinks of in French first. */
    private static final Map<String, String> FRENCH = Map.ofEntries(
            Map.entry("aide", "help"),
            Map.entry("controle", "check"),
            Map.entry("controler", "check"),
            Map.entry("verifier", "check"),
            Map.entry("comparer", "diff"),
            Map.entry("revue", "review"),
            Map.entry("lister", "list"),
            Map.entry("expliquer", "explain"),
            Map.entry("valider", "validate"),
            Map.entry("creer", "init"),
            Map.entry("nouveau", "init"),
            Map.entry("initialiser", "init"),
            Map.entry("version", "--version"));

    private static final String COMMAND = "cedre";

    private UsageError() {}

    static void say(CommandLine.ParameterException e, String[] args, PrintWriter err) {
        String command = e.getCommandLine().getCommandName();
        err.println("cedre : " + Sanitiser.line(message(e, args)));
        String example = example(e.getCommandLine().getCommandSpec());
        if (e instanceof CommandLine.MissingParameterException && example != null) {
            err.println("Exemple : " + example);
        }
        err.println("Aide : cedre help" + (command.equals(COMMAND) ? "" : " " + command));
    }

    /** The first example of its help. */
    private static @Nullable String example(CommandSpec spec) {
        for (String line : spec.usageMessage().footer()) {
            if (line.startsWith("  cedre ")) {
                return line.strip();
            }
        }
        return null;
    }

    private static String message(CommandLine.ParameterException e, String[] args) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched, args);
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            List<String> labels = missing.getMissing().stream()
                    .map(a -> a instanceof OptionSpec option
                            ? "une valeur pour " + option.longestName() + " (" + option.paramLabel() + ")"
                            : a.paramLabel())
                    .toList();
            return "il manque " + String.join(", ", labels) + ".";
        }
        if (e instanceof CommandLine.OverwrittenOptionException overwritten
                && overwritten.getOverwritten() instanceof OptionSpec option) {
            return "l'option " + option.longestName() + " est donnée deux fois.";
        }
        if (e.getArgSpec() instanceof OptionSpec option && option.typeInfo().isBoolean()) {
            return "l'option " + option.longestName() + " ne prend pas de valeur.";
        }
        return args.length > 0 && e.getCommandLine().getCommandName().equals(COMMAND)
                ? "il manque une commande."
                : "option ou valeur illisible.";
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException e, String[] args) {
        String word = e.getUnmatched().get(0);
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        boolean root = spec.name().equals(COMMAND);
        if (word.startsWith("-") && word.length() > 1) {
            return option(word, spec, root);
        }
        if (root) {
            return "commande inconnue « " + word + " »" + meant(word, args);
        }
        String given = before(word, args);
        if (given != null && isFolder(given + " " + word)) {
            return "un nom qui contient des espaces s'écrit entre guillemets : cedre " + spec.name() + " \"" + given
                    + " " + word + "\".";
        }
        return "argument en trop « " + word + " ».";
    }

    private static String option(String word, CommandSpec spec, boolean root) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (root) {
            for (CommandLine command : spec.subcommands().values()) {
                if (command.getCommandSpec().findOption(name) != null) {
                    return "l'option « " + name + " » se place après une commande, par exemple : cedre "
                            + command.getCommandName() + " … " + name + ".";
                }
            }
        }
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            names.addAll(List.of(option.names()));
        }
        return "option inconnue « " + name + " »" + ended(NearestName.hint(name, names));
    }

    /** What a first word that is no command was meant to be. */
    private static String meant(String word, String[] args) {
        String near = NearestName.of(word, CommandLines.names()).orElse(null);
        String folded = NearestName.of(word, FRENCH.keySet())
                .map(found -> String.valueOf(FRENCH.get(found)))
                .orElse(null);
        String rest = args.length > 0 && args[0].equals(word)
                ? String.join(
                        " ",
                        List.of(args).subList(1, args.length).stream()
                                .map(Shown::argument)
                                .toList())
                : "";
        String tail = rest.isEmpty() ? "" : " " + rest;
        if (isFolder(word)) {
            return question("cedre check " + Shown.argument(word) + tail);
        }
        if (near != null) {
            return question(near);
        }
        if (folded != null) {
            return question("cedre " + folded);
        }
        if (word.toLowerCase(Locale.ROOT).endsWith(".yaml")) {
            return question("cedre validate " + Shown.argument(word));
        }
        if (word.matches("[0-9]\\.[0-9A-Za-z.-]+")) {
            return question("cedre explain " + Shown.argument(word) + tail);
        }
        return ". Commandes : " + String.join(", ", CommandLines.names()) + ".";
    }

    private static String question(String meant) {
        return " ; vouliez-vous dire « " + meant + " » ?";
    }

    private static String ended(String hint) {
        return hint.isEmpty() ? "." : hint;
    }

    private static @Nullable String before(String word, String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals(word)) {
                return args[i - 1];
            }
        }
        return null;
    }

    private static boolean isFolder(String text) {
        try {
            return Files.isDirectory(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
