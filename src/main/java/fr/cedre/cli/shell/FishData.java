package fr.cedre.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of fish's script that depends on the command line and on the library: functions that list names, and one line per option. */
final class FishData {

    private final Grammar grammar;
    private final Names names;
    private final StringBuilder text = new StringBuilder();

    FishData(Grammar grammar, Names names) {
        this.grammar = grammar;
        this.names = names;
    }

    String text() {
        Map<String, String> commands = new LinkedHashMap<>();
        grammar.commands().forEach(command -> commands.put(command.name(), command.summary()));
        listed("__cedre_commands", commands);
        listed("__cedre_referentials", names.referentials());
        Map<String, String> types = new LinkedHashMap<>();
        names.types().forEach(type -> types.put(type, ""));
        listed("__cedre_types", types);
        listed("__cedre_registers", names.registers());
        held("__cedre_chapters", Names.Holding::chapters);
        held("__cedre_specifications", Names.Holding::specifications);
        held(
                "__cedre_terms",
                holding -> holding.terms().stream()
                        .collect(Collectors.toMap(t -> t, t -> "", (a, b) -> a, LinkedHashMap::new)));
        text.append(
                "function __cedre_topics\n    __cedre_specifications\n    __cedre_registers\n    __cedre_terms\nend\n\n");
        text.append("complete -c cedre -f\n");
        grammar.options().forEach(option -> option("not __cedre_command >/dev/null", option));
        text.append("complete -c cedre -n 'not __cedre_command >/dev/null' -a '(__cedre_commands)'\n");
        grammar.commands().forEach(this::command);
        return text.toString();
    }

    private void listed(String function, Map<String, String> entries) {
        text.append("function ").append(function).append("\n");
        lines("    ", entries);
        text.append("end\n\n");
    }

    private void lines(String indent, Map<String, String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        text.append(indent).append("printf '%s\\n'");
        entries.forEach((name, summary) -> text.append(" \\\n")
                .append(indent)
                .append("    ")
                .append(quoted(name + (summary.isEmpty() ? "" : "\t" + summary))));
        text.append('\n');
    }

    private void held(String function, Function<Names.Holding, Map<String, String>> entries) {
        text.append("function ").append(function).append("\n    switch (__cedre_referential)\n");
        for (Names.Holding holding : names.holdings()) {
            text.append("        case");
            // Quoted, a star would still be a joker there.
            holding.names().forEach(name -> text.append(' ').append(quoted(name.replaceAll("[*?]", ""))));
            text.append('\n');
            lines("            ", entries.apply(holding));
        }
        text.append("    end\nend\n\n");
    }

    private void command(Grammar.Command command) {
        command.options().forEach(option -> option("__cedre_in " + command.name(), option));
        List<String> valued = new ArrayList<>();
        command.options().stream().filter(o -> o.value() != null).forEach(o -> valued.addAll(o.names()));
        for (int i = 0; i < command.positions().size(); i++) {
            Grammar.Value position = command.positions().get(i);
            String words = words(position, false);
            if (!words.isEmpty()) {
                text.append("complete -c cedre -n ");
                text.append(quoted("__cedre_at " + command.name() + " " + i + (position.several() ? "+" : "") + " "
                        + String.join(" ", valued)));
                text.append(" -a ").append(quoted(words)).append('\n');
            }
        }
    }

    private void option(String condition, Grammar.Option option) {
        text.append("complete -c cedre -n ").append(quoted(condition));
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        Grammar.Value value = option.value();
        if (value != null) {
            String words = words(value, value.several());
            boolean files = value.kind() == Kind.FILE;
            text.append(files ? " -r -F" : " -x");
            text.append(words.isEmpty() || files ? "" : " -a " + quoted(words));
        }
        text.append(" -d ").append(quoted(option.summary())).append('\n');
    }

    private static String words(Grammar.Value value, boolean commas) {
        String list = switch (value.kind()) {
            case WORDS -> String.join(" ", value.words());
            case FOLDER -> "(__fish_complete_directories (commandline -ct))";
            case FILE -> "(__fish_complete_path (commandline -ct))";
            case REFERENTIAL -> "(__cedre_referentials; __cedre_yaml)";
            case TYPE -> "(__cedre_types)";
            case CHAPTER -> "(__cedre_chapters)";
            case SPECIFICATION -> "(__cedre_specifications)";
            case TOPIC -> "(__cedre_topics)";
            case COMMAND -> "(__cedre_commands)";
            case ANYTHING -> "";
        };
        return commas && list.startsWith("(") ? list.replace(")", " | __cedre_list)") : list;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
