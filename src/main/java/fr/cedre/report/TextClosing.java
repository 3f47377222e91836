package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Summary;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rate with its formula, what the tool is not, and the line that matters, last. */
final class TextClosing {

    private TextClosing() {}

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        Summary summary = evaluation.summary();
        out.blank();
        if (ClosingWords.checked(evaluation)) {
            out.paragraph("", Style.PLAIN, ClosingWords.rate(summary, evaluation.restricted()));
        }
        out.paragraph("", Style.PLAIN, ClosingWords.purpose(evaluation));
        String toFill = ClosingWords.toFill(evaluation);
        if (!toFill.isEmpty()) {
            out.paragraph("", Style.PLAIN, toFill);
        }
        if (summary.majeures() + summary.mineures() > 0) {
            out.paragraph(
                    "",
                    Style.QUIET,
                    "Pour la suite : cedre plan DOSSIER tient le plan d'actions de ces écarts ; cedre review DOSSIER donne les"
                            + " échéances et, d'une année sur l'autre, ce qui se lève ou persiste.");
        }
        out.blank();
        Style style = summary.majeures() > 0 || evaluation.anyUnusable()
                ? Style.MAJOR
                : summary.mineures() > 0 ? Style.MINOR : Style.TITLE;
        for (String line : lastLines(evaluation, out.width())) {
            out.line(out.styles().apply(style, line));
        }
    }

    /** One line, or two when it is too wide: what to do first then stands alone on the last. */
    private static List<String> lastLines(Evaluation evaluation, int width) {
        List<String> counts = ClosingWords.counts(evaluation);
        Optional<String> first = ClosingWords.firstToDo(evaluation).map(Sanitiser::line);
        String joined = String.join(" · ", counts);
        if (first.isEmpty()) {
            return TextLayout.wrap(joined, width);
        }
        String whole = joined + " · " + first.get();
        if (TextLayout.width(whole) <= width) {
            return List.of(whole);
        }
        List<String> lines = new ArrayList<>(TextLayout.wrap(joined, width));
        lines.add(TextLayout.cut(ClosingWords.capitalised(first.get()), width));
        return lines;
    }
}
