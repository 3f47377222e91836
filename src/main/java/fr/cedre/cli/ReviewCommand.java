package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Threshold;
import fr.cedre.group.Group;
import fr.cedre.group.GroupWork;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.referential.Library;
import fr.cedre.report.AgendaCalendar;
import fr.cedre.report.Format;
import fr.cedre.report.JsonReport;
import fr.cedre.report.RenderOptions;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Photograph;
import fr.cedre.review.PhotographReader;
import fr.cedre.review.PhotographStore;
import fr.cedre.review.Review;
import fr.cedre.review.Reviewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre review DOSSIER}: what closed, what persists, what came back, what comes due. */
final class ReviewCommand implements Command {

    private static final String DEFAULT_HORIZON = "12 mois";
    private static final int LAST_YEAR = 9999;

    static CommandSpec spec() {
        return Options.part(Options.common(
                        CommandSpec.wrapWithoutInspection(new ReviewCommand())
                                .name("review")
                                .addOption(Options.help())
                                .addPositional(Options.dossier("Dossier de preuves, ou groupe (groupe.yaml)."))
                                .usageMessage(
                                        new UsageMessageSpec()
                                                .description(
                                                        "Dit ce qui a changé depuis la dernière photographie du dossier, et les échéances.",
                                                        "Chaque écart est dit nouveau, persistant, aggravé, allégé, levé ou rouvert, par rapport à historique/*.json ; puis viennent la tendance et les échéances.")
                                                .footer(
                                                        "",
                                                        "Exemples :",
                                                        "  cedre review mon-dossier",
                                                        "  cedre review mon-dossier --enregistrer",
                                                        "  cedre review mon-dossier --date 2027-01-15 --horizon \"6 mois\"",
                                                        "  cedre review mon-dossier --ics echeances.ics",
                                                        "  cedre review mon-groupe --seuil-regression mineure -f csv -o revue.csv",
                                                        "  cedre review mon-dossier --verifier rapport.json",
                                                        "",
                                                        "Codes de sortie : 0 rien au-dessus du seuil, 1 écarts, ou régressions avec --seuil-regression, 2 usage ou dossier illisible, 3 défaut de cedre.")),
                        Format.Result.REVUE))
                .addOption(Options.text(
                        "Rapport JSON de référence (défaut : la dernière photographie de historique/).",
                        "FICHIER",
                        "--reference"))
                .addOption(Options.text(
                        "Échéances listées jusqu'à : une durée (défaut : 12 mois) ou une date AAAA-MM-JJ.",
                        "DUREE",
                        "--horizon"))
                .addOption(Options.flag(
                        "Prend une photographie : historique/DATE-REFERENTIEL.json, jamais par-dessus une autre.",
                        "--enregistrer"))
                .addOption(Options.text(
                        "Écrit aussi les échéances à venir dans un calendrier (iCalendar, RFC 5545) ; pour un groupe, sans celles qui concernent une seule personne.",
                        "FICHIER",
                        "--ics"))
                .addOption(Options.text(
                        "Code de sortie 1 seulement si un écart est nouveau, rouvert ou aggravé : majeure, mineure, a_examiner ou jamais. Avec --seuil, les deux comptent.",
                        "SEUIL",
                        "--seuil-regression"))
                .addOption(Options.text(
                        "Recalcule à la date d'un rapport JSON gardé et dit s'il décrit encore le dossier ; aucune revue n'est faite, et --date ne s'emploie pas avec.",
                        "RAPPORT",
                        "--verifier"));
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        if (Options.value(options, "--verifier") != null) {
            return new ReportVerification(options, context).run();
        }
        Threshold threshold = Options.threshold(options);
        Threshold regression =
                Threshold.named(Options.oneOf(options, "--seuil-regression", Threshold.codes(), "jamais"));
        Outputs outputs = outputs(options, context);
        String version = context.version();
        Period period = Options.period(options, context.clock());
        LocalDate horizon = horizon(options, period.end());
        Path folder = CheckCommand.folder(options.matchedPositionalValue(0, "."));
        AskedPart part = Options.part(options);
        boolean keep = options.hasMatchedOption("--enregistrer");
        if (keep
                && !(part.chapters().isEmpty()
                        && part.specifications().isEmpty()
                        && part.types().isEmpty())) {
            throw new CedreException(
                    "--enregistrer photographie le dossier entier : retirez --type, --chapitre et --specification.");
        }
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        PhotographReader.Kept imposed = imposed(options);
        String asked = Options.value(options, "-r");
        Reviewer reviewer = new Reviewer(library, dictionary, period, context.version(), horizon);
        Control control = new Control(library, dictionary, period);
        boolean onlyRegressions = Options.value(options, "--seuil-regression") != null;
        boolean everyGap = !onlyRegressions || Options.value(options, "--seuil") != null;
        boolean quiet = options.hasMatchedOption("-q");
        if (Group.is(folder)) {
            Group group = Group.read(folder);
            members(imposed);
            GroupWork work = new GroupWork(control, asked, part, new ProgressLine(context, quiet)::done);
            GroupReview review = new GroupReview(group, period, work.each(group, (opened, path, referential, own) -> {
                String member = group.folder().relativize(path).toString().replace('\\', '/');
                Photograph reference =
                        imposed == null ? null : imposed.members().get(member);
                Review one = reviewer.review(opened, path, referential, own, reference);
                boolean silent = imposed != null && reference == null;
                return reviewed(silent ? one.withoutImposed() : one, path, keep, context);
            }));
            calendar(
                    options,
                    "Échéances, " + group.name(),
                    review.reviews(),
                    review.members().stream()
                            .filter(m -> m.value() != null)
                            .map(GroupWork.Outcome::folder)
                            .toList(),
                    false,
                    period.end());
            outputs.write(
                    (format, render, out) -> format.reviewRenderer(version).group(review, render, out));
            int code = ExitCode.OK;
            for (GroupWork.Outcome<Review> member : review.members()) {
                Review one = member.value();
                code = Math.max(
                        code,
                        one != null
                                ? exitCode(one, everyGap ? threshold : Threshold.JAMAIS, regression)
                                : member.skipped() ? ExitCode.OK : ExitCode.UNUSABLE);
            }
            return code;
        }
        Photograph reference = imposed == null ? null : single(imposed);
        Review review =
                reviewed(reviewer.review(control.open(folder), folder, asked, part, reference), folder, keep, context);
        calendar(
                options,
                "Échéances, " + review.evaluation().structure().name(),
                List.of(review),
                List.of(""),
                true,
                period.end());
        outputs.write((format, render, out) -> format.reviewRenderer(version).review(review, render, out));
        return exitCode(review, everyGap ? threshold : Threshold.JAMAIS, regression);
    }

