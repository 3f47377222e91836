package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Threshold;
import fr.cedre.group.Group;
import fr.cedre.group.GroupWork;
import fr.cedre.plan.Plan;
import fr.cedre.plan.Planner;
import fr.cedre.referential.Library;
import fr.cedre.report.Format;
import fr.cedre.report.PlanRenderer;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre plan DOSSIER}: one row of plan-actions.csv per gap, kept from one control to the next. */
final class PlanCommand implements Command {

    static CommandSpec spec() {
        return Options.part(Options.common(
                        CommandSpec.wrapWithoutInspection(new PlanCommand())
                                .name("plan")
                                .addOption(Options.help())
                                .addPositional(
                                        Options.dossier(
                                                "Dossier de preuves dont le plan est tenu ; ou groupe : le plan de chaque membre."))
                                .usageMessage(new UsageMessageSpec()
                                        .description(
                                                "Crée ou met à jour plan-actions.csv, une ligne par écart, et dit ce qui est en retard.",
                                                "Vos colonnes et vos lignes ne sont jamais modifiées ; la version d'avant est gardée"
                                                        + " dans plan-actions.precedent.csv.")
                                        .footer(
                                                "",
                                                "Exemples :",
                                                "  cedre plan mon-dossier",
                                                "  cedre plan mon-dossier --sans-ecrire",
                                                "  cedre plan mon-dossier --chapitre 6.1",
                                                "  cedre plan mon-dossier -f json -o plan.json",
                                                "  cedre plan mon-groupe",
                                                "",
                                                "Codes de sortie : ceux de « cedre check ».")),
                        Format.Result.PLAN)
                .addOption(Options.flag("Montre ce qui changerait, sans écrire le plan.", "--sans-ecrire")));
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        Threshold threshold = Options.threshold(options);
        Outputs outputs = Outputs.of(options, context, Format.Result.PLAN);
        String version = context.version();
        Period period = Options.period(options, context.clock());
        Path folder = CheckCommand.folder(options.matchedPositionalValue(0, "."));
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        Control control = new Control(library, dictionary, period);
        Planner planner = new Planner(control, library, dictionary, options.hasMatchedOption("--sans-ecrire"));
        String asked = Options.value(options, "-r");
        AskedPart part = Options.part(options);
        boolean quiet = options.hasMatchedOption("-q");
        if (Group.is(folder)) {
            Group group = Group.read(folder);
            GroupWork work = new GroupWork(control, asked, part, new ProgressLine(context, quiet)::done);
            PlanRenderer.Members members =
                    new PlanRenderer.Members(group, period.end(), work.each(group, planner::run));
            outputs.write((format, render, out) -> format.planRenderer(version).group(members, render, out));
            return exitCode(members, threshold);
        }
        Plan plan = planner.run(control.open(folder), folder, asked, part);
        outputs.write((format, render, out) -> format.planRenderer(version).plan(plan, render, out));
        return CheckCommand.exitCode(plan.evaluation(), threshold);
    }

    /** The strongest of its members (contrat § 7). */
    private static int exitCode(PlanRenderer.Members members, Threshold threshold) {
        int code = ExitCode.OK;
        for (GroupWork.Outcome<Plan> outcome : members.outcomes()) {
            Plan plan = outcome.value();
            code = Math.max(
                    code,
                    plan != null
                            ? CheckCommand.exitCode(plan.evaluation(), threshold)
                            : outcome.skipped() ? ExitCode.OK : ExitCode.UNUSABLE);
        }
        return code;
    }
}
