package fr.cedre.report;

import fr.cedre.check.Position;
import fr.cedre.check.Scale;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Part;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the structure places itself, objective by objective, and what it chose to improve: a picture, never a verdict. */
final class TextPicture {

    private static final int ID = 10;
    private static final int LEVELS = 12;

    private TextPicture() {}

    /** The results of objectives that people assess. */
    static List<SpecificationResult> assessed(Evaluation evaluation) {
        return evaluation.results().stream()
                .filter(r -> r.specification().selfAssessed())
                .toList();
    }

    /** The results among them that have a level. */
    static List<SpecificationResult> placed(Evaluation evaluation) {
        return assessed(evaluation).stream().filter(r -> r.position() != null).toList();
    }

    /** Those whose target is above the level, the furthest first, then in the order of the referential. */
    static List<SpecificationResult> toImprove(Evaluation evaluation) {
        List<SpecificationResult> all = new ArrayList<>();
        for (SpecificationResult result : placed(evaluation)) {
            if (result.position() != null && result.position().toImprove()) {
                all.add(result);
            }
        }
        all.sort(Comparator.comparingInt((SpecificationResult r) -> -distance(r)));
        return all;
    }

    private static int distance(SpecificationResult result) {
        Position position = result.position();
        return position == null ? 0 : position.target() - position.retained();
    }

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<SpecificationResult> placed = placed(evaluation);
        if (placed.isEmpty()) {
            return;
        }
        out.section("Photographie de l'auto-évaluation ("
                + French.count(placed.size(), "objectif situé", "objectifs situés") + " sur "
                + assessed(evaluation).size() + ", sans verdict)");
        scales(placed, out);
        out.paragraph("", Style.QUIET, "█ atteint, ▒ visé ; « 2 → 3 » : du niveau retenu au niveau visé.");
        Map<String, SpecificationResult> byId = new HashMap<>();
        placed.forEach(r -> byId.putIfAbsent(r.specification().id(), r));
        Part part = null;
        for (Chapter chapter : evaluation.referential().chapters()) {
            List<SpecificationResult> inside = chapter.specifications().stream()
                    .filter(s -> byId.containsKey(s.id()))
                    .map(s -> byId.getOrDefault(s.id(), placed.get(0)))
                    .toList();
            if (inside.isEmpty()) {
                continue;
            }
            if (chapter.part() != null && !chapter.part().equals(part)) {
                part = chapter.part();
                out.blank();
                out.paragraph(TextLayout.fit(part.id(), 5), Style.TITLE, part.title());
            }
            out.paragraph("  " + TextLayout.fit(chapter.id(), ID - 2), Style.PLAIN, chapter.title());
            for (SpecificationResult result : inside) {
                row(result, options, out);
            }
        }
    }

    private static void scales(List<SpecificationResult> placed, TextLayout out) throws IOException {
        List<Scale> scales = placed.stream()
                .map(SpecificationResult::position)
                .flatMap(p -> java.util.stream.Stream.ofNullable(p))
                .map(Position::scale)
                .distinct()
                .toList();
        for (Scale scale : scales) {
            out.paragraph(
                    "Échelle : ",
                    Style.QUIET,
                    scale.steps().stream().map(s -> s.code() + " " + s.title()).collect(Collectors.joining(" · "))
                            + ". Niveau retenu : celui du milieu ; le plus bas des deux quand les voix sont en nombre pair.");
        }
    }

    private static void row(SpecificationResult result, RenderOptions options, TextLayout out) throws IOException {
        Position position = result.position();
        if (position == null) {
            return;
        }
        int top = position.scale().steps().size() - 1;
        int room = out.width() - 4 - ID - LEVELS - 8;
        StringBuilder line = new StringBuilder("    ");
        line.append(TextLayout.fit(Sanitiser.line(result.specification().id()), ID));
        line.append(TextLayout.fit(Sanitiser.line(result.specification().title()), room))
                .append("  ");
        String bar = "█".repeat(Math.min(8, position.retained()))
                + (position.target() > position.retained()
                        ? "▒".repeat(Math.min(8, position.target() - position.retained()))
                        : "");
        line.append(TextLayout.fit(bar + "·".repeat(Math.max(0, Math.min(8, top) - bar.length())), 9));
        line.append(position.scale().step(position.retained()).code());
        if (position.target() >= 0) {
            line.append(" → ").append(position.scale().step(position.target()).code());
        }
        out.line(line.toString());
        boolean apart = position.highest() != position.lowest();
        if (options.detail() || apart) {
            out.paragraph(
                    " ".repeat(4 + ID) + "voix : ",
                    Style.QUIET,
                    position.voices().stream()
                            .map(v -> v.name() + " "
                                    + position.scale().step(v.rank()).code())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** What the structure chose to improve, with what to do and what to look at. */
    static void plan(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<SpecificationResult> plan = toImprove(evaluation);
        if (plan.isEmpty()) {
            return;
        }
        out.section("Plan de progrès (" + French.count(plan.size(), "objectif choisi", "objectifs choisis") + ")");
        for (SpecificationResult result : plan) {
            Position position = result.position();
            if (position == null) {
                continue;
            }
            out.paragraph(
                    "+ ",
                    Style.PLAIN,
                    result.specification().id() + " " + result.specification().title() + " : du niveau "
                            + position.scale().step(position.retained()).code() + " au niveau "
                            + position.scale().step(position.target()).code());
            out.paragraph("  → ", Style.PLAIN, result.specification().advice());
            if (options.detail()) {
                out.paragraph(
                        "    viser : ",
                        Style.QUIET,
                        position.scale().step(position.target()).text());
                for (String indicator : result.specification().indicators()) {
                    out.paragraph("    regarder : ", Style.QUIET, indicator);
                }
            }
        }
    }
}
