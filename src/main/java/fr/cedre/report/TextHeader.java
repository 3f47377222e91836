package fr.cedre.report;

import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.referential.Provenance;
import fr.cedre.referential.Referential;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who was checked, against what, on which day, from which files; then what could not be read. */
record TextHeader(String version) implements TextReport.Section {

    private static final String REGISTERS = "registres/";
    private static final String PROOFS = "preuves.csv";
    private static final String LEVELS = "autoevaluation.csv";

    @Override
    public void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        Referential referential = evaluation.referential();
        boolean assessment =
                evaluation.results().stream().allMatch(r -> r.specification().selfAssessed());
        out.paragraph(
                "",
                Style.TITLE,
                "cedre " + version
                        + (assessment && !evaluation.results().isEmpty()
                                ? ", auto-évaluation"
                                : ", contrôle avant audit"));
        out.blank();
        referential(referential, out);
        structure(evaluation.structure(), out);
        audit(evaluation.period(), out);
        field(out, "Lu", read(evaluation.files(), evaluation.evidence()));
        if (evaluation.restricted()) {
            field(
                    out,
                    "Attention",
                    "contrôle restreint à une partie du référentiel ou des types (contrôlé : "
                            + types(evaluation.types()) + ")");
        }
    }

    /** A referential, where its wording comes from, and what it includes: stated at every use. */
    static void referential(Referential referential, TextLayout out) throws IOException {
        referential("Référentiel", referential, out);
    }

    /** The same under another name. */
    static void referential(String name, Referential referential, TextLayout out) throws IOException {
        field(
                out,
                name,
                referential.title() + " (" + referential.id() + ", " + provenance(referential.provenance()) + ")");
        if (!referential.notice().isBlank()) {
            field(out, "", referential.notice());
        }
        for (Referential.Included included : referential.included()) {
            field(
                    out,
                    "Reprend",
                    included.title() + " (" + included.id() + ", " + provenance(included.provenance()) + ")");
        }
    }

    /** Who is checked. */
    static void structure(Structure structure, TextLayout out) throws IOException {
        field(out, "Structure", structure.name() + " (" + types(structure.types()) + ")");
    }

    /** The audit day and the controlled period. */
    static void audit(Period period, TextLayout out) throws IOException {
        field(
                out,
                "Audit",
                "au " + French.date(period.end()) + ", période du " + French.date(period.start()) + " au "
                        + French.date(period.end()));
    }

    /** A named line of the header. */
    static void field(TextLayout out, String name, String text) throws IOException {
        out.paragraph(TextLayout.fit(name, 13), Style.PLAIN, text);
    }

    private static String types(List<StructureType> types) {
        return types.stream().map(StructureType::code).collect(Collectors.joining(", "));
    }

    /** Where the wording comes from, in words. */
    static String provenance(Provenance provenance) {
        return switch (provenance) {
            case OFFICIEL -> "d'après le texte officiel";
            case RECONSTITUTION -> "reconstitution";
            case PROPOSITION -> "proposition du projet";
        };
    }

    private static String read(List<FileRead> files, List<Evidence> evidence) {
        long registers =
                files.stream().filter(f -> f.file().startsWith(REGISTERS)).count();
        long proofs = files.stream()
                .filter(f -> f.file().equals(PROOFS))
                .mapToLong(FileRead::rows)
                .sum();
        long later = files.stream().mapToLong(FileRead::laterRows).sum();
        long levels = files.stream()
                .filter(f -> f.file().equals(LEVELS))
                .mapToLong(FileRead::rows)
                .sum();
        long toFill = evidence.stream().filter(Evidence::toFill).count();
        return French.count(registers, "registre") + ", " + French.count(proofs - toFill, "preuve")
                + (toFill == 0 ? "" : ", " + French.count(toFill, "ligne", "lignes") + " de preuves.csv à remplir")
                + (levels == 0
                        ? ""
                        : ", " + French.count(levels, "ligne d'auto-évaluation", "lignes d'auto-évaluation"))
                + (later == 0
                        ? ""
                        : " ; "
                                + French.count(
                                        later,
                                        "ligne postérieure à la date écartée",
                                        "lignes postérieures à la date écartées"));
    }

    /** Loading problems: errors, then warnings; the reader's own choices only in detail. */
    static void problems(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long n = evaluation.problems().stream()
                    .filter(p -> p.severity() == severity)
                    .count();
            if (n > 0 && visible(severity, options)) {
                counts.add(French.count(n, severity.code()));
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        out.section("Problèmes de lecture (" + String.join(", ", counts) + ")");
        for (Severity severity : Severity.values()) {
            if (visible(severity, options)) {
                for (List<Problem> similar : bySource(evaluation.problems(), severity)) {
                    similar(similar, options, out);
                }
            }
        }
    }

    private static boolean visible(Severity severity, RenderOptions options) {
        return severity != Severity.INFORMATION || options.detail();
    }

    /** The problems of one severity, those of a same column of a same file together. */
    private static Iterable<List<Problem>> bySource(List<Problem> problems, Severity severity) {
        Map<Location, List<Problem>> groups = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (problem.severity() == severity) {
                Location where = problem.location();
                groups.computeIfAbsent(new Location(where.file(), null, where.column()), key -> new ArrayList<>())
                        .add(problem);
            }
        }
        return groups.values();
    }

    private static void similar(List<Problem> problems, RenderOptions options, TextLayout out) throws IOException {
        int shown = Words.shown(problems.size(), options.detail());
        for (Problem problem : problems.subList(0, shown)) {
            boolean error = problem.severity() == Severity.ERREUR;
            out.paragraph(
                    error ? "✗ " : problem.severity() == Severity.AVERTISSEMENT ? "! " : "· ",
                    error ? Style.MINOR : Style.PLAIN,
                    problem.severity().code() + ", " + Words.place(problem.location()) + " : " + problem.message());
        }
        Words.others(problems.size() - shown, out);
    }
}
