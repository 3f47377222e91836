package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A group on a terminal: one line per member, who fails and on what, what several share, then what it means for all. */
public final class GroupText implements GroupRenderer {

    /** Beyond, members that hold are counted, and what makes each of the others fail is left out, unless everything is asked for. */
    private static final int LISTED = 40;

    private static final int SHARED = 15;
    private static final int NUMBERS = 6;

    private final String version;

    /** A report signed by a version of cedre. */
    public GroupText(String version) {
        this.version = version;
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        TextLayout layout = new TextLayout(out, options.width(), new Styles(options.colour()));
        header(result, layout);
        members(result, options, layout);
        problems(result, options, layout);
        shared(result, options, layout);
        closing(result, layout);
    }

    private void header(GroupResult result, TextLayout out) throws IOException {
        out.paragraph("", Style.TITLE, "cedre " + version + ", contrôle avant audit d'un groupe");
        out.blank();
        for (Referential referential : result.referentials()) {
            TextHeader.referential(referential, out);
        }
        if (result.referentials().size() > 1) {
            TextHeader.field(out, "Attention", GroupWords.SEVERAL);
        }
        TextHeader.field(
                out,
                "Groupe",
                result.group().name() + " (" + French.count(result.members().size(), "membre") + ")");
        TextHeader.field(
                out,
                "Audit",
                "au " + French.date(result.period().end()) + ", période du "
                        + French.date(result.period().start()) + " au "
                        + French.date(result.period().end()));
        TextHeader.field(out, "Règle", GroupWords.rule(result));
    }

    private static void members(GroupResult result, RenderOptions options, TextLayout out) throws IOException {
        out.section("Membres");
        int room = out.width() - 2 - 5 * NUMBERS - 10;
        StringBuilder head = new StringBuilder(TextLayout.fit("", 2 + room + 10));
        for (String title : List.of("maj.", "min.", "exam.", "conf.", "taux")) {
            head.append(" ".repeat(NUMBERS - title.length())).append(title);
        }
        out.line(head.toString());
        List<GroupResult.Member> shown = new ArrayList<>(result.failing());
        List<GroupResult.Member> held = result.members().stream()
                .filter(m -> !result.fails(m) && !m.skipped())
                .toList();
        List<GroupResult.Member> skipped =
                result.members().stream().filter(GroupResult.Member::skipped).toList();
        boolean all = options.detail() || result.members().size() <= LISTED;
        if (all) {
            shown.addAll(held);
            shown.addAll(skipped);
        }
        boolean why = options.detail() || result.failing().size() <= LISTED;
        for (GroupResult.Member member : shown) {
            row(result, member, room, why, out);
        }
        if (!all) {
            out.paragraph(
                    "  ",
                    Style.QUIET,
                    French.count(
                                    held.size(),
                                    "membre sans défaut n'est pas listé",
                                    "membres sans défaut ne sont pas listés")
                            + (skipped.isEmpty() ? "" : ", ni " + French.count(skipped.size(), "non concerné"))
                            + " (--detail pour tout voir)");
        }
    }

    private static void row(GroupResult result, GroupResult.Member member, int room, boolean why, TextLayout out)
            throws IOException {
        Evaluation evaluation = member.evaluation();
        boolean fails = result.fails(member);
        String sign = member.skipped() ? "· " : fails ? "✗ " : "█ ";
        if (evaluation == null) {
            String reason = member.skipped() ? "non concerné par les types demandés" : String.valueOf(member.error());
            out.paragraph(sign, member.skipped() ? Style.QUIET : Style.MAJOR, member.folder() + " : " + reason);
            return;
        }
        int assessed = TextPicture.assessed(evaluation).size();
        if (assessed > 0 && assessed == evaluation.results().size()) {
            out.paragraph(
                    sign,
                    Style.PLAIN,
                    member.name() + " (" + member.folder() + ") : "
                            + French.count(TextPicture.placed(evaluation).size(), "objectif situé", "objectifs situés")
                            + " sur " + assessed + ", "
                            + TextPicture.toImprove(evaluation).size() + " à faire progresser");
            return;
        }
        Summary summary = evaluation.summary();
        String name = Sanitiser.line(member.name() + " (" + member.folder() + ")");
        String types = evaluation.types().stream().map(StructureType::code).collect(Collectors.joining(" "));
        StringBuilder line = new StringBuilder(sign);
        line.append(TextLayout.fit(name, room)).append(' ').append(TextLayout.fit(types, 9));
        for (String cell : List.of(
                Integer.toString(summary.majeures()),
                Integer.toString(summary.mineures()),
                Integer.toString(summary.aExaminer()),
                Integer.toString(summary.conforme()),
                summary.settled() == 0 ? "-" : summary.ratePercent() + " %")) {
            line.append(" ".repeat(Math.max(1, NUMBERS - cell.length()))).append(cell);
        }
        Style style =
                evaluation.anyUnusable() || summary.majeures() > 0 ? Style.MAJOR : fails ? Style.MINOR : Style.PLAIN;
        out.line(out.styles().apply(style, line.toString()));
        if (fails && why) {
            out.paragraph("    ", Style.QUIET, GroupWords.first(evaluation));
        }
    }

    private static void problems(GroupResult result, RenderOptions options, TextLayout out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            List<Problem> all = evaluation == null ? member.problems() : evaluation.problems();
            for (Problem problem : all) {
                if (evaluation == null || problem.unusable() || options.detail()) {
                    lines.add(member.folder() + "/" + Words.place(problem.location()) + " : " + problem.message());
                }
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        out.section("Problèmes de lecture (" + lines.size() + ")");
        int shown = Words.shown(lines.size(), options.detail());
        for (String line : lines.subList(0, shown)) {
            out.paragraph("✗ ", Style.MINOR, line);
        }
        Words.others(lines.size() - shown, out);
    }

    private static void shared(GroupResult result, RenderOptions options, TextLayout out) throws IOException {
        List<GroupResult.Shared> all = result.shared();
        if (all.isEmpty()) {
            return;
        }
        out.section("À mutualiser : écarts partagés par plusieurs membres (" + all.size() + ")");
        int shown = options.detail() ? all.size() : Math.min(SHARED, all.size());
        for (GroupResult.Shared shared : all.subList(0, shown)) {
            out.paragraph(
                    "✗ ",
                    shared.gravity() == Gravity.MAJEURE ? Style.MAJOR : Style.MINOR,
                    shared.id() + " " + shared.title() + " : "
                            + shared.folders().size() + " membres sur "
                            + result.concerned().size());
            List<String> names = options.detail()
                    ? shared.folders()
                    : shared.folders().subList(0, Math.min(6, shared.folders().size()));
            int hidden = shared.folders().size() - names.size();
            out.paragraph(
                    "    ",
                    Style.QUIET,
                    String.join(", ", names) + (hidden == 0 ? "" : " et " + French.count(hidden, "autre")));
        }
        Words.others(all.size() - shown, out);
    }

    private static void closing(GroupResult result, TextLayout out) throws IOException {
        int failing = result.failing().size();
        out.blank();
        out.paragraph(
                "", Style.PLAIN, "Pour le détail d'un membre : cedre check sur son dossier. " + GroupWords.PURPOSE);
        out.blank();
        Style style = failing == 0 ? Style.TITLE : Style.MAJOR;
        for (String line : TextLayout.wrap(Sanitiser.line(GroupWords.verdict(result)), out.width())) {
            out.line(out.styles().apply(style, line));
        }
    }
}
