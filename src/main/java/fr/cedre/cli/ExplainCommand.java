package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Topics;
import fr.cedre.report.Explanation;
import fr.cedre.report.RenderOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre explain ID…}: what a specification asks, how it is checked, what a register or a word means. */
final class ExplainCommand implements Command {

    private static final String DEFAULT_REFERENTIAL = "cedre-v2";

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new ExplainCommand())
                .name("explain")
                .addOption(Options.help())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("ID")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .required(true)
                        .description(
                                "Spécification (6.1.G-DP), chapitre (6.1), mot du glossaire, registre (missions), colonne (missions.debut),"
                                        + " document (livret-accueil), contrôle, paramètre, clé de structure.yaml ou mot d'un rapport.")
                        .build())
                .addOption(Options.text(
                        "Référentiel où chercher d'abord : identifiant, alias ou chemin d'un YAML (défaut : cedre-v2).",
                        "REFERENTIEL",
                        "-r",
                        "--referentiel"))
                .addOption(Options.several("Ne montre que ce qui vise ce type, ou ces types.", "TYPE", "--type"))
                .usageMessage(new UsageMessageSpec()
                        .description(
                                "Explique une exigence : ce qu'elle demande, comment elle est contrôlée, que faire.")
                        .footer(
                                "",
                                "Exemples :",
                                "  cedre explain 6.1.G-DP",
                                "  cedre explain 6.2.D4 missions.date_suivi_client",
                                "  cedre explain \"mission de travail\"",
                                "  cedre explain 6.1.G-DP --type AI",
                                "  cedre explain livret-accueil rythmes.regulation",
                                "  cedre explain 1.1.1 -r cap",
                                "  cedre explain 1.1 -r mon-referentiel.yaml -f json",
                                "",
                                "Codes de sortie : 0 tout est expliqué, 2 usage ou nom inconnu, 3 défaut de cedre."));
        return Options.output(Options.library(spec), "texte ou json");
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        boolean json =
                Options.oneOf(options, "-f", List.of("texte", "json"), "texte").equals("json");
        RenderOptions render = Options.render(options, context);
        String asked = Options.value(options, "-r");
        String name = asked == null ? DEFAULT_REFERENTIAL : asked;
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        Referential referential = library.referential(name, dictionary);
        Topics topics = new Topics(library.beside(name), dictionary, referential);
        List<String> names = options.matchedPositionalValue(0, List.of());
        List<Explanation.Answer> answers = new ArrayList<>();
        for (String one : names) {
            answers.add(new Explanation.Answer(one, topics.find(one)));
        }
        Explanation explanation = new Explanation(context.version(), dictionary, only(options, referential));
        Outputs.write(
                Options.value(options, "-o"),
                options.hasMatchedOption("-q"),
                context.out(),
                target -> explanation.write(answers, json, render, target));
        return ExitCode.OK;
    }

    private static Set<StructureType> only(ParseResult options, Referential referential) {
        List<String> known =
                referential.types().stream().map(StructureType::code).toList();
        Set<StructureType> only = new LinkedHashSet<>();
        for (String code : Options.values(options, "--type")) {
            String type = code.toUpperCase(Locale.ROOT);
            if (!known.contains(type)) {
                String hint = NearestName.hint(type, known);
                throw new CedreException("Le référentiel " + referential.id() + " ne couvre pas le type « " + type
                        + " »" + (hint.isEmpty() ? "." : hint) + " Types couverts : " + String.join(", ", known) + ".");
            }
            only.add(new StructureType(type));
        }
        return only;
    }
}
