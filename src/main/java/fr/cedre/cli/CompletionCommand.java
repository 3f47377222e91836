package fr.cedre.cli;

import fr.cedre.cli.shell.Grammar;
import fr.cedre.cli.shell.Names;
import fr.cedre.cli.shell.Script;
import fr.cedre.dossier.Dictionary;
import fr.cedre.evaluation.Threshold;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Inventory;
import fr.cedre.referential.Library;
import fr.cedre.report.Format;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre completion bash|zsh|fish}: what makes a shell complete cedre's commands, options and identifiers. */
final class CompletionCommand implements Command {

    static CommandSpec spec() {
        return Options.library(
                CommandSpec.wrapWithoutInspection(new CompletionCommand())
                        .name("completion")
                        .addOption(Options.help())
                        .addPositional(PositionalParamSpec.builder()
                                .paramLabel("INTERPRETEUR")
                                .type(String.class)
                                .required(true)
                                .description("Celui de votre terminal : bash, zsh ou fish (« echo $0 » dit lequel).")
                                .build())
                        .usageMessage(
                                new UsageMessageSpec()
                                        .description(
                                                "Écrit le script qui complète les commandes de cedre avec la touche Tab.",
                                                "Sont complétés : commandes, options et leurs valeurs, référentiels, chapitres, spécifications,"
                                                        + " registres, dossiers. Les identifiants sont ceux du jour où le script est écrit ; avec"
                                                        + " --referentiels, ceux de vos référentiels aussi.")
                                        .footer(
                                                "",
                                                "Exemples :",
                                                "  cedre completion bash > ~/.local/share/bash-completion/completions/cedre",
                                                "  cedre completion zsh > ~/.zfunc/_cedre",
                                                "  cedre completion fish > ~/.config/fish/completions/cedre.fish",
                                                "",
                                                "Sous bash sans bash-completion, ajoutez à ~/.bashrc : source <(cedre completion bash)",
                                                "Sous zsh, ajoutez à ~/.zshrc, avant compinit : fpath=(~/.zfunc $fpath)",
                                                "",
                                                "Codes de sortie : 0 script écrit, 2 usage ou référentiels illisibles, 3 défaut de cedre.")));
    }

    @Override
    public int run(ParseResult options, Context context) {
        String asked = options.matchedPositionalValue(0, "");
        Script script = Script.codes().indexOf(asked.toLowerCase(Locale.ROOT)) < 0
                ? unknown(asked)
                : Script.valueOf(asked.toUpperCase(Locale.ROOT));
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        context.out().print(script.text(grammar(), Names.of(Inventory.of(library, dictionary), dictionary)));
        return ExitCode.OK;
    }

    /** The words that options take, by label. */
    static Grammar grammar() {
        return Grammar.of(
                CommandLines.tree(),
                Map.of(
                        "FORMAT", Format.codes(),
                        "SEUIL", Threshold.codes(),
                        "QUAND", Options.COLOURS,
                        "INTERPRETEUR", Script.codes()));
    }

    private static Script unknown(String asked) {
        List<String> codes = Script.codes();
        String hint = NearestName.hint(asked, codes);
        throw new CedreException("interpréteur inconnu « " + asked + " »" + (hint.isEmpty() ? "." : hint)
                + " Interpréteurs possibles : " + String.join(", ", codes) + ".");
    }
}
