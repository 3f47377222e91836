package fr.cedre.report;

import fr.cedre.group.GroupWork;
import fr.cedre.report.Styles.Style;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What became of every member of a group: one line each, then what got worse, then the counts of all. */
final class GroupReviewText {

    private static final List<Change> COLUMNS = List.of(Change.values());
    private static final int CELL = 6;

    private final String version;

    GroupReviewText(String version) {
        this.version = version;
    }

    void write(GroupReview group, RenderOptions options, TextLayout out) throws IOException {
        out.paragraph("", Style.TITLE, "cedre " + version + ", revue d'un groupe d'une année sur l'autre");
        out.blank();
        TextHeader.field(out, "Groupe", group.group().name());
        TextHeader.field(out, "Audit", "au " + French.date(group.period().end()));
        table(group, out);
        errors(group, out);
        regressions(group, options, out);
        out.blank();
        int regressions =
                group.reviews().stream().mapToInt(r -> r.regressions().size()).sum();
        out.paragraph("", regressions == 0 ? Style.GOOD : Style.TITLE, ReviewWords.headline(group));
    }

    private static void table(GroupReview group, TextLayout out) throws IOException {
        out.section("Membres");
        out.paragraph(
                "",
                Style.QUIET,
                "nouv. nouveaux · rouv. rouverts · aggr. aggravés · pers. persistants · allég. allégés · à vér. à vérifier · levés");
        int room = out.width() - COLUMNS.size() * CELL;
        StringBuilder head = new StringBuilder(" ".repeat(room));
        for (String title : List.of("nouv.", "rouv.", "aggr.", "pers.", "allég", "à vér", "levés")) {
            head.append(right(title));
        }
        out.line(out.styles().apply(Style.QUIET, head.toString()));
        for (GroupWork.Outcome<Review> member : group.members()) {
            Review review = member.value();
            if (review == null) {
                if (!member.skipped()) {
                    out.line(TextLayout.fit(Sanitiser.line(member.folder()), room) + "  non revu");
                }
                continue;
            }
            StringBuilder line = new StringBuilder(TextLayout.fit(
                            Sanitiser.line(review.evaluation().structure().name()), room - 1)
                    + " ");
            if (review.reference() == null) {
                int gaps = review.of(Change.NOUVEAU).size();
                out.line(line + "  première revue, " + French.count(gaps, "écart"));
                continue;
            }
            Map<Change, Integer> counts = review.counts();
            for (Change change : COLUMNS) {
                int n = counts.getOrDefault(change, 0);
                line.append(right(n == 0 ? "·" : Integer.toString(n)));
            }
            out.line(out.styles().apply(review.regressions().isEmpty() ? Style.PLAIN : Style.MINOR, line.toString()));
        }
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, CELL - TextLayout.width(text))) + text;
    }

    private static void errors(GroupReview group, TextLayout out) throws IOException {
        List<GroupWork.Outcome<Review>> failed =
                group.members().stream().filter(m -> m.error() != null).toList();
        if (failed.isEmpty()) {
            return;
        }
        out.section("Membres non revus");
        for (GroupWork.Outcome<Review> member : failed) {
            out.paragraph("✗ ", Style.MINOR, member.folder() + " : " + member.error());
            for (var problem :
                    member.problems().subList(0, Math.min(5, member.problems().size()))) {
                out.paragraph("  - ", Style.PLAIN, Words.place(problem.location()) + " : " + problem.message());
            }
        }
    }

    private static void regressions(GroupReview group, RenderOptions options, TextLayout out) throws IOException {
        if (group.reviews().stream().allMatch(r -> r.regressions().isEmpty())) {
            return;
        }
        out.section("Ce qui s'est dégradé, par membre");
        for (Review review : group.reviews()) {
            List<GapChange> worse = review.regressions();
            if (worse.isEmpty()) {
                continue;
            }
            out.paragraph("", Style.TITLE, review.evaluation().structure().name());
            int shown = Words.shown(worse.size(), options.detail());
            for (GapChange change : worse.subList(0, shown)) {
                out.paragraph(
                        "  - ",
                        Style.PLAIN,
                        ReviewWords.adjective(change.change(), 1) + ", "
                                + change.gap().identity().specification() + " ("
                                + change.gap().gravity().code() + ") : "
                                + change.gap().message());
            }
            Words.others(worse.size() - shown, out);
        }
    }
}
