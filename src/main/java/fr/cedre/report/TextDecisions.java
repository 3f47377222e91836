package fr.cedre.report;

import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.problem.Location;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Human judgements and non-applicabilities, in force or not: shown even when all is well (contrat § 6). */
final class TextDecisions {

    private static final String JUDGEMENTS = "jugements.csv";

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
            out.paragraph("- ", Style.PLAIN, judgement(fate.judgement()));
            fate(out, fate.applied() ? "retenu" : "ne compte pas", fate.note(), fate.applied());
        }
        for (NonApplicabilityFate fate : declared) {
            out.paragraph("- ", Style.PLAIN, nonApplicability(fate.declared()));
            fate(out, fate.applied() ? "retenue" : "ne compte pas", fate.note(), fate.applied());
        }
    }

    private static void fate(TextLayout out, String verdict, @Nullable String note, boolean applied)
            throws IOException {
        String text = note == null || note.isBlank() ? verdict : verdict + " : " + note;
        out.paragraph("    ", applied ? Style.PLAIN : Style.DOUBT, text);
    }

    private static String judgement(Judgement judgement) {
        StringBuilder text = new StringBuilder(judgement.specification());
        if (judgement.type() != null) {
            text.append(" [").append(judgement.type()).append(']');
        }
        text.append(" : jugement");
        if (judgement.status() != null) {
            text.append(" « ").append(status(judgement.status())).append(" »");
        }
        if (judgement.gravity() != null) {
            text.append(judgement.status() == null ? " de gravité " : ", gravité ")
                    .append(judgement.gravity());
        }
        text.append(judgement.evaluatedOn() == null ? ", sans date" : " du " + French.date(judgement.evaluatedOn()));
        if (judgement.validUntil() != null) {
            text.append(", valable jusqu'au ").append(French.date(judgement.validUntil()));
        }
        Location place = Location.of(JUDGEMENTS, judgement.line());
        return text.append(" (").append(Words.place(place)).append(')').toString();
    }

    private static String status(String code) {
        return switch (code) {
            case "ecart" -> "écart";
            case "a_examiner" -> "à examiner";
            case "sans_objet" -> "sans objet";
            case "point_fort" -> "point fort";
            default -> code;
        };
    }

    private static String nonApplicability(Structure.NonApplicable declared) {
        String until = declared.until() == null ? ", sans échéance" : " jusqu'au " + French.date(declared.until());
        Location place = Location.of(Structure.FILE, declared.line());
        return declared.specification() + " : déclarée sans objet" + until + " (" + Words.place(place) + ")";
    }
}
