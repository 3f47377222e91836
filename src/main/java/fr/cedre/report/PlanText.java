package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.group.GroupWork;
import fr.cedre.plan.Plan;
import fr.cedre.plan.Plan.Handling;
import fr.cedre.plan.Plan.Mark;
import fr.cedre.plan.PlanFile;
import fr.cedre.problem.Problem;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An action plan on a terminal: what became of the file, what is late, what does not hold; the counts as its very last line. */
public final class PlanText implements PlanRenderer {

    private final String version;

    /** A report signed by a version of cedre. */
    public PlanText(String version) {
        this.version = version;
    }

    @Override
    public void plan(Plan plan, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        header(plan, out);
        problems(plan, options, out);
        fresh(plan, options, out);
        late(plan, options, out);
        for (PlanWords.Section section : PlanWords.sections(plan)) {
            section(plan, section, options, out);
        }
        out.blank();
        out.paragraph(
                "",
                Style.PLAIN,
                "Vos colonnes (responsable, echeance, statut, preuve_efficacite, commentaire et toutes celles que vous ajoutez)"
                        + " ne sont jamais modifiées. Une action est close quand l'écart est levé et que vous avez noté ce qui prouve"
                        + " son efficacité.");
        out.blank();
        last(PlanWords.counts(List.of(plan)), plan.late() > 0, out);
    }

    private void header(Plan plan, TextLayout out) throws IOException {
        Evaluation evaluation = plan.evaluation();
        out.paragraph("", Style.TITLE, "cedre " + version + ", plan d'actions");
        out.blank();
        TextHeader.referential(evaluation.referential(), out);
        TextHeader.structure(evaluation.structure(), out);
        TextHeader.field(
                out, "Contrôle", "au " + French.date(evaluation.period().end()));
        TextHeader.field(out, "Plan", PlanWords.file(plan));
        if (plan.writing() == Plan.Writing.MIS_A_JOUR && !plan.dry()) {
            TextHeader.field(out, "Précédent", "la version d'avant est gardée dans " + PlanFile.PREVIOUS);
        }
        if (evaluation.restricted()) {
            TextHeader.field(
                    out,
                    "Attention",
                    "contrôle restreint à une partie : "
                            + French.count(
                                    plan.count(Handling.HORS_PARTIE),
                                    "ligne hors de cette partie, laissée telle quelle",
                                    "lignes hors de cette partie, laissées telles quelles"));
        } else {
            left(
                    plan,
                    Handling.HORS_PARTIE,
                    "ligne dont la spécification n'est pas dans ce référentiel, laissée telle quelle",
                    "lignes dont la spécification n'est pas dans ce référentiel, laissées telles quelles",
                    out);
        }
        left(
                plan,
                Handling.TYPE_NON_DECLARE,
                "ligne d'un type que structure.yaml ne déclare plus, laissée telle quelle",
                "lignes d'un type que structure.yaml ne déclare plus, laissées telles quelles",
                out);
        left(
                plan,
                Handling.AUTRE_REFERENTIEL,
                "ligne d'un autre référentiel, laissée telle quelle",
                "lignes d'un autre référentiel, laissées telles quelles",
                out);
        if (evaluation.anyUnusable()) {
            TextHeader.field(
                    out,
                    "Attention",
                    "un fichier du dossier n'a pas pu être lu : aucun écart qui en dépend n'est dit levé");
        }
    }

    /** Rows that are not the business of this run. */
    private static void left(Plan plan, Handling handling, String one, String several, TextLayout out)
            throws IOException {
        long n = plan.count(handling);
        if (n > 0) {
            TextHeader.field(out, "Attention", French.count(n, one, several));
        }
    }

    private static void problems(Plan plan, RenderOptions options, TextLayout out) throws IOException {
        List<Problem> problems = new ArrayList<>(plan.problems());
        problems.addAll(
                plan.evaluation().problems().stream().filter(Problem::unusable).toList());
        if (problems.isEmpty()) {
            return;
        }
        out.section("À corriger (" + problems.size() + ")");
        int shown = Words.shown(problems.size(), options.detail());
        for (Problem problem : problems.subList(0, shown)) {
            out.paragraph("✗ ", Style.MINOR, Words.place(problem.location()) + " : " + problem.message());
        }
        Words.others(problems.size() - shown, out);
    }

    private static void fresh(Plan plan, RenderOptions options, TextLayout out) throws IOException {
        List<Plan.Entry> fresh = plan.marked(Mark.NOUVELLE);
        if (fresh.isEmpty()) {
            return;
        }
        long major = fresh.stream().filter(e -> e.gravity() == Gravity.MAJEURE).count();
        out.section("Lignes nouvelles (" + fresh.size()
                + (major == 0 ? "" : ", dont " + major + " pour un écart majeur") + ")");
        int shown = Words.shown(fresh.size(), options.detail());
        for (Plan.Entry entry : fresh.subList(0, shown)) {
            Style style = entry.gravity() == Gravity.MAJEURE ? Style.MAJOR : Style.MINOR;
            out.paragraph("✗ ", style, PlanWords.fresh(entry), options.detail() ? Integer.MAX_VALUE : 2);
        }
        Words.others(fresh.size() - shown, out);
    }

