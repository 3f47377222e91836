package fr.cedre.report;

import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.check.Position;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.referential.Chapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cedre check} for a wiki or an issue: gaps first, then what is left to be examined, then every specification in a table. */
public final class CheckMarkdown implements Renderer {

    private final String version;

    /** A page signed by a version of cedre. */
    public CheckMarkdown(String version) {
        this.version = version;
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        MarkdownWriter page = new MarkdownWriter(out);
        boolean checked = ClosingWords.checked(evaluation);
        page.title(1, evaluation.structure().name() + " : " + (checked ? "contrôle avant audit" : "auto-évaluation"));
        head(evaluation, page);
        page.title(2, "En bref");
        page.paragraph(String.join(" · ", ClosingWords.counts(evaluation)) + ".");
        if (checked) {
            page.paragraph(ClosingWords.rate(evaluation.summary(), evaluation.restricted()));
        }
        problems(evaluation, options, page);
        chapters(evaluation, page);
        positions(evaluation, page);
        gaps(evaluation, 2, options, page);
        open(evaluation, options, page);
        others(evaluation, Level.POINT_SENSIBLE, "Points sensibles", options, page);
        others(evaluation, Level.PISTE_DE_PROGRES, "Pistes de progrès", options, page);
        others(evaluation, Level.POINT_FORT, "Points forts", options, page);
        every(evaluation, page);
        decisions(evaluation, page);
    }

    private void head(Evaluation evaluation, MarkdownWriter page) throws IOException {
        for (String line : ResultWords.referential(evaluation.referential())) {
            page.item(line);
        }
        page.item("structure : " + HeaderWords.structure(evaluation.structure()));
        page.item("audit " + HeaderWords.audit(evaluation.period()));
        if (evaluation.restricted()) {
            page.item("attention : " + HeaderWords.restricted(evaluation));
        }
        page.item("établi par cedre " + version + ". " + ClosingWords.purpose(evaluation));
        page.blank();
    }

    /** What could not be read; the reader's own choices only in detail. */
    private static void problems(Evaluation evaluation, RenderOptions options, MarkdownWriter page) throws IOException {
        List<Problem> shown = evaluation.problems().stream()
                .filter(p -> p.severity() != Severity.INFORMATION || options.detail())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.title(2, "Problèmes de lecture (" + shown.size() + ")");
        int n = Words.shown(shown.size(), options.detail());
        for (Problem problem : shown.subList(0, n)) {
            page.item(problem.severity().code() + ", " + Words.place(problem.location()) + " : " + problem.message());
        }
        more(0, shown.size() - n, page);
        page.blank();
    }

    /** The number of each status by chapter; objectives where people place themselves have no verdict and are elsewhere. */
    private static void chapters(Evaluation evaluation, MarkdownWriter page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        if (!evaluation.scope().isEmpty()) {
            rows.add(row("Champ du référentiel (hors taux)", evaluation.scope()));
        }
        byChapter(evaluation).forEach((chapter, results) -> {
            List<SpecificationResult> judged = results.stream()
                    .filter(r -> !r.specification().selfAssessed())
                    .toList();
            if (!judged.isEmpty()) {
                rows.add(row(chapter.id() + " " + chapter.title(), judged));
            }
        });
        page.table(new Table(
                "Synthèse par chapitre", List.of("Chapitre", "Conforme", "Écart", "À examiner", "Sans objet"), rows));
    }

    private static List<String> row(String title, List<SpecificationResult> results) {
        Map<Status, Integer> counts = counts(results);
        List<String> row = new ArrayList<>(List.of(title));
        for (Status status : Status.values()) {
            row.add(Integer.toString(counts.getOrDefault(status, 0)));
        }
        return row;
    }

