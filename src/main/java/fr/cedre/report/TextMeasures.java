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
        long population = 0;
        long covered = 0;
        int met = 0;
        for (Measure m : measures) {
            boolean holds = m.required() >= 0 && m.covered() >= m.required();
            met += holds ? 1 : 0;
            population += m.population();
            covered += m.covered();
            String mark = m.required() < 0 ? "?" : holds ? "█" : "✗";
            out.line(TextLayout.fit(mark + " " + French.object(m.object()), MONTH)
                    + right(Integer.toString(m.population()))
                    + right(Integer.toString(m.covered()))
                    + right(m.required() < 0 ? "?" : Long.toString(m.required()))
                    + right(percent(m.covered(), m.population())));
        }
        out.paragraph(
                "",
                Style.PLAIN,
                "Sur " + French.count(measures.size(), "mois", "mois") + " : seuil tenu " + met
                        + " fois, taux d'ensemble " + percent(covered, population) + ".");
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "-" : part * 100 / whole + " %";
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, NUMBER - TextLayout.width(text))) + text;
    }
}
