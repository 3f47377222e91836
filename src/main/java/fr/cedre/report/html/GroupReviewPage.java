package fr.cedre.report.html;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.group.GroupWork;
import fr.cedre.referential.Referential;
import fr.cedre.report.French;
import fr.cedre.report.ReviewWords;
import fr.cedre.review.Change;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every member of a group.
 *
 * @param frame what surrounds it
 * @param headline the line that matters
 * @param tone of the headline
 * @param tiles counts
 * @param filter by state
 * @param grid members and changes
 * @param members each member
 * @param troubles what could not be read of those that were not reviewed, and of photographs
 */
public record GroupReviewPage(
        Frame frame,
        String headline,
        String tone,
        List<Tile> tiles,
        Filter filter,
        Grid grid,
        List<GroupPage.Member> members,
        List<Trouble> troubles) {

    /** Copies the lists. */
    public GroupReviewPage {
        tiles = List.copyOf(tiles);
        members = List.copyOf(members);
        troubles = List.copyOf(troubles);
    }

    /** The page. */
    static GroupReviewPage of(GroupReview group, String tool) {
        List<GroupPage.Member> members = new ArrayList<>();
        List<Grid.Row> rows = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        for (GroupWork.Outcome<Review> outcome : group.members()) {
            String anchor = "membre-" + (members.size() + 1);
            members.add(member(outcome, anchor));
            rows.add(row(outcome, anchor));
            Review review = outcome.value();
            (review == null ? outcome.problems() : review.problems())
                    .forEach(p -> troubles.add(Heads.trouble(outcome.folder(), p)));
        }
        List<Frame.Anchor> contents = new ArrayList<>();
        Heads.anchor(contents, true, "matrice", "Membres");
        Heads.anchor(contents, true, "membres", "Membre par membre");
        Heads.anchor(contents, !troubles.isEmpty(), "problemes", "Problèmes de lecture");
        return new GroupReviewPage(
                new Frame(
                        "Revue : " + group.group().name(),
                        "Revue d'un groupe d'une année sur l'autre",
                        identity(group),
                        contents,
                        tool),
                ReviewWords.headline(group),
                tone(group),
                tiles(group),
                filter(group),
                new Grid(
                        "changements",
                        "Ce que sont devenus les écarts de chaque membre depuis sa dernière photographie ; un point : aucun.",
                        "Membre",
                        Arrays.stream(Change.values())
                                .map(c ->
                                        new Grid.Column(Badge.of(c).sign() + " " + ReviewWords.adjective(c, 2), "", ""))
                                .toList(),
                        rows),
                members,
                troubles);
    }

    private static List<Frame.Line> identity(GroupReview group) {
        List<Frame.Line> lines = new ArrayList<>();
        lines.add(new Frame.Line(
                "Groupe",
                group.group().name() + " (" + French.count(group.members().size(), "membre") + ")"));
        lines.add(Heads.audit(group.period()));
        Map<String, Referential> referentials = new LinkedHashMap<>();
        group.reviews()
                .forEach(r -> referentials.putIfAbsent(
                        r.evaluation().referential().id(), r.evaluation().referential()));
        referentials.values().forEach(r -> lines.addAll(Heads.referential("Référentiel", r)));
        return lines;
    }

    /** First reviews have gaps, not changes: they do not say that a group got worse. */
    private static String tone(GroupReview group) {
        List<String> tones = group.reviews().stream()
                .filter(r -> r.reference() != null)
                .map(ReviewPage::tone)
                .toList();
        boolean unread = group.members().stream().anyMatch(m -> m.error() != null);
        if (tones.isEmpty()) {
            return unread ? "majeure" : "neutre";
        }
        return unread || tones.contains("majeure")
                ? "majeure"
                : tones.contains("mineure") ? "mineure" : tones.contains("a_examiner") ? "a_examiner" : "conforme";
    }

    private static List<Tile> tiles(GroupReview group) {
        List<Review> compared =
                group.reviews().stream().filter(r -> r.reference() != null).toList();
        List<Tile> tiles = new ArrayList<>();
        if (!compared.isEmpty()) {
            for (Change change : Change.values()) {
                int n = compared.stream().mapToInt(r -> r.of(change).size()).sum();
                tiles.add(new Tile(n == 0 ? "" : Badge.of(change).tone(), n, ReviewWords.adjective(change, n)));
            }
        }
        int first = group.reviews().stream()
                .filter(r -> r.reference() == null)
                .mapToInt(ReviewWords::present)
                .sum();
        if (compared.size() < group.reviews().size()) {
            tiles.add(new Tile("", first, (first < 2 ? "écart" : "écarts") + " en première revue"));
        }
        return tiles;
    }

    private static String state(GroupWork.Outcome<Review> outcome) {
        Review review = outcome.value();
        if (review == null) {
            return outcome.skipped() ? "non-concerne" : "non-lu";
        }
        return review.reference() == null ? "premiere" : review.regressions().isEmpty() ? "tient" : "degrade";
    }

    private static Badge badge(GroupWork.Outcome<Review> outcome) {
        return switch (state(outcome)) {
            case "non-concerne" -> new Badge("sans_objet", "–", "non concerné par les types demandés");
            case "non-lu" -> new Badge("majeure", "✗", "non revu");
            case "premiere" -> new Badge("", "•", "première revue");
            case "degrade" -> new Badge("majeure", "↑", "quelque chose s'est dégradé");
            default -> new Badge("conforme", "✓", "rien ne s'est dégradé");
        };
    }

    private static String tags(GroupWork.Outcome<Review> outcome) {
        Filter.Tags tags = new Filter.Tags().with("etat", state(outcome));
        Review review = outcome.value();
        if (review != null) {
            review.evaluation().types().forEach(t -> tags.with("type", t.code()));
        }
        return tags.toString();
    }

    private static Filter filter(GroupReview group) {
        List<String> met = group.members().stream().map(GroupReviewPage::state).toList();
        return new Filter(
                "groupe",
                "Trier les membres",
                List.of(new Filter.Choice(
                        "etat",
                        "État",
                        "Tous les membres",
                        List.of(
                                        new Filter.Option("degrade", "quelque chose s'est dégradé"),
                                        new Filter.Option("tient", "rien ne s'est dégradé"),
                                        new Filter.Option("premiere", "première revue"),
                                        new Filter.Option("non-lu", "non revu"),
                                        new Filter.Option("non-concerne", "non concerné"))
                                .stream()
                                .filter(o -> met.contains(o.value()))
                                .toList())));
    }

    private static Grid.Row row(GroupWork.Outcome<Review> outcome, String anchor) {
        Review review = outcome.value();
        int width = Change.values().length;
        List<Grid.Cell> cells = new ArrayList<>();
        if (review == null) {
            Badge badge = badge(outcome);
            cells.add(new Grid.Cell(badge.tone(), badge.sign(), List.of(badge.words()), width));
        } else if (review.reference() == null) {
            int n = ReviewWords.present(review);
            cells.add(new Grid.Cell("", "•", List.of("première revue, " + French.count(n, "écart")), width));
        } else {
            for (Change change : Change.values()) {
                int n = review.of(change).size();
                cells.add(new Grid.Cell(n == 0 ? "" : Badge.of(change).tone(), "", n == 0 ? "·" : Integer.toString(n)));
            }
        }
        return new Grid.Row(
                review == null
                        ? outcome.folder()
                        : review.evaluation().structure().name(),
                "",
                anchor,
                tags(outcome),
                null,
                cells);
    }

    private static GroupPage.Member member(GroupWork.Outcome<Review> outcome, String anchor) {
        Review review = outcome.value();
        List<Frame.Line> lines = new ArrayList<>();
        List<GapSheet> sheets = new ArrayList<>();
        String title = outcome.folder();
        String gist = "";
        if (review == null) {
            if (outcome.error() != null) {
                lines.add(new Frame.Line("Pourquoi", outcome.error()));
            }
        } else {
            Evaluation evaluation = review.evaluation();
            title = evaluation.structure().name() + " (" + outcome.folder() + ")";
            gist = ReviewWords.headline(review);
            lines.add(new Frame.Line("Référence", ReviewWords.reference(review)));
            ReviewWords.limits(review).forEach(l -> lines.add(new Frame.Line("Attention", l)));
            ChangeSheets own = new ChangeSheets(review);
            for (Change change : Change.values()) {
                sheets.addAll(own.of(change));
            }
        }
        return new GroupPage.Member(anchor, tags(outcome), title, badge(outcome), gist, lines, sheets);
    }
}
