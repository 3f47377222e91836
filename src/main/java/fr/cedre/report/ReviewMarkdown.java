package fr.cedre.report;

import fr.cedre.deadline.Deadline;
import fr.cedre.dossier.Structure;
import fr.cedre.group.GroupWork;
import fr.cedre.problem.Problem;
import fr.cedre.review.Agenda;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import fr.cedre.review.Trend;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a folder, for a wiki or an issue: changes by kind, the trend by chapter, what comes due; for a group, a table then what got worse. */
public final class ReviewMarkdown implements ReviewRenderer {

    /** Rows of a table, unless everything is asked for. */
    private static final int LISTED = 50;

    private final String version;

    /** A page signed by a version of cedre. */
    public ReviewMarkdown(String version) {
        this.version = version;
    }

    @Override
    public void review(Review review, RenderOptions options, Appendable out) throws IOException {
        MarkdownWriter page = new MarkdownWriter(out);
        page.title(1, review.evaluation().structure().name() + " : revue d'une année sur l'autre");
        head(review, page);
        page.title(2, "En bref");
        page.paragraph(ReviewWords.headline(review));
        problems(review, page);
        for (Change change : Change.values()) {
            changes(review, change, options, page);
        }
        trend(review.trends(), page);
        agenda(review.evaluation().structure(), review.agenda(), options, page);
    }

    private void head(Review review, MarkdownWriter page) throws IOException {
        for (String line : ResultWords.referential(review.evaluation().referential())) {
            page.item(line);
        }
        page.item("structure : " + HeaderWords.structure(review.evaluation().structure()));
        page.item("audit " + HeaderWords.audit(review.evaluation().period()));
        page.item("référence : " + ReviewWords.reference(review));
        for (String notice : review.notices()) {
            page.item(notice);
        }
        for (String limit : ReviewWords.limits(review)) {
            page.item("attention : " + limit);
        }
        String saved = ReviewWords.saved(review);
        if (!saved.isEmpty()) {
            page.item(saved);
        }
        page.item("établi par cedre " + version + ". " + ClosingWords.purpose(review.evaluation()));
        page.blank();
    }

    private static void problems(Review review, MarkdownWriter page) throws IOException {
        List<Problem> all = new ArrayList<>(review.problems());
        review.evaluation().problems().stream().filter(Problem::unusable).forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        page.title(2, "Ce qui n'a pu être lu (" + all.size() + ")");
        for (Problem problem : all) {
            page.item(Words.place(problem.location()) + " : " + problem.message());
        }
        page.blank();
    }

    private static void changes(Review review, Change change, RenderOptions options, MarkdownWriter page)
            throws IOException {
        List<GapChange> all = review.of(change);
        if (all.isEmpty()) {
            return;
        }
        String title = review.reference() == null ? "Écarts relevés" : ReviewWords.title(change);
        List<List<String>> rows = new ArrayList<>();
        int shown = options.detail() ? all.size() : Math.min(LISTED, all.size());
        for (GapChange one : all.subList(0, shown)) {
            boolean placed = one.gap().source() != null && change.present();
            rows.add(List.of(
                    one.gap().identity().specification()
                            + (one.title().isEmpty() ? "" : " " + one.title())
                            + ReviewWords.under(review, one),
                    one.gap().gravity().code(),
                    one.gap().message(),
                    ReviewWords.history(one),
                    placed && one.gap().source() != null ? Words.place(one.gap().source()) : "",
                    change.present() ? one.gap().advice() : ""));
        }
        page.table(new Table(
                title + " (" + all.size() + ")",
                List.of("Spécification", "Gravité", "Écart", "Histoire", "Où", "Conseil"),
                rows));
        if (shown < all.size()) {
            page.paragraph(Words.others(all.size() - shown) + ".");
        }
    }

    private static void trend(List<Trend> trends, MarkdownWriter page) throws IOException {
        TreeMap<LocalDate, Integer> dates = new TreeMap<>();
        trends.forEach(t -> t.points().forEach(p -> dates.put(p.date(), 0)));
        if (dates.size() < 2) {
            return;
        }
        List<String> headers = new ArrayList<>(List.of("Chapitre"));
        dates.keySet().forEach(d -> headers.add(French.date(d)));
        List<List<String>> rows = new ArrayList<>();
        for (Trend trend : trends) {
            List<String> row = new ArrayList<>(List.of(trend.chapter() + " " + trend.title()));
            for (LocalDate date : dates.keySet()) {
                row.add(trend.points().stream()
                        .filter(p -> p.date().equals(date))
                        .reduce((a, b) -> b)
                        .map(ReviewWords::point)
                        .orElse(""));
            }
            rows.add(row);
        }
        page.title(2, "Tendance par chapitre");
        page.paragraph(ReviewWords.TREND + ".");
        page.rows(new Table("", headers, rows));
    }

