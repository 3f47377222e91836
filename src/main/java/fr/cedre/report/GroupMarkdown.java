package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group for a wiki: who fails, members × chapters, what several share, then the gaps of each member. */
public final class GroupMarkdown implements GroupRenderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public GroupMarkdown(String version) {
        this.version = version;
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        MarkdownWriter page = new MarkdownWriter(out);
        page.title(1, result.group().name() + " : contrôle avant audit d'un groupe");
        head(result, page);
        page.title(2, "En bref");
        page.paragraph(GroupWords.verdict(result) + ".");
        members(result, page);
        for (Referential referential : result.referentials()) {
            matrix(result, referential, page);
        }
        shared(result, page);
        for (GroupResult.Member member : result.members()) {
            member(member, options, page);
        }
    }

    private void head(GroupResult result, MarkdownWriter page) throws IOException {
        for (Referential referential : result.referentials()) {
            for (String line : ResultWords.referential(referential)) {
                page.item(line);
            }
        }
        if (result.referentials().size() > 1) {
            page.item("attention : " + GroupWords.SEVERAL);
        }
        page.item("audit " + HeaderWords.audit(result.period()));
        page.item("règle : " + GroupWords.rule(result));
        page.item("établi par cedre " + version + ". " + GroupWords.PURPOSE);
        page.blank();
    }

    private static void members(GroupResult result, MarkdownWriter page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation == null) {
                String why = member.skipped() ? "non concerné par les types demandés" : "non contrôlé";
                rows.add(List.of(member.folder(), "", why, "", "", "", "", ""));
                continue;
            }
            Summary summary = evaluation.summary();
            rows.add(List.of(
                    member.folder(),
                    member.name(),
                    result.fails(member) ? "en défaut" : "sans défaut",
                    Integer.toString(summary.majeures()),
                    Integer.toString(summary.mineures()),
                    Integer.toString(summary.aExaminer()),
                    Integer.toString(summary.conforme()),
                    summary.settled() == 0 ? "" : summary.ratePercent() + " %"));
        }
        page.table(new Table(
                "Membres (" + result.members().size() + ")",
                List.of("Dossier", "Nom", "Résultat", "Majeurs", "Mineurs", "À examiner", "Conformes", "Taux"),
                rows));
    }

    /** In each cell, gaps then what is to be examined; a chapter without either is settled. */
    private static void matrix(GroupResult result, Referential referential, MarkdownWriter page) throws IOException {
        Map<String, Chapter> used = new LinkedHashMap<>();
        Map<String, Map<String, List<SpecificationResult>>> cells = new LinkedHashMap<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation != null && evaluation.referential().id().equals(referential.id())) {
                Map<String, List<SpecificationResult>> row = new HashMap<>();
                CheckMarkdown.byChapter(evaluation).forEach((chapter, results) -> {
                    row.put(chapter.id(), results);
                    used.put(chapter.id(), chapter);
                });
                cells.put(member.folder(), row);
            }
        }
        List<Chapter> chapters = referential.chapters().stream()
                .filter(c -> used.containsKey(c.id()))
                .toList();
        if (chapters.isEmpty()) {
            return;
        }
        page.title(2, "Membres et chapitres, selon " + referential.id());
        page.paragraph("Dans chaque case : ✗ spécifications en écart, ? à examiner, █ conformes.");
        List<String> headers = new ArrayList<>(List.of("Dossier"));
        chapters.forEach(c -> headers.add(c.id() + " " + c.title()));
        List<List<String>> rows = new ArrayList<>();
        cells.forEach((folder, row) -> {
            List<String> line = new ArrayList<>(List.of(folder));
            chapters.forEach(c -> line.add(cell(row.getOrDefault(c.id(), List.of()))));
            rows.add(line);
        });
        page.rows(new Table("", headers, rows));
    }

    private static String cell(List<SpecificationResult> results) {
        Map<Status, Integer> counts = CheckMarkdown.counts(results);
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Status, String> sign : List.of(
                Map.entry(Status.ECART, "✗"), Map.entry(Status.A_EXAMINER, "?"), Map.entry(Status.CONFORME, "█"))) {
            int n = counts.getOrDefault(sign.getKey(), 0);
            if (n > 0) {
                parts.add(sign.getValue() + " " + n);
            }
        }
        return results.isEmpty() ? "" : parts.isEmpty() ? "sans objet" : String.join(" · ", parts);
    }

    private static void shared(GroupResult result, MarkdownWriter page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (GroupResult.Shared shared : result.shared()) {
            rows.add(List.of(
                    shared.id() + " " + shared.title(),
                    shared.gravity() == Gravity.MAJEURE ? "majeure" : "mineure",
                    shared.folders().size() + " sur " + result.concerned().size(),
                    String.join(", ", shared.folders())));
        }
        page.table(new Table(
                "À mutualiser : écarts partagés par plusieurs membres (" + rows.size() + ")",
                List.of("Spécification", "Gravité", "Membres", "Lesquels"),
                rows));
    }

    private static void member(GroupResult.Member member, RenderOptions options, MarkdownWriter page)
            throws IOException {
        Evaluation evaluation = member.evaluation();
        if (member.skipped()) {
            return;
        }
        page.title(2, evaluation == null ? member.folder() : member.name() + " (" + member.folder() + ")");
        List<Problem> problems = evaluation == null ? member.problems() : evaluation.problems();
        if (evaluation == null) {
            page.paragraph("Non contrôlé : " + member.error());
        } else {
            page.paragraph(String.join(" · ", ClosingWords.counts(evaluation)) + ".");
        }
        boolean any = false;
        for (Problem problem : problems) {
            if (evaluation == null || problem.unusable() || options.detail()) {
                page.item(Words.place(problem.location()) + " : " + problem.message());
                any = true;
            }
        }
        if (any) {
            page.blank();
        }
        if (evaluation != null) {
            CheckMarkdown.gaps(evaluation, 3, options, page);
        }
    }
}
