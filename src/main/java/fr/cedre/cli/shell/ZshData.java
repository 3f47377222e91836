package fr.cedre.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of zsh's script that depends on the command line and on the library: one function per command and per kind of name. */
final class ZshData {

    private final Grammar grammar;
    private final Names names;
    private final StringBuilder text = new StringBuilder();

    ZshData(Grammar grammar, Names names) {
        this.grammar = grammar;
        this.names = names;
    }

    String text() {
        Map<String, String> commands = new LinkedHashMap<>();
        grammar.commands().forEach(command -> commands.put(command.name(), command.summary()));
        described("_cedre_commands", "commande", commands);
        described("_cedre_referentials", "référentiel", names.referentials());
        Map<String, String> types = new LinkedHashMap<>();
        names.types().forEach(type -> types.put(type, ""));
        described("_cedre_types", "type de structure", types);
        described("_cedre_registers", "registre ou colonne", names.registers());
        held("_cedre_chapters", "chapitre", Names.Holding::chapters);
        held("_cedre_specifications", "spécification", Names.Holding::specifications);
        held(
                "_cedre_terms",
                "mot du glossaire",
                holding -> holding.terms().stream()
                        .collect(Collectors.toMap(t -> t, t -> "", (a, b) -> a, LinkedHashMap::new)));
        text.append(
                "_cedre_topics() {\n    _cedre_specifications \"$@\"\n    _cedre_registers \"$@\"\n    _cedre_terms \"$@\"\n}\n\n");
        grammar.commands().forEach(this::command);
        root();
        return text.toString();
    }

    private void described(String function, String what, Map<String, String> entries) {
        text.append(function).append("() {\n    local -a found=(\n");
        entries.forEach((name, summary) ->
                text.append("        ").append(entry(name, summary)).append('\n'));
        text.append("    )\n    _describe -t ")
                .append(function.replace("_cedre_", "cedre-"))
                .append(' ');
        text.append(Script.quoted(what)).append(" found \"$@\"\n}\n\n");
    }

    private void held(String function, String what, Function<Names.Holding, Map<String, String>> entries) {
        text.append(function)
                .append("() {\n    local REPLY\n    local -a found\n    _cedre_referential\n    case $REPLY in\n");
        for (Names.Holding holding : names.holdings()) {
            text.append("        (");
            text.append(holding.names().stream().map(Script::quoted).collect(Collectors.joining("|")));
            text.append(") found=(\n");
            entries.apply(holding)
                    .forEach((name, summary) -> text.append("            ")
                            .append(entry(name, summary))
                            .append('\n'));
            text.append("        ) ;;\n");
        }
        text.append("    esac\n    (( $#found )) && _describe -t ").append(function.replace("_cedre_", "cedre-"));
        text.append(' ').append(Script.quoted(what)).append(" found \"$@\"\n}\n\n");
    }

    private static String entry(String name, String summary) {
        String escaped = name.replace("\\", "\\\\").replace(":", "\\:");
        return Script.quoted(summary.isEmpty() ? escaped : escaped + ":" + summary);
    }

    private void command(Grammar.Command command) {
        text.append("_cedre_command_").append(command.name()).append("() {\n    _arguments -S -s");
        command.options().forEach(this::option);
        for (Grammar.Value position : command.positions()) {
            int number = command.positions().indexOf(position) + 1;
            String place = position.several() ? "*" : String.valueOf(number);
            line(Script.quoted(place + ":" + label(position.label()) + ":" + action(position, false)));
        }
        text.append("\n}\n\n");
    }

    private void option(Grammar.Option option) {
        Grammar.Value value = option.value();
        List<String> flags = new ArrayList<>();
        for (String name : option.names()) {
            flags.add(value == null ? name : name.startsWith("--") ? name + "=" : name + "+");
        }
        String before = option.repeated() ? "'*'" : Script.quoted("(" + String.join(" ", option.names()) + ")");
        String summary =
                "[" + option.summary().replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") + "]";
        String after = value == null ? "" : ":" + label(value.label()) + ":" + action(value, value.several());
        line(before
                + (flags.size() == 1 ? flags.get(0) : "{" + String.join(",", flags) + "}")
                + Script.quoted(summary + after));
    }

    private void line(String word) {
        text.append(" \\\n        ").append(word);
    }

    private static String label(String label) {
        return label.replace(":", "\\:");
    }

    private static String action(Grammar.Value value, boolean commas) {
        String function = switch (value.kind()) {
            case WORDS -> "(" + String.join(" ", value.words()) + ")";
            case FOLDER -> "_files -/";
            case FILE -> "_files";
            case REFERENTIAL -> "_cedre_referential_or_file";
            case TYPE -> "_cedre_types";
            case CHAPTER -> "_cedre_chapters";
            case SPECIFICATION -> "_cedre_specifications";
            case TOPIC -> "_cedre_topics";
            case COMMAND -> "_cedre_commands";
            case ANYTHING -> " ";
        };
        return commas && function.startsWith("_cedre") ? "_sequence " + function : function;
    }

    private void root() {
        text.append(
                "_cedre() {\n    local curcontext=$curcontext state line ret=1\n    local -A opt_args\n    _arguments -C");
        for (Grammar.Option option : grammar.options()) {
            line("'(- *)'{" + String.join(",", option.names()) + "}" + Script.quoted("[" + option.summary() + "]"));
        }
        line("'1:commande:_cedre_commands'");
        line("'*::argument:->command' && ret=0\n");
        text.append("    if [[ $state = command ]]; then\n        case $line[1] in\n");
        Set<String> known = new TreeSet<>();
        grammar.commands().forEach(command -> known.add(command.name().toLowerCase(Locale.ROOT)));
        text.append("            (").append(String.join("|", known));
        text.append(") _cedre_command_$line[1] && ret=0 ;;\n        esac\n    fi\n    return ret\n}\n");
    }
}