    private static void agenda(Structure structure, Agenda agenda, RenderOptions options, MarkdownWriter page)
            throws IOException {
        List<HeadLine> certificate = AgendaWords.certificate(structure, agenda);
        if (!certificate.isEmpty()) {
            page.title(2, "Certification");
            for (HeadLine line : certificate) {
                page.item(line.name() + " : " + line.text());
            }
            page.blank();
        }
        deadlines(
                "Échu au " + French.date(agenda.day()) + ", le plus long à refaire d'abord",
                agenda.over(),
                options,
                page);
        LocalDate audit = agenda.plannedAudit();
        if (audit != null) {
            deadlines("Sera échu à l'audit du " + French.date(audit), agenda.beforeAudit(), options, page);
        }
        deadlines("D'ici le " + French.date(agenda.horizon()), agenda.ahead(), options, page);
    }

    private static void deadlines(String title, List<Deadline> all, RenderOptions options, MarkdownWriter page)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int shown = options.detail() ? all.size() : Math.min(LISTED, all.size());
        for (Deadline deadline : all.subList(0, shown)) {
            rows.add(List.of(
                    French.date(deadline.on()),
                    deadline.label() + AgendaWords.specification(deadline),
                    deadline.renewal().toString(),
                    deadline.source() == null ? "" : Words.place(deadline.source())));
        }
        page.table(new Table(
                title + " (" + all.size() + ")", List.of("Jusqu'au", "À refaire", "Temps qu'il faut", "Où"), rows));
        if (shown < all.size()) {
            page.paragraph(Words.others(all.size() - shown) + ".");
        }
    }

    @Override
    public void group(GroupReview group, RenderOptions options, Appendable out) throws IOException {
        MarkdownWriter page = new MarkdownWriter(out);
        page.title(1, group.group().name() + " : revue d'un groupe d'une année sur l'autre");
        for (List<String> lines : group.reviews().stream()
                .map(r -> ResultWords.referential(r.evaluation().referential()))
                .distinct()
                .toList()) {
            for (String line : lines) {
                page.item(line);
            }
        }
        page.item("audit au " + French.date(group.period().end()));
        page.item("établi par cedre " + version + ". " + GroupWords.PURPOSE);
        page.blank();
        page.title(2, "En bref");
        page.paragraph(ReviewWords.headline(group));
        members(group, page);
        for (GroupWork.Outcome<Review> member : group.members()) {
            member(member, options, page);
        }
    }

    private static void members(GroupReview group, MarkdownWriter page) throws IOException {
        List<String> headers = new ArrayList<>(List.of("Dossier", "Nom", "Référence"));
        for (Change change : Change.values()) {
            headers.add(ReviewWords.adjective(change, 2));
        }
        List<List<String>> rows = new ArrayList<>();
        for (GroupWork.Outcome<Review> member : group.members()) {
            Review review = member.value();
            List<String> row = new ArrayList<>(List.of(member.folder()));
            if (review == null) {
                row.add("");
                row.add(member.skipped() ? "non concerné par les types demandés" : "non revu");
            } else {
                row.add(review.evaluation().structure().name());
                row.add(
                        review.reference() == null
                                ? "première revue"
                                : French.date(review.reference().period().end()));
                Map<Change, Integer> counts = review.counts();
                for (Change change : Change.values()) {
                    row.add(Integer.toString(counts.getOrDefault(change, 0)));
                }
            }
            while (row.size() < headers.size()) {
                row.add("");
            }
            rows.add(row);
        }
        page.table(new Table("Membres (" + group.members().size() + ")", headers, rows));
    }

    /** Why a member could not be reviewed, or what got worse in it. */
    private static void member(GroupWork.Outcome<Review> member, RenderOptions options, MarkdownWriter page)
            throws IOException {
        Review review = member.value();
        if (review == null) {
            if (member.error() != null) {
                page.title(2, member.folder());
                page.paragraph("Non revu : " + member.error());
                for (Problem problem : member.problems()) {
                    page.item(Words.place(problem.location()) + " : " + problem.message());
                }
                page.blank();
            }
            return;
        }
        List<GapChange> worse = review.regressions();
        if (worse.isEmpty()) {
            return;
        }
        page.title(2, review.evaluation().structure().name() + " (" + member.folder() + ") : ce qui s'est dégradé");
        int shown = Words.shown(worse.size(), options.detail());
        for (GapChange change : worse.subList(0, shown)) {
            page.item(ReviewWords.adjective(change.change(), 1) + ", "
                    + change.gap().identity().specification() + " ("
                    + change.gap().gravity().code() + ") : " + change.gap().message());
        }
        if (shown < worse.size()) {
            page.item(Words.others(worse.size() - shown));
        }
        page.blank();
    }
}
