package fr.cedre.cli;

import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.diff.Transitions;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.evaluation.Threshold;
import fr.cedre.group.Group;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Atlas;
import fr.cedre.referential.Library;
import fr.cedre.referential.Passage;
import fr.cedre.referential.Referential;
import fr.cedre.report.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre diff A B [DOSSIER]}: what changes, and what it means for one structure. */
final class DiffCommand implements Command {

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new DiffCommand())
                .name("diff")
                .addOption(Options.help())
                .addPositional(
                        position(0, "A", true, "Référentiel de départ : identifiant, alias ou chemin d'un YAML."))
                .addPositional(position(1, "B", true, "Référentiel d'arrivée."))
                .addPositional(position(2, "DOSSIER", false, "Dossier de preuves dont on prépare le passage."))
                .usageMessage(new UsageMessageSpec()
                        .description(
                                "Dit ce qui change d'un référentiel à l'autre, et ce que cela change pour une structure.")
                        .footer(
                                "",
                                "Exemples :",
                                "  cedre diff v1 v2",
                                "  cedre diff v1 v2 --type ACI",
                                "  cedre diff v2 cap-iso-9001 mon-dossier",
                                "  cedre diff v1 v2 mon-dossier -f csv -o passage.csv",
                                "",
                                "Codes de sortie : 0 sans dossier ; avec un dossier, ceux de « cedre check » pour B."));
        return Options.outputs(Options.folder(Options.library(spec)), Format.Result.COMPARAISON)
                .addOption(
                        Options.several("Types de structure à comparer, séparés par des virgules.", "TYPE", "--type"));
    }

    private static PositionalParamSpec position(int index, String label, boolean required, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .type(String.class)
                .required(required)
                .arity(required ? "1" : "0..1")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        Threshold threshold = Options.threshold(options);
        Outputs outputs = Outputs.of(options, context, Format.Result.COMPARAISON);
        String version = context.version();
        String first = options.matchedPositionalValue(0, "");
        String second = options.matchedPositionalValue(1, "");
        String folder = options.matchedPositionalValue(2, "");
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        Referential from = library.referential(first, dictionary);
        Referential to = library.referential(second, dictionary);
        Atlas atlas = new Atlas(library.beside(first).beside(second), dictionary);
        Passage passage = passage(atlas, from, to);
        List<String> notices = atlas.notices(passage);
        if (folder.isEmpty()) {
            Comparison comparison = Comparison.of(from, to, passage, notices, types(options, from, to));
            outputs.write((format, render, out) -> format.diffRenderer(version).comparison(comparison, render, out));
            return ExitCode.OK;
        }
        Period period = Options.period(options, context.clock());
        Control control = new Control(library, dictionary, period);
        Path path = CheckCommand.folder(folder);
        if (Group.is(path)) {
            throw new CedreException(
                    "« " + folder + " » est un groupe : lancer « cedre diff » sur chacun de ses membres.");
        }
        AskedPart part = new AskedPart(Options.values(options, "--type"), List.of(), List.of());
        Evaluation before = control.evaluate(control.open(path), first, from, to, part, Extras.NONE);
        Control.Opened opened = control.open(path);
        Evaluation after = control.evaluate(opened, second, to, from, part, Extras.NONE);
        Transition transition = Transitions.of(before, after, opened.dossier().evidence(), passage, notices);
        outputs.write((format, render, out) -> format.diffRenderer(version).transition(transition, render, out));
        return CheckCommand.exitCode(after, threshold);
    }

    /** The way that files open; without any, identifiers are compared, and the report says so. */
    private static Passage passage(Atlas atlas, Referential from, Referential to) {
        Passage passage = atlas.find(from, to).orElseGet(() -> Passage.byIdentifiers(from, to));
        List<Problem> problems = atlas.contradictions(passage);
        if (!problems.isEmpty()) {
            throw new CedreException(
                    "Une correspondance ne convient pas à ces référentiels. Si vous en avez remplacé un, remplacez aussi le fichier"
                            + " de correspondances, dans le dossier « correspondances » à côté de lui.",
                    problems);
        }
        return passage;
    }

    private static List<StructureType> types(ParseResult options, Referential from, Referential to) {
        List<StructureType> common =
                to.types().stream().filter(from.types()::contains).toList();
        if (common.isEmpty()) {
            throw new CedreException(from.id() + " et " + to.id() + " n'ont aucun type de structure en commun.");
        }
        List<String> asked = Options.values(options, "--type");
        for (String code : asked) {
            if (common.stream().noneMatch(t -> t.code().equals(code.toUpperCase(Locale.ROOT)))) {
                List<String> codes = common.stream().map(StructureType::code).toList();
                String hint = NearestName.hint(code.toUpperCase(Locale.ROOT), codes);
                throw new CedreException("--type " + code + (hint.isEmpty() ? " :" : hint) + " types communs à "
                        + from.id() + " et " + to.id() + " : " + String.join(", ", codes) + ".");
            }
        }
        return asked.isEmpty()
                ? common
                : common.stream()
                        .filter(t -> asked.stream().anyMatch(a -> t.code().equals(a.toUpperCase(Locale.ROOT))))
                        .toList();
    }
}
