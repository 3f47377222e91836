package fr.cedre.report;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Human judgements and non-applicabilities, in force or not: shown even when all is well (contrat § 6). */
final class TextDecisions {

    private TextDecisions() {}

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<JudgementFate> judgements = evaluation.judgements();
        List<NonApplicabilityFate> declared = evaluation.nonApplicabilities();
        if (judgements.isEmpty() && declared.isEmpty()) {
            return;
        }
        List<String> counts = new ArrayList<>();
        if (!judgements.isEmpty()) {
            counts.add(French.count(judgements.size(), "jugement"));
        }
        if (!declared.isEmpty()) {
            counts.add(French.count(declared.size(), "non-applicabilité"));
        }
        out.section("Décisions humaines (" + French.list(counts) + ")");
        for (JudgementFate fate : judgements) {
            out.paragraph("- ", Style.PLAIN, DecisionWords.judgement(fate.judgement()));
            fate(out, fate.applied() ? "retenu" : "ne compte pas", fate.note(), fate.applied());
        }
        for (NonApplicabilityFate fate : declared) {
            out.paragraph("- ", Style.PLAIN, DecisionWords.nonApplicability(fate.declared()));
            fate(out, fate.applied() ? "retenue" : "ne compte pas", fate.note(), fate.applied());
        }
    }

    private static void fate(TextLayout out, String verdict, @Nullable String note, boolean applied)
            throws IOException {
        String text = note == null || note.isBlank() ? verdict : verdict + " : " + note;
        out.paragraph("    ", applied ? Style.PLAIN : Style.DOUBT, text);
    }
}
