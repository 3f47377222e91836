package fr.cedre.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The command line as a completion script needs it.
 *
 * @param options those of cedre itself
 * @param commands in the order they are shown in
 */
public record Grammar(List<Option> options, List<Command> commands) {

    /** Copies the lists. */
    public Grammar {
        options = List.copyOf(options);
        commands = List.copyOf(commands);
    }

    /**
     * A command.
     *
     * @param name its name
     * @param summary one sentence, without its full stop
     * @param options its options
     * @param positions what stands after it, in order; the last one may be repeated
     */
    public record Command(String name, String summary, List<Option> options, List<Value> positions) {
        /** Copies the lists. */
        public Command {
            options = List.copyOf(options);
            positions = List.copyOf(positions);
        }
    }

    /**
     * An option.
     *
     * @param names short ones first
     * @param summary one sentence
     * @param repeated true when it may be given again
     * @param value what it takes, or null when it takes nothing
     */
    public record Option(
            List<String> names,
            String summary,
            boolean repeated,
            @Nullable Value value) {
        /** Copies the names. */
        public Option {
            names = List.copyOf(names);
        }
    }

    /**
     * What is to be typed somewhere.
     *
     * @param label what the help calls it
     * @param kind what it may be
     * @param words the possible words, for {@link Kind#WORDS}
     * @param several true when commas separate several of them, or when the place takes several arguments
     */
    public record Value(String label, Kind kind, List<String> words, boolean several) {
        /** Copies the words. */
        public Value {
            words = List.copyOf(words);
        }
    }

    /**
     * Reads picocli's model.
     *
     * @param words possible words by label; for a label that depends on the command, only those that the description names are kept
     */
    public static Grammar of(CommandSpec root, Map<String, List<String>> words) {
        List<Command> commands = new ArrayList<>();
        for (Map.Entry<String, CommandLine> entry : root.subcommands().entrySet()) {
            CommandSpec spec = entry.getValue().getCommandSpec();
            List<Value> positions = new ArrayList<>();
            for (PositionalParamSpec position : spec.positionalParameters()) {
                positions.add(value(position, words));
            }
            commands.add(new Command(
                    entry.getKey(), summary(spec.usageMessage().description()), options(spec, words), positions));
        }
        return new Grammar(options(root, words), commands);
    }

    private static List<Option> options(CommandSpec spec, Map<String, List<String>> words) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            boolean takes = option.arity().max() > 0;
            options.add(new Option(
                    List.of(option.names()),
                    brief(option.description()),
                    option.group() != null || option.isMultiValue(),
                    takes ? value(option, words) : null));
        }
        return options;
    }

    private static Value value(ArgSpec arg, Map<String, List<String>> words) {
        Kind kind = Kind.of(arg);
        String description = String.join(" ", arg.description());
        List<String> named = words.getOrDefault(arg.paramLabel(), List.of()).stream()
                .filter(w -> description.matches("(?s).*\\b" + w + "\\b.*"))
                .toList();
        return new Value(arg.paramLabel(), kind == null ? Kind.ANYTHING : kind, named, arg.isMultiValue());
    }

    /** What fits beside an option in a list. */
    private static String brief(String... description) {
        String sentence = summary(description);
        int end = sentence.indexOf(" ; ");
        return end < 0 ? sentence : sentence.substring(0, end);
    }

    /** The first sentence, without its full stop. */
    static String summary(String... description) {
        String text = description.length == 0 ? "" : description[0];
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
