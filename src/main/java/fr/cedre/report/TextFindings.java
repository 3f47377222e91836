package fr.cedre.report;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings under the specification they belong to: fact, place in the folder, measure, exact remedy. */
public final class TextFindings {

    /** Object of the finding that counts those a check did not list (see {@code CheckRun.close}); it comes last, whatever the sort. */
    private static final String NOT_LISTED = CheckRun.REST;

    private TextFindings() {}

    /** Specifications with a gap, major ones first. */
    static void gaps(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        gaps(evaluation, Gravity.MAJEURE, "Écarts majeurs", Style.MAJOR, options, out);
        gaps(evaluation, Gravity.MINEURE, "Écarts mineurs", Style.MINOR, options, out);
    }

    /** The specifications whose gap has a gravity; a gap without gravity is counted as minor, as in the summary. */
    public static List<SpecificationResult> gaps(Evaluation evaluation, Gravity gravity) {
        return Words.results(evaluation).stream()
                .filter(r -> r.status() == Status.ECART)
                .filter(r -> (r.gravity() == Gravity.MAJEURE) == (gravity == Gravity.MAJEURE))
                .toList();
    }

    private static void gaps(
            Evaluation evaluation, Gravity gravity, String title, Style style, RenderOptions options, TextLayout out)
            throws IOException {
        List<SpecificationResult> gaps = gaps(evaluation, gravity);
        if (gaps.isEmpty()) {
            return;
        }
        out.section(title + " (" + gaps.size() + ")");
        boolean first = true;
        for (SpecificationResult result : gaps) {
            if (!first) {
                out.blank();
            }
            first = false;
            out.paragraph("✗ ", style, Words.heading(result));
            if (result.judgement() != null && result.judgement().gravity() != null) {
                out.paragraph(
                        "  ",
                        Style.PLAIN,
                        "gravité requalifiée par un jugement : "
                                + result.judgement().gravity());
            }
            List<Finding> findings = result.findings(Level.ECART);
            if (findings.isEmpty() && result.reason() != null) {
                out.paragraph("  - ", Style.PLAIN, result.reason());
            }
            write(findings, gravity, options, out);
            unverified(result.findings(Level.A_EXAMINER), options, out);
        }
    }

    /** A gap does not hide that other checks of the specification could not be made. */
    private static void unverified(List<Finding> findings, RenderOptions options, TextLayout out) throws IOException {
        if (options.detail()) {
            for (Finding finding : findings) {
                out.paragraph("  ? ", Style.DOUBT, finding.message());
            }
        } else if (!findings.isEmpty()) {
            out.paragraph(
                    "  ? ",
                    Style.DOUBT,
                    French.count(
                                    findings.size(),
                                    "autre contrôle n'a pu être fait",
                                    "autres contrôles n'ont pu être faits")
                            + " (--detail pour tout voir)");
        }
    }

    /** A section with the findings of one level, whatever the status of the specification. */
    static TextReport.Section of(Level level, String title, String sign, Style style) {
        return (evaluation, options, out) -> {
            List<SpecificationResult> results = Words.results(evaluation).stream()
                    .filter(r -> !r.findings(level).isEmpty())
                    .filter(r -> level != Level.PISTE_DE_PROGRES || r.position() == null)
                    .toList();
            if (results.isEmpty()) {
                return;
            }
            int total = results.stream().mapToInt(r -> r.findings(level).size()).sum();
            out.section(title + " (" + total + ")");
            for (SpecificationResult result : results) {
                out.paragraph(sign, style, Words.heading(result));
                write(result.findings(level), null, options, out);
            }
        };
    }

    /** Findings of one specification, similar ones together. */
    static void write(List<Finding> findings, @Nullable Gravity usual, RenderOptions options, TextLayout out)
            throws IOException {
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byCheck.computeIfAbsent(finding.check(), key -> new ArrayList<>()).add(finding);
        }
        for (List<Finding> all : byCheck.values()) {
            List<Finding> similar =
                    all.stream().filter(f -> !f.object().equals(NOT_LISTED)).toList();
            int shown = Words.shown(similar.size(), options.detail());
            for (int i = 0; i < shown; i++) {
                Finding finding = similar.get(i);
                out.paragraph("  - ", Style.PLAIN, finding.message() + gravity(finding, usual));
                String trace = trace(finding);
                if (!trace.isEmpty()) {
                    out.paragraph("    ", Style.QUIET, trace);
                }
                // The same remedy is said once, after the last finding that calls for it.
                boolean last = i == shown - 1;
                if (last && shown < similar.size()) {
                    out.paragraph("  - ", Style.PLAIN, Words.others(similar.size() - shown));
                }
                if (!finding.advice().isBlank()
                        && (last || !finding.advice().equals(similar.get(i + 1).advice()))) {
                    out.paragraph("  → ", Style.PLAIN, finding.advice());
                }
            }
            for (Finding rest : all) {
                if (rest.object().equals(NOT_LISTED)) {
                    out.paragraph("  - ", Style.PLAIN, rest.message());
                }
            }
        }
    }

    /** Said only when it differs from the title above. */
    private static String gravity(Finding finding, @Nullable Gravity usual) {
        if (usual == null || finding.gravity() == null || finding.gravity() == usual) {
            return "";
        }
        return finding.gravity() == Gravity.MAJEURE ? " (proposé majeur)" : " (proposé mineur)";
    }

    /** {@code registres/missions.csv:247 ; mesure : 31 jours ; seuil : 30 jours}: where it stands and what was measured, or nothing. */
    public static String trace(Finding finding) {
        List<String> parts = new ArrayList<>();
        // A message about a whole file already names it.
        if (finding.source() != null
                && (finding.source().line() != null
                        || !finding.message().contains(finding.source().file()))) {
            parts.add(Words.place(finding.source()));
        }
        if (finding.measure() != null) {
            parts.add("mesure : " + finding.measure());
        }
        if (finding.threshold() != null) {
            parts.add("seuil : " + finding.threshold());
        }
        return String.join(" ; ", parts);
    }
}
