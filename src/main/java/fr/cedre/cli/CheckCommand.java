package fr.cedre.cli;

import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Threshold;
import fr.cedre.group.Group;
import fr.cedre.group.GroupControl;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Library;
import fr.cedre.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre check DOSSIER}: the main job. */
final class CheckCommand implements Command {

    static CommandSpec spec() {
        return Options.part(Options.common(
                        CommandSpec.wrapWithoutInspection(new CheckCommand())
                                .name("check")
                                .addOption(Options.help())
                                .addPositional(
                                        Options.dossier(
                                                "Dossier de preuves : structure.yaml, preuves.csv, registres/… ; ou groupe : groupe.yaml."))
                                .usageMessage(
                                        new UsageMessageSpec()
                                                .description(
                                                        "Contrôle un dossier de preuves, spécification par spécification.")
                                                .footer(
                                                        "",
                                                        "Exemples :",
                                                        "  cedre check mon-dossier",
                                                        "  cedre check mon-dossier --date 2027-01-15 --detail",
                                                        "  cedre check mon-dossier --chapitre 6.1 --type AI",
                                                        "  cedre check mon-dossier -f html -o rapport.html -f json -o rapport.json",
                                                        "  cedre check mon-dossier --classeur classeur-audit",
                                                        "  cedre check mon-groupe -r cedre-iso-9001",
                                                        "",
                                                        "Codes de sortie : 0 rien au-dessus du seuil, 1 écarts, 2 usage ou dossier illisible, 3 défaut de cedre.")),
                        Format.Result.CONTROLE))
                .addOption(BinderOutput.option());
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        Threshold threshold = Options.threshold(options);
        Outputs outputs = Outputs.of(options, context, Format.Result.CONTROLE);
        BinderOutput binder = BinderOutput.of(options, context, outputs);
        Period period = Options.period(options, context.clock());
        Path folder = folder(options.matchedPositionalValue(0, "."));
        Library library = Options.library(options, context);
        Control control = new Control(library, library.dictionary(), period);
        String asked = Options.value(options, "-r");
        AskedPart part = Options.part(options);
        String version = context.version();
        if (Group.is(folder)) {
            ProgressLine progress = new ProgressLine(context, options.hasMatchedOption("-q"));
            GroupControl members =
                    new GroupControl(control, period, asked, part, binder.extras(outputs.extras()), progress::done);
            GroupResult result = members.check(Group.read(folder), threshold);
            binder.write(result, folder);
            outputs.write((format, render, out) -> format.groupRenderer(version).render(result, render, out));
            return exitCode(result);
        }
        Evaluation evaluation = control.check(folder, asked, part, binder.extras(outputs.extras()));
        binder.write(evaluation, folder);
        outputs.write((format, render, out) -> format.renderer(version).render(evaluation, render, out));
        return exitCode(evaluation, threshold);
    }

    /** The strongest of its members (contrat § 7). */
    private static int exitCode(GroupResult result) {
        int code = ExitCode.OK;
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            code = Math.max(
                    code,
                    evaluation != null
                            ? exitCode(evaluation, result.threshold())
                            : member.error() == null ? ExitCode.OK : ExitCode.UNUSABLE);
        }
        return code;
    }

    /** What a script reads of one folder. */
    static int exitCode(Evaluation evaluation, Threshold threshold) {
        if (evaluation.anyUnusable()) {
            return ExitCode.UNUSABLE;
        }
        return threshold.reached(evaluation) ? ExitCode.GAPS : ExitCode.OK;
    }

    /** A folder that exists; a mistyped one is refused with the nearest name. */
    static Path folder(String text) {
        Path folder;
        try {
            folder = Path.of(text);
        } catch (InvalidPathException e) {
            throw new CedreException("Chemin de dossier illisible.");
        }
        if (Files.isRegularFile(folder)) {
            throw new CedreException(
                    "« " + text + " » est un fichier : donner le dossier de preuves qui contient structure.yaml.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CedreException("Dossier introuvable : « " + text + " »" + near(folder));
        }
        return folder;
    }

    private static String near(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return ".";
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            Set<String> names = siblings.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .limit(1000)
                    .collect(Collectors.toCollection(TreeSet::new));
            String hint = NearestName.hint(String.valueOf(folder.getFileName()), names);
            return hint.isEmpty() ? "." : hint;
        } catch (IOException e) {
            return ".";
        }
    }
}
