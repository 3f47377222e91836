package fr.cedre.report;

import fr.cedre.check.Measure;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.List;

/** The monthly tables of § 6.1 G: persons concerned, covered, needed; shown with {@code --detail}. */
final class TextMeasures {

    private static final int MONTH = 18;
    private static final int NUMBER = 10;

    private TextMeasures() {}

    static void write(Evaluation evaluation, TextLayout out) throws IOException {
        for (SpecificationResult result : Words.results(evaluation)) {
            if (!result.measures().isEmpty()) {
                table(result, out);
            }
        }
    }

    private static void table(SpecificationResult result, TextLayout out) throws IOException {
        List<Measure> measures = result.measures();
        out.section("Mois par mois : " + Words.title(result));
        out.paragraph(
                "",
                Style.QUIET,
                "Effectif tiré de " + measures.get(0).source()
                        + " ; engagés : salariés sous engagement signé en vigueur.");
        out.line(TextLayout.fit("  mois", MONTH)
                + right("effectif")
                + right("engagés")
                + right("requis")
                + right("taux"));
        for (Measure m : measures) {
            String mark = switch (MonthWords.state(result, m)) {
                case CONFORME -> "█";
                case ECART -> "✗";
                case A_EXAMINER, SANS_OBJET -> "?";
            };
            out.line(TextLayout.fit(mark + " " + French.object(m.object()), MONTH)
                    + right(Integer.toString(m.population()))
                    + right(Integer.toString(m.covered()))
                    + right(m.required() < 0 ? "?" : Long.toString(m.required()))
                    + right(MonthWords.percent(m.covered(), m.population())));
        }
        out.paragraph("", Style.PLAIN, MonthWords.summary(result));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, NUMBER - TextLayout.width(text))) + text;
    }
}
