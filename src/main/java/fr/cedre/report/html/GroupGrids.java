package fr.cedre.report.html;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.group.GroupResult;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.report.DiffWords;
import fr.cedre.report.French;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members and chapters: where each member stands in each chapter, by the worst of its specifications. */
final class GroupGrids {

    private static final String HOW =
            "Chaque case dit le pire état du chapitre, puis les comptes ; un point : rien n'y a été contrôlé.";

    private GroupGrids() {}

    /** One grid for each referential; members that could not be checked stand in the first. */
    static List<Grid> of(GroupResult result, Map<String, String> anchors) {
        List<Grid> grids = new ArrayList<>();
        List<Referential> referentials = result.referentials();
        for (Referential referential : referentials) {
            grids.add(grid(result, referential, anchors, grids.isEmpty(), referentials.size() > 1));
        }
        if (grids.isEmpty()) {
            List<Grid.Row> rows = new ArrayList<>();
            result.members().forEach(m -> rows.add(unread(result, m, anchors, 1)));
            grids.add(new Grid(
                    "matrice-1",
                    "Aucun membre n'a pu être contrôlé.",
                    "Membre",
                    List.of(new Grid.Column("État", "", "")),
                    rows));
        }
        return grids;
    }

    private static Grid grid(
            GroupResult result, Referential referential, Map<String, String> anchors, boolean first, boolean several) {
        List<Chapter> chapters = referential.chapters();
        boolean scope = result.members().stream()
                .anyMatch(m -> m.evaluation() != null
                        && m.evaluation().referential().id().equals(referential.id())
                        && !m.evaluation().scope().isEmpty());
        List<Grid.Column> columns = new ArrayList<>();
        if (scope) {
            columns.add(new Grid.Column("Champ", "", ""));
        }
        chapters.forEach(c -> columns.add(new Grid.Column(c.id(), c.title(), "")));
        List<Grid.Row> rows = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation == null) {
                if (first) {
                    rows.add(unread(result, member, anchors, columns.size()));
                }
            } else if (evaluation.referential().id().equals(referential.id())) {
                rows.add(row(result, member, evaluation, anchors, scope));
            }
        }
        return new Grid(
                "matrice-" + referential.id().replaceAll("[^A-Za-z0-9-]", "_"),
                (several ? "Membres contrôlés selon " + referential.id() + ". " : "") + HOW,
                "Membre",
                columns,
                rows);
    }

    private static Grid.Row unread(
            GroupResult result, GroupResult.Member member, Map<String, String> anchors, int width) {
        Badge badge = GroupPage.badge(result, member);
        return new Grid.Row(
                member.name(),
                "",
                anchors.get(member.folder()),
                GroupPage.tags(result, member),
                null,
                List.of(new Grid.Cell(badge.tone(), badge.sign(), List.of(badge.words()), width)));
    }

    private static Grid.Row row(
            GroupResult result,
            GroupResult.Member member,
            Evaluation evaluation,
            Map<String, String> anchors,
            boolean scope) {
        Map<String, Integer> places = new HashMap<>();
        List<List<SpecificationResult>> byChapter = new ArrayList<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            chapter.specifications().forEach(s -> places.put(s.id(), byChapter.size()));
            byChapter.add(new ArrayList<>());
        }
        for (SpecificationResult one : evaluation.results()) {
            Integer place = places.get(one.specification().id());
            if (place != null) {
                byChapter.get(place).add(one);
            }
        }
        List<Grid.Cell> cells = new ArrayList<>();
        if (scope) {
            cells.add(cell(evaluation.scope()));
        }
        byChapter.forEach(some -> cells.add(cell(some)));
        return new Grid.Row(
                member.name(),
                DiffWords.types(evaluation.types()),
                anchors.get(member.folder()),
                GroupPage.tags(result, member),
                null,
                cells);
    }

    /** The worst state, then the counts in words. */
    private static Grid.Cell cell(List<SpecificationResult> results) {
        if (results.isEmpty()) {
            return new Grid.Cell("", "", "·");
        }
        int majors = 0;
        int minors = 0;
        int open = 0;
        int met = 0;
        int placed = 0;
        for (SpecificationResult one : results) {
            boolean major = one.gravity() == Gravity.MAJEURE;
            majors += one.status() == Status.ECART && major ? 1 : 0;
            minors += one.status() == Status.ECART && !major ? 1 : 0;
            open += one.status() == Status.A_EXAMINER ? 1 : 0;
            boolean self = one.specification().selfAssessed();
            met += one.status() == Status.CONFORME && !self ? 1 : 0;
            placed += one.status() == Status.CONFORME && self ? 1 : 0;
        }
        List<String> words = new ArrayList<>();
        if (majors > 0) {
            words.add(French.count(majors, "majeur"));
        }
        if (minors > 0) {
            words.add(French.count(minors, "mineur"));
        }
        if (open > 0) {
            words.add(open + " à examiner");
        }
        if (placed > 0) {
            words.add(French.count(placed, "situé"));
        }
        if (words.isEmpty() && met > 0) {
            words.add(French.count(met, "conforme"));
        }
        Status worst = majors + minors > 0
                ? Status.ECART
                : open > 0 ? Status.A_EXAMINER : met + placed > 0 ? Status.CONFORME : Status.SANS_OBJET;
        Badge badge = Badge.of(worst, majors > 0 ? Gravity.MAJEURE : Gravity.MINEURE);
        return new Grid.Cell(badge.tone(), badge.sign(), words.isEmpty() ? List.of(badge.words()) : words, 1);
    }
}
