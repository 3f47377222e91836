package fr.cedre.cli;

import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.report.ValidationReport;
import fr.cedre.validation.Validation;
import fr.cedre.validation.Validator;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre validate [FICHIER…]}: are the rules, the correspondences and the registers well written? */
final class ValidateCommand implements Command {

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new ValidateCommand())
                .name("validate")
                .addOption(Options.help())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FICHIER")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .description(
                                "Référentiel, correspondance, dictionnaire de registre, dossier de preuves ou dossier de référentiels."
                                        + " Rien : tout ce que cedre connaît.")
                        .build())
                .usageMessage(new UsageMessageSpec()
                        .description("Vérifie que référentiels, correspondances et registres sont bien écrits.")
                        .footer(
                                "",
                                "Exemples :",
                                "  cedre validate",
                                "  cedre validate mon-referentiel.yaml",
                                "  cedre validate mes-referentiels/correspondances/mien--cedre-v2.yaml",
                                "  cedre validate mon-dossier",
                                "",
                                "Codes de sortie : 0 rien à corriger, 2 au moins une erreur, 3 défaut de cedre."));
        return Options.output(Options.library(spec), "texte ou json").addOption(Options.date());
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        String format = Options.oneOf(options, "-f", List.of("texte", "json"), "texte");
        Options.colour(options);
        Library library = Options.library(options, context);
        List<String> files = options.matchedPositionalValue(0, List.of());
        Validator validator = new Validator(library, library.dictionary(), Options.period(options, context.clock()));
        Validation validation;
        try {
            validation = files.isEmpty() ? validator.everything() : validator.of(files);
        } catch (InvalidPathException e) {
            throw new CedreException("Chemin illisible.");
        }
        ValidationReport report = new ValidationReport(context.version());
        Outputs.write(
                Options.value(options, "-o"),
                options.hasMatchedOption("-q"),
                context.out(),
                target -> report.write(validation, format.equals("json"), target));
        return validation.refused() ? ExitCode.UNUSABLE : ExitCode.OK;
    }
}