    /** Two results never go to one file. */
    private static Outputs outputs(ParseResult options, Context context) {
        Outputs outputs = Outputs.of(options, context, Format.Result.REVUE);
        String calendar = Options.value(options, "--ics");
        Outputs.check("--ics", calendar);
        if (calendar != null && outputs.takes(calendar)) {
            throw new CedreException("--ics et -o nomment le même fichier : donnez-en deux.");
        }
        return outputs;
    }

    private static void calendar(
            ParseResult options, String name, List<Review> reviews, List<String> folders, boolean one, LocalDate day) {
        String file = Options.value(options, "--ics");
        if (file != null) {
            Outputs.file(file, target -> AgendaCalendar.write(name, reviews, folders, one, day, target));
        }
    }

    private static int exitCode(Review review, Threshold threshold, Threshold regression) {
        int code = CheckCommand.exitCode(review.evaluation(), threshold);
        if (regression != Threshold.JAMAIS && review.historyUnreadable()) {
            return ExitCode.UNUSABLE;
        }
        return code == ExitCode.OK && review.regressed(regression) ? ExitCode.GAPS : code;
    }

    /** Takes the photograph when it is asked for. */
    private static Review reviewed(Review review, Path folder, boolean keep, Context context) {
        if (!keep) {
            return review;
        }
        StringBuilder report = new StringBuilder();
        try {
            new JsonReport(context.version()).render(review.evaluation(), RenderOptions.plain(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return review.kept(PhotographStore.save(
                folder,
                review.evaluation().period().end(),
                review.evaluation().referential().id(),
                report.toString()));
    }

    private static PhotographReader.@Nullable Kept imposed(ParseResult options) {
        String file = Options.value(options, "--reference");
        return file == null ? null : kept(file);
    }

    /** A report named on the command line. */
    static PhotographReader.Kept kept(String file) {
        try {
            return PhotographReader.read(Path.of(file), file);
        } catch (InvalidPathException e) {
            throw new CedreException("Chemin de rapport illisible.");
        } catch (PhotographReader.Unusable e) {
            Problem problem = e.problem();
            throw new CedreException(
                    "Le rapport « " + file + " » ne peut pas servir.",
                    List.of(new Problem(Severity.ERREUR, problem.location(), problem.message(), true)));
        }
    }

    private static Photograph single(PhotographReader.Kept kept) {
        if (kept.single() == null) {
            throw new CedreException(
                    "--reference est le rapport d'un groupe : donnez celui de ce dossier, ou lancez la revue sur le groupe.");
        }
        return kept.single();
    }

    private static void members(PhotographReader.@Nullable Kept kept) {
        if (kept != null && kept.single() != null) {
            throw new CedreException(
                    "--reference est le rapport d'un seul dossier : pour un groupe, donnez un rapport de groupe.");
        }
    }

    private static LocalDate horizon(ParseResult options, LocalDate day) {
        String text = Options.value(options, "--horizon");
        Optional<Duration> duration = Duration.parse(text == null ? DEFAULT_HORIZON : text);
        if (duration.isPresent()) {
            LocalDate until = duration.get().after(day);
            if (until.getYear() > LAST_YEAR) {
                throw new CedreException(
                        "--horizon « " + text + " » va trop loin : une durée comme « 12 mois » est attendue.");
            }
            return until;
        }
        LocalDate until = Options.date("--horizon", text == null ? "" : text, " ou une durée comme « 12 mois »");
        if (until.isBefore(day)) {
            throw new CedreException("--horizon (" + until + ") précède la date de la revue (" + day + ").");
        }
        return until;
    }
}