    static Map<Status, Integer> counts(List<SpecificationResult> results) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        results.forEach(r -> counts.merge(r.status(), 1, Integer::sum));
        return counts;
    }

    /** Results by chapter, in order. */
    static Map<Chapter, List<SpecificationResult>> byChapter(Evaluation evaluation) {
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        Map<Chapter, List<SpecificationResult>> results = new LinkedHashMap<>();
        for (Chapter chapter : evaluation.referential().chapters()) {
            chapter.specifications().forEach(s -> chapters.put(s.id(), chapter));
        }
        for (SpecificationResult result : evaluation.results()) {
            Chapter chapter = chapters.get(result.specification().id());
            if (chapter != null) {
                results.computeIfAbsent(chapter, k -> new ArrayList<>()).add(result);
            }
        }
        return results;
    }

    private static void positions(Evaluation evaluation, MarkdownWriter page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (SpecificationResult result : TextPicture.placed(evaluation)) {
            Position position = result.position();
            if (position != null) {
                rows.add(List.of(
                        Words.title(result),
                        position.scale().step(position.retained()).code(),
                        position.target() < 0
                                ? ""
                                : position.scale().step(position.target()).code(),
                        String.join(", ", result.evidence())));
            }
        }
        page.table(new Table(
                "Auto-évaluation, sans verdict", List.of("Objectif", "Niveau retenu", "Niveau visé", "Preuves"), rows));
    }

    /** Specifications with a gap, major ones first, under titles of this level. */
    static void gaps(Evaluation evaluation, int level, RenderOptions options, MarkdownWriter page) throws IOException {
        for (Gravity gravity : Gravity.values()) {
            List<SpecificationResult> gaps = TextFindings.gaps(evaluation, gravity);
            if (gaps.isEmpty()) {
                continue;
            }
            page.title(
                    level, (gravity == Gravity.MAJEURE ? "Écarts majeurs (" : "Écarts mineurs (") + gaps.size() + ")");
            for (SpecificationResult result : gaps) {
                page.title(level + 1, Words.heading(result));
                if (result.judgement() != null && result.judgement().gravity() != null) {
                    page.item("gravité requalifiée par un jugement : "
                            + result.judgement().gravity());
                }
                List<Finding> findings = result.findings(Level.ECART);
                if (findings.isEmpty()) {
                    page.item(ResultWords.reason(result));
                }
                findings(0, findings, gravity, options, page);
                int unmade = result.findings(Level.A_EXAMINER).size();
                if (unmade > 0) {
                    page.item(French.count(
                            unmade, "autre contrôle n'a pu être fait", "autres contrôles n'ont pu être faits"));
                }
                page.blank();
            }
        }
    }

    /** Findings in their order; the same remedy is said once, after the last that calls for it. */
    private static void findings(
            int depth, List<Finding> findings, @Nullable Gravity usual, RenderOptions options, MarkdownWriter page)
            throws IOException {
        List<Finding> similar =
                findings.stream().filter(f -> !f.object().equals(CheckRun.REST)).toList();
        int shown = Words.shown(similar.size(), options.detail());
        for (int i = 0; i < shown; i++) {
            Finding finding = similar.get(i);
            String trace = TextFindings.trace(finding);
            boolean other = usual != null && finding.gravity() != null && finding.gravity() != usual;
            page.item(
                    depth,
                    finding.message()
                            + (trace.isEmpty() ? "" : " (" + trace + ")")
                            + (other ? " (proposé " + ResultWords.gap(finding.gravity()) + ")" : ""));
            boolean last = i == shown - 1;
            if (!finding.advice().isBlank()
                    && (last || !finding.advice().equals(similar.get(i + 1).advice()))) {
                page.item(depth + 1, "conseil : " + finding.advice());
            }
        }
        more(depth, similar.size() - shown, page);
        for (Finding rest : findings) {
            if (rest.object().equals(CheckRun.REST)) {
                page.item(depth, rest.message());
            }
        }
    }

    private static void more(int depth, int hidden, MarkdownWriter page) throws IOException {
        if (hidden > 0) {
            page.item(depth, Words.others(hidden));
        }
    }

    private static void open(Evaluation evaluation, RenderOptions options, MarkdownWriter page) throws IOException {
        List<SpecificationResult> open = Words.results(evaluation).stream()
                .filter(r -> r.status() == Status.A_EXAMINER)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        page.title(2, "À examiner (" + open.size() + ")");
        for (SpecificationResult result : open) {
            page.item(Words.title(result) + " : " + ResultWords.reason(result));
            if (options.detail()) {
                findings(1, result.findings(Level.A_EXAMINER), null, options, page);
            }
        }
        page.blank();
    }

    private static void others(
            Evaluation evaluation, Level level, String title, RenderOptions options, MarkdownWriter page)
            throws IOException {
        List<SpecificationResult> results = Words.results(evaluation).stream()
                .filter(r -> !r.findings(level).isEmpty())
                .toList();
        if (results.isEmpty()) {
            return;
        }
        int total = results.stream().mapToInt(r -> r.findings(level).size()).sum();
        page.title(2, title + " (" + total + ")");
        for (SpecificationResult result : results) {
            page.item(Words.title(result));
            findings(1, result.findings(level), null, options, page);
        }
        page.blank();
    }

    private static void every(Evaluation evaluation, MarkdownWriter page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (SpecificationResult result : Words.results(evaluation)) {
            rows.add(List.of(
                    Words.title(result),
                    result.status() == Status.ECART
                            ? ResultWords.gap(result.gravity())
                            : ResultWords.status(result.status()),
                    String.join(", ", result.evidence()),
                    String.join(", ", result.registers()),
                    result.status() == Status.SANS_OBJET ? ResultWords.reason(result) : ""));
        }
        page.table(new Table(
                "Toutes les spécifications",
                List.of("Spécification", "Statut", "Preuves", "Registres", "Pourquoi sans objet"),
                rows));
    }

    private static void decisions(Evaluation evaluation, MarkdownWriter page) throws IOException {
        List<String> all = ResultWords.decisions(evaluation);
        if (all.isEmpty()) {
            return;
        }
        page.title(2, "Décisions humaines (" + all.size() + ")");
        for (String decision : all) {
            page.item(decision);
        }
        page.blank();
    }
}
