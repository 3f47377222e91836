package fr.cedre.cli;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre help [COMMANDE]}: the same as {@code cedre COMMANDE --help}. */
final class HelpCommand implements Command {

    static CommandSpec spec() {
        return CommandSpec.wrapWithoutInspection(new HelpCommand())
                .name("help")
                .addOption(Options.help())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("COMMANDE")
                        .type(String.class)
                        .arity("0..1")
                        .description("Commande à expliquer. Rien : toutes, en une ligne chacune.")
                        .build())
                .usageMessage(new UsageMessageSpec()
                        .description("Affiche l'aide d'une commande.")
                        .footer(
                                "",
                                "Exemples :",
                                "  cedre help",
                                "  cedre help check",
                                "",
                                "Codes de sortie : 0 l'aide est affichée, 2 commande inconnue."));
    }

    @Override
    public int run(ParseResult options, Context context) {
        @Nullable String name = options.matchedPositionalValue(0, null);
        if (name != null && !CommandLines.names().contains(name)) {
            String hint = NearestName.hint(name, CommandLines.names());
            throw new CedreException("commande inconnue « " + name + " »" + (hint.isEmpty() ? "." : hint)
                    + " Commandes : " + String.join(", ", CommandLines.names()) + ".");
        }
        CommandLines.usage(name, context.out());
        return ExitCode.OK;
    }
}