    private static void late(Plan plan, RenderOptions options, TextLayout out) throws IOException {
        List<String> lines = PlanWords.late(plan);
        if (lines.isEmpty()) {
            return;
        }
        out.section("Actions en retard (" + lines.size() + ")");
        int shown = Words.shown(lines.size(), options.detail());
        for (String line : lines.subList(0, shown)) {
            out.paragraph("✗ ", Style.MAJOR, line);
        }
        Words.others(lines.size() - shown, out);
    }

    private static void section(Plan plan, PlanWords.Section section, RenderOptions options, TextLayout out)
            throws IOException {
        if (section.entries().isEmpty()) {
            return;
        }
        out.section(section.title() + " (" + section.entries().size() + ")");
        out.paragraph("", Style.QUIET, section.advice());
        int shown = Words.shown(section.entries().size(), options.detail());
        for (Plan.Entry entry : section.entries().subList(0, shown)) {
            out.paragraph("! ", Style.DOUBT, PlanWords.line(entry, plan));
        }
        Words.others(section.entries().size() - shown, out);
    }

    private static void last(String counts, boolean alert, TextLayout out) throws IOException {
        for (String line : TextLayout.wrap(Sanitiser.line(counts), out.width())) {
            out.line(out.styles().apply(alert ? Style.MAJOR : Style.TITLE, line));
        }
    }

    @Override
    public void group(Members members, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        out.paragraph("", Style.TITLE, "cedre " + version + ", plans d'actions d'un groupe");
        out.blank();
        TextHeader.field(
                out,
                "Groupe",
                members.group().name() + " (" + French.count(members.outcomes().size(), "membre") + ")");
        TextHeader.field(out, "Contrôle", "au " + French.date(members.date()));
        out.section("Membres");
        for (GroupWork.Outcome<Plan> outcome : members.outcomes()) {
            Plan plan = outcome.value();
            if (plan != null) {
                boolean alert = plan.late() > 0 || plan.evaluation().anyUnusable();
                out.paragraph(
                        alert ? "✗ " : "█ ",
                        alert ? Style.MINOR : Style.PLAIN,
                        plan.evaluation().structure().name() + " (" + outcome.folder() + ") : "
                                + PlanWords.counts(List.of(plan)) + " ; " + PlanWords.outcome(plan));
            } else if (outcome.skipped()) {
                out.paragraph("· ", Style.QUIET, outcome.folder() + " : non concerné par les types demandés");
            } else {
                out.paragraph("✗ ", Style.MAJOR, outcome.folder() + " : " + outcome.error());
            }
        }
        groupProblems(members, options, out);
        groupLate(members, options, out);
        out.blank();
        List<Plan> plans = members.plans();
        out.paragraph(
                "",
                Style.PLAIN,
                "Pour le détail d'un membre : lancez cedre plan sur son dossier (--sans-ecrire pour seulement lire).");
        out.blank();
        last(
                French.count(plans.size(), "plan suivi", "plans suivis") + " · " + PlanWords.counts(plans),
                plans.stream().anyMatch(p -> p.late() > 0)
                        || plans.size() < members.outcomes().size(),
                out);
    }

    private static void groupProblems(Members members, RenderOptions options, TextLayout out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (GroupWork.Outcome<Plan> outcome : members.outcomes()) {
            Plan plan = outcome.value();
            List<Problem> problems = new ArrayList<>(plan == null ? outcome.problems() : plan.problems());
            if (plan != null) {
                problems.addAll(plan.evaluation().problems().stream()
                        .filter(Problem::unusable)
                        .toList());
            }
            problems.forEach(p -> lines.add(outcome.folder() + "/" + Words.place(p.location()) + " : " + p.message()));
        }
        if (lines.isEmpty()) {
            return;
        }
        out.section("À corriger (" + lines.size() + ")");
        int shown = Words.shown(lines.size(), options.detail());
        for (String line : lines.subList(0, shown)) {
            out.paragraph("✗ ", Style.MINOR, line);
        }
        Words.others(lines.size() - shown, out);
    }

    private static void groupLate(Members members, RenderOptions options, TextLayout out) throws IOException {
        long total = members.plans().stream().mapToLong(Plan::late).sum();
        if (total == 0) {
            return;
        }
        out.section("Actions en retard (" + total + ")");
        for (GroupWork.Outcome<Plan> outcome : members.outcomes()) {
            Plan plan = outcome.value();
            if (plan == null || plan.late() == 0) {
                continue;
            }
            out.paragraph("", Style.PLAIN, plan.evaluation().structure().name() + " (" + outcome.folder() + ")");
            List<String> lines = PlanWords.late(plan);
            int shown = Words.shown(lines.size(), options.detail());
            for (String line : lines.subList(0, shown)) {
                out.paragraph("  ✗ ", Style.MAJOR, line);
            }
            Words.others(lines.size() - shown, out);
        }
    }
}
