package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What correspondences brought: proofs given for one specification that serve another, and what one referential alone asks for. */
final class TextReuse {

    private TextReuse() {}

    /** Proofs taken up. */
    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<SpecificationResult> reused = Words.results(evaluation).stream()
                .filter(r -> !r.reused().isEmpty())
                .toList();
        if (reused.isEmpty()) {
            return;
        }
        out.section("Preuves reprises par correspondance ("
                + French.count(reused.size(), "spécification", "spécifications") + ")");
        out.paragraph(
                "",
                Style.QUIET,
                "Une preuve donnée pour une spécification sert aussi celle qu'elle couvre, d'après les correspondances écrites"
                        + " entre les deux référentiels.");
        int shown = Words.shown(reused.size(), options.detail());
        for (SpecificationResult result : reused.subList(0, shown)) {
            Map<String, TreeSet<String>> byOrigin = new LinkedHashMap<>();
            result.reused()
                    .forEach(r -> byOrigin.computeIfAbsent(
                                    r.specification() + " de " + r.referential(), k -> new TreeSet<>())
                            .add(r.evidence()));
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    Words.label(result) + " : "
                            + byOrigin.entrySet().stream()
                                    .map(e -> String.join(", ", e.getValue()) + " (citée pour " + e.getKey() + ")")
                                    .collect(Collectors.joining(" ; ")));
        }
        Words.others(reused.size() - shown, out);
    }

    /** What one of the referentials put together asks for and the others do not. */
    static void alone(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        Map<String, List<SpecificationResult>> byReferential = evaluation.results().stream()
                .filter(r -> evaluation.unmatched().contains(r.specification().id()))
                .collect(Collectors.groupingBy(
                        r -> r.specification().source().referential(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<SpecificationResult>> entry : byReferential.entrySet()) {
            out.section("Ce que seul " + entry.getKey() + " demande ("
                    + entry.getValue().size() + ")");
            for (SpecificationResult result : entry.getValue()) {
                out.paragraph(
                        sign(result.status()),
                        result.status() == Status.ECART ? Style.MINOR : Style.PLAIN,
                        Words.title(result) + " : " + word(result.status()));
            }
        }
    }

    private static String sign(Status status) {
        return switch (status) {
            case CONFORME -> "█ ";
            case ECART -> "✗ ";
            case A_EXAMINER -> "? ";
            case SANS_OBJET -> "· ";
        };
    }

    private static String word(Status status) {
        return switch (status) {
            case CONFORME -> "conforme";
            case ECART -> "écart";
            case A_EXAMINER -> "à examiner";
            case SANS_OBJET -> "sans objet";
        };
    }
}
