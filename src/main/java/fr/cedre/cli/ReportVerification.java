package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.group.Group;
import fr.cedre.group.GroupWork;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.report.Format;
import fr.cedre.review.GroupVerification;
import fr.cedre.review.Photograph;
import fr.cedre.review.PhotographReader;
import fr.cedre.review.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code cedre review DOSSIER --verifier RAPPORT.json}: the same check again, at the date of a kept report. */
record ReportVerification(ParseResult options, Command.Context context) {

    private static final List<String> OTHERS = List.of(
            "--date",
            "--depuis",
            "--reference",
            "--enregistrer",
            "--horizon",
            "--ics",
            "--seuil-regression",
            "--seuil",
            "--type",
            "--chapitre",
            "--specification");

    int run() throws IOException {
        for (String other : OTHERS) {
            if (options.hasMatchedOption(other)) {
                throw new CedreException(
                        "--verifier recalcule à la date et sur la partie du rapport : retirez " + other + ".");
            }
        }
        Outputs outputs = Outputs.of(options, context, Format.Result.VERIFICATION);
        String version = context.version();
        Path folder = CheckCommand.folder(options.matchedPositionalValue(0, "."));
        PhotographReader.Kept kept = ReviewCommand.kept(String.valueOf(Options.value(options, "--verifier")));
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        String asked = Options.value(options, "-r");
        boolean quiet = options.hasMatchedOption("-q");
        if (Group.is(folder)) {
            if (kept.single() != null) {
                throw new CedreException("Ce rapport est celui d'un seul dossier : donnez le dossier de ce membre.");
            }
            Group group = Group.read(folder);
            GroupVerification result = members(group, kept, library, dictionary, asked, quiet);
            outputs.write((format, render, out) ->
                    format.verificationRenderer(version).group(result, render, out));
            return result.members().stream().anyMatch(m -> m.value() == null)
                    ? ExitCode.UNUSABLE
                    : result.holds() ? ExitCode.OK : ExitCode.GAPS;
        }
        Photograph report = kept.single();
        if (report == null) {
            throw new CedreException("Ce rapport est celui d'un groupe : donnez le dossier du groupe.");
        }
        Verification result = Verification.of(library, dictionary, folder, report, asked, null, context.version());
        outputs.write(
                (format, render, out) -> format.verificationRenderer(version).verification(result, render, out));
        return result.holds() ? ExitCode.OK : ExitCode.GAPS;
    }

    private GroupVerification members(
            Group group,
            PhotographReader.Kept kept,
            Library library,
            Dictionary dictionary,
            @Nullable String asked,
            boolean quiet) {
        // Each member is opened again over the period of its own report: any period will do to open it first.
        Period any = kept.members().values().stream()
                .map(Photograph::period)
                .findFirst()
                .orElseThrow(() -> new CedreException("Ce rapport de groupe ne contient le résultat d'aucun membre."));
        GroupWork work = new GroupWork(
                new Control(library, dictionary, any),
                asked,
                new AskedPart(List.of(), List.of(), List.of()),
                new ProgressLine(context, quiet)::done);
        return new GroupVerification(group.name(), work.each(group, (opened, path, referential, part) -> {
            String member = group.folder().relativize(path).toString().replace('\\', '/');
            Photograph report = kept.members().get(member);
            if (report == null) {
                throw new CedreException("le rapport ne dit rien de ce membre");
            }
            return Verification.of(library, dictionary, path, report, asked, referential, context.version());
        }));
    }
}
