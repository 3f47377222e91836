package fr.cedre.report;

import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What neither a gap nor a measure settles: files to bring, then questions for the auditor. */
final class TextOpen {

    private static final int LINES = 2;

    private TextOpen() {}

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<SpecificationResult> open = Words.results(evaluation).stream()
                .filter(r -> r.status() == Status.A_EXAMINER)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        int numbered = evaluation.summary().aExaminer();
        String scope = open.size() > numbered ? ", et " + (open.size() - numbered) + " sur le champ" : "";
        out.section("Reste à examiner (" + numbered + scope + ")");
        if (options.detail()) {
            for (SpecificationResult result : open) {
                inFull(result, options, out);
            }
        } else {
            inShort(OpenItems.of(evaluation), out);
        }
        boolean assessed = open.stream().anyMatch(r -> r.specification().selfAssessed());
        if (assessed && TextPicture.placed(evaluation).isEmpty()) {
            out.paragraph(
                    "→ ",
                    Style.PLAIN,
                    "Pour commencer, créez autoevaluation.csv : une ligne par objectif et par voix, avec les colonnes objectif, voix,"
                            + " niveau, cible, commentaire, preuves, evalue_le. « cedre list "
                            + evaluation.referential().id()
                            + " » donne les objectifs, « cedre explain » en détaille un.");
            return;
        }
        if (open.stream().allMatch(r -> r.specification().selfAssessed())) {
            out.paragraph("→ ", Style.PLAIN, "Ajoutez une ligne par voix dans autoevaluation.csv.");
            return;
        }
        out.paragraph(
                "→ ",
                Style.PLAIN,
                "Un registre fourni ou corrigé, ou un jugement noté dans jugements.csv, tranche ces points.");
    }

    private static void inFull(SpecificationResult result, RenderOptions options, TextLayout out) throws IOException {
        out.paragraph("? ", Style.DOUBT, Words.heading(result));
        if (result.reason() != null) {
            out.paragraph("    ", Style.PLAIN, result.reason());
        }
        TextFindings.write(result.findings(Level.A_EXAMINER), null, options, out);
        if (!result.evidence().isEmpty()) {
            out.paragraph("    ", Style.QUIET, "preuves : " + String.join(", ", result.evidence()));
        }
    }

    private static void inShort(OpenItems items, TextLayout out) throws IOException {
        for (Map.Entry<String, List<SpecificationResult>> entry :
                items.byAbsentFile().entrySet()) {
            out.paragraph(
                    "? ",
                    Style.PLAIN,
                    OpenItems.name(entry.getKey()) + " absent : "
                            + entry.getValue().stream().map(Words::label).collect(Collectors.joining(", ")));
        }
        for (Map.Entry<String, List<SpecificationResult>> entry :
                items.byReason().entrySet()) {
            String reason = entry.getKey();
            List<SpecificationResult> results = entry.getValue();
            if (results.size() == 1 || reason.isEmpty()) {
                for (SpecificationResult result : results) {
                    String title = Words.title(result);
                    out.paragraph("? ", Style.PLAIN, reason.isEmpty() ? title : title + " : " + reason, LINES);
                }
            } else {
                out.paragraph("? ", Style.PLAIN, reason, LINES);
                for (SpecificationResult result : results) {
                    out.paragraph("  - ", Style.PLAIN, Words.title(result), 1);
                }
            }
        }
    }
}
