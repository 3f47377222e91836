package fr.cedre.cli.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of bash's script that depends on the command line and on the library: three tables as {@code case} statements. */
final class BashData {

    private final Grammar grammar;
    private final Names names;
    private final StringBuilder text = new StringBuilder();

    BashData(Grammar grammar, Names names) {
        this.grammar = grammar;
        this.names = names;
    }

    String text() {
        options();
        takes();
        places();
        names();
        return text.toString();
    }

    private void options() {
        text.append("# The options of a command.\n_cedre_options() {\n    case $1 in\n");
        for (Grammar.Command command : grammar.commands()) {
            text.append("        ")
                    .append(command.name())
                    .append(") _cedre_words=(")
                    .append(flags(command.options()));
            text.append(") ;;\n");
        }
        text.append("        *) _cedre_words=(")
                .append(flags(grammar.options()))
                .append(") ;;\n    esac\n}\n\n");
    }

    private static String flags(List<Grammar.Option> options) {
        List<String> flags = new ArrayList<>();
        options.forEach(option -> flags.addAll(option.names()));
        return String.join(" ", flags);
    }

    private void takes() {
        text.append(
                "# What an option of a command takes; empty when it takes nothing.\n_cedre_takes() {\n    case \"$1 $2\" in\n");
        for (Grammar.Command command : grammar.commands()) {
            for (Grammar.Option option : command.options()) {
                if (option.value() != null) {
                    List<String> patterns = option.names().stream()
                            .map(name -> Script.quoted(command.name() + " " + name))
                            .toList();
                    text.append("        ").append(String.join(" | ", patterns)).append(") takes=");
                    text.append(Script.quoted(what(option.value()))).append(" ;;\n");
                }
            }
        }
        text.append("        *) takes='' ;;\n    esac\n}\n\n");
    }

    private void places() {
        text.append("# What stands at a place of a command, from 0.\n_cedre_place() {\n    case \"$1 $2\" in\n");
        for (Grammar.Command command : grammar.commands()) {
            for (int i = 0; i < command.positions().size(); i++) {
                Grammar.Value value = command.positions().get(i);
                // Several arguments, not several words between commas.
                String pattern = value.several()
                        ? Script.quoted(command.name() + " ") + "*"
                        : Script.quoted(command.name() + " " + i);
                text.append("        ").append(pattern).append(") takes=");
                text.append(Script.quoted(what(new Grammar.Value(value.label(), value.kind(), value.words(), false))));
                text.append(" ;;\n");
            }
        }
        text.append("        *) takes=anything ;;\n    esac\n}\n\n");
    }

    private static String what(Grammar.Value value) {
        String kind = value.kind() == Kind.WORDS
                ? "words " + String.join(" ", value.words())
                : value.kind().name().toLowerCase(Locale.ROOT);
        return value.several() ? "list " + kind : kind;
    }

    private void names() {
        text.append(
                "# The names of a kind; those of a referential when they depend on it.\n_cedre_names() {\n    case $1 in\n");
        text.append("        words\\ *) IFS=' ' read -r -a _cedre_words <<<\"${1#words }\" ;;\n");
        one("command", grammar.commands().stream().map(Grammar.Command::name).toList());
        one("referential", names.referentials().keySet());
        one("type", names.types());
        text.append("        topic)\n            _cedre_names specification \"$2\"\n            _cedre_words+=(");
        text.append(all(names.registers().keySet())).append(")\n            ;;\n    esac\n    case \"$1 $2\" in\n");
        for (Names.Holding holding : names.holdings()) {
            held("chapter", holding, holding.chapters().keySet(), null);
            held("specification", holding, holding.specifications().keySet(), null);
            held("topic", holding, holding.terms(), "+");
        }
        text.append("    esac\n}\n");
    }

    private void one(String kind, Collection<String> words) {
        text.append("        ")
                .append(kind)
                .append(") _cedre_words=(")
                .append(all(words))
                .append(") ;;\n");
    }

    private void held(String kind, Names.Holding holding, Collection<String> words, @Nullable String added) {
        if (!words.isEmpty()) {
            List<String> patterns = holding.names().stream()
                    .map(name -> Script.quoted(kind + " " + name))
                    .toList();
            text.append("        ").append(String.join(" | ", patterns)).append(") _cedre_words");
            text.append(added == null ? "" : added)
                    .append("=(")
                    .append(all(words))
                    .append(") ;;\n");
        }
    }

    private static String all(Collection<String> words) {
        return String.join(
                " ", words.stream().map(word -> Script.quoted(typed(word))).toList());
    }

    /** A word as it is to be typed: bash puts it on the line as it is given. */
    private static String typed(String word) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x80 && !Character.isLetterOrDigit(c) && "_-./:@+,=%".indexOf(c) < 0) {
                typed.append('\\');
            }
            typed.append(c);
        }
        return typed.toString();
    }
}
