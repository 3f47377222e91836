package fr.cedre.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.CedreRunner;
import fr.cedre.cli.CompletionModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What scripts offer is what commands take. */
class GrammarTest {

    /** A new label is to be given a kind, be it {@link Kind#ANYTHING}. */
    @Test
    void everyLabelHasAKind() {
        List<String> unknown = new ArrayList<>();
        for (CommandLine command : CompletionModel.tree().subcommands().values()) {
            for (ArgSpec arg : command.getCommandSpec().args()) {
                if (arg.arity().max() > 0 && Kind.of(arg) == null) {
                    unknown.add(command.getCommandName() + " " + arg.paramLabel());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyWordOfferedIsTaken() {
        for (Grammar.Command command : CompletionModel.grammar().commands()) {
            for (Grammar.Option option : command.options()) {
                Grammar.Value value = option.value();
                if (value != null && value.kind() == Kind.WORDS) {
                    assertThat(value.words())
                            .as(command.name() + " " + option.names())
                            .hasSizeGreaterThan(1);
                    String name = option.names().get(0);
                    for (String word : value.words()) {
                        CedreRunner.Result result = CedreRunner.run(call(command, name, word));
                        assertThat(result.err())
                                .as(command.name() + " " + name + " " + word)
                                .doesNotContain(word);
                    }
                    assertThat(CedreRunner.run(call(command, name, "zzz")).err())
                            .contains("zzz");
                }
            }
        }
    }

    /** On a folder that does not exist, which is said after options are read. */
    private static List<String> call(Grammar.Command command, String option, String word) {
        List<String> call = new ArrayList<>(List.of(command.name(), option, word));
        switch (command.name()) {
            case "diff" -> call.addAll(List.of("v1", "v2", "nulle-part"));
            case "explain" -> call.add("xyz.nulle-part");
            default -> call.add("nulle-part");
        }
        return call;
    }
}
