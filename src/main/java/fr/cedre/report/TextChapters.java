package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Part;
import fr.cedre.referential.Specification;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line per chapter: a bar and the count of each status, aligned. */
final class TextChapters {

    private static final int BAR = 12;
    private static final int MIN_ID = 5;
    private static final int MAX_ID = 9;
    private static final int COUNT = 5;

    private TextChapters() {}

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        Map<String, List<SpecificationResult>> byChapter = byChapter(evaluation);
        if (byChapter.isEmpty()) {
            return;
        }
        out.section("Synthèse par chapitre");
        int id = evaluation.referential().chapters().stream()
                .filter(c -> byChapter.containsKey(c.id()))
                .mapToInt(c -> TextLayout.width(c.id()) + 1)
                .max()
                .orElse(MIN_ID);
        int column = Math.max(MIN_ID, Math.min(MAX_ID, id));
        int room = out.width() - column - 1 - BAR - Status.values().length * COUNT;
        StringBuilder heads = new StringBuilder(TextLayout.fit(legend(), out.width() - Status.values().length * COUNT));
        for (Status status : Status.values()) {
            heads.append(" ".repeat(COUNT - 1)).append(out.styles().apply(style(status), sign(status)));
        }
        out.line(heads.toString());
        List<SpecificationResult> all = new ArrayList<>();
        if (!evaluation.scope().isEmpty()) {
            row(out, column, room, "", "Champ du référentiel (hors taux)", evaluation.scope());
        }
        Part part = null;
        for (Chapter chapter : evaluation.referential().chapters()) {
            List<SpecificationResult> results = byChapter.getOrDefault(chapter.id(), List.of());
            if (!results.isEmpty()) {
                if (chapter.part() != null && !chapter.part().equals(part)) {
                    part = chapter.part();
                    out.paragraph("", Style.TITLE, part.title());
                }
                row(out, column, room, chapter.id(), chapter.title(), results);
                all.addAll(results);
            }
        }
        row(out, column, room, "", "Total des chapitres", all);
    }

    private static Map<String, List<SpecificationResult>> byChapter(Evaluation evaluation) {
        Map<String, String> chapterOf = new HashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            for (Specification specification : chapter.specifications()) {
                chapterOf.put(specification.id(), chapter.id());
            }
        }
        Map<String, List<SpecificationResult>> byChapter = new HashMap<>();
        for (SpecificationResult result : evaluation.results()) {
            if (result.specification().selfAssessed()) {
                continue; // positioned, not judged: see the picture
            }
            String chapter = chapterOf.getOrDefault(result.specification().id(), "");
            byChapter.computeIfAbsent(chapter, key -> new ArrayList<>()).add(result);
        }
        return byChapter;
    }

    private static String legend() {
        return "█ conforme  ✗ écart  ? à examiner  · sans objet";
    }

    private static void row(
            TextLayout out, int column, int room, String id, String title, List<SpecificationResult> results)
            throws IOException {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (SpecificationResult result : results) {
            counts.merge(result.status(), 1, Integer::sum);
        }
        StringBuilder line = new StringBuilder();
        line.append(TextLayout.fit(Sanitiser.line(id), column));
        line.append(TextLayout.fit(Sanitiser.line(title), room)).append(' ');
        Map<Status, Integer> cells = cells(counts, results.size());
        for (Status status : Status.values()) {
            int n = cells.getOrDefault(status, 0);
            line.append(out.styles().apply(style(status), sign(status).repeat(n)));
        }
        line.append(" "
                .repeat(BAR
                        - cells.values().stream().mapToInt(Integer::intValue).sum()));
        for (Status status : Status.values()) {
            String count = Integer.toString(counts.getOrDefault(status, 0));
            line.append(" ".repeat(COUNT - count.length())).append(count);
        }
        out.line(line.toString());
    }

    /** Shares the bar; a status that occurs always keeps one cell, the most frequent ones give it. */
    static Map<Status, Integer> cells(Map<Status, Integer> counts, int total) {
        Map<Status, Integer> cells = new EnumMap<>(Status.class);
        if (total == 0) {
            return cells;
        }
        counts.forEach((status, n) -> cells.put(status, Math.max(1, Math.round((float) n * BAR / total))));
        int excess = cells.values().stream().mapToInt(Integer::intValue).sum() - BAR;
        while (excess != 0) {
            Status largest = cells.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            int step = Integer.signum(excess);
            cells.merge(largest, -step, Integer::sum);
            excess -= step;
        }
        return cells;
    }

    private static String sign(Status status) {
        return switch (status) {
            case CONFORME -> "█";
            case ECART -> "✗";
            case A_EXAMINER -> "?";
            case SANS_OBJET -> "·";
        };
    }

    private static Style style(Status status) {
        return switch (status) {
            case CONFORME -> Style.GOOD;
            case ECART -> Style.MINOR;
            case A_EXAMINER -> Style.DOUBT;
            case SANS_OBJET -> Style.QUIET;
        };
    }
}
