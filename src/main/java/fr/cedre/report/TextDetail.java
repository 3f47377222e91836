package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Parameter;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.PrincipleEvidence;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Principle;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an auditor wants to trace, shown with {@code --detail}; project parameters are always named. */
final class TextDetail {

    private TextDetail() {}

    static void write(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        if (!options.detail()) {
            return;
        }
        TextMeasures.write(evaluation, out);
        met(evaluation, out);
        withoutObject(evaluation, out);
        principles(evaluation, out);
        files(evaluation.files(), out);
    }

    private static void met(Evaluation evaluation, TextLayout out) throws IOException {
        List<SpecificationResult> results = withStatus(evaluation, Status.CONFORME).stream()
                .filter(r -> !r.specification().selfAssessed())
                .toList();
        if (results.isEmpty()) {
            return;
        }
        out.section("Conformes (" + results.size() + ")");
        for (SpecificationResult result : results) {
            out.paragraph("█ ", Style.PLAIN, Words.heading(result));
            List<String> seen = new ArrayList<>();
            if (!result.evidence().isEmpty()) {
                seen.add("preuves : " + String.join(", ", result.evidence()));
            }
            if (!result.registers().isEmpty()) {
                seen.add("registres : " + String.join(", ", result.registers()));
            }
            if (!seen.isEmpty()) {
                out.paragraph("    ", Style.QUIET, String.join(" ; ", seen));
            }
        }
    }

    private static void withoutObject(Evaluation evaluation, TextLayout out) throws IOException {
        List<SpecificationResult> results = withStatus(evaluation, Status.SANS_OBJET);
        if (results.isEmpty()) {
            return;
        }
        out.section("Sans objet (" + results.size() + ")");
        for (SpecificationResult result : results) {
            String title = Words.title(result);
            out.paragraph("· ", Style.PLAIN, result.reason() == null ? title : title + " : " + result.reason());
        }
    }

    private static List<SpecificationResult> withStatus(Evaluation evaluation, Status status) {
        return Words.results(evaluation).stream()
                .filter(r -> r.status() == status)
                .toList();
    }

    private static void principles(Evaluation evaluation, TextLayout out) throws IOException {
        if (evaluation.principles().isEmpty()) {
            return;
        }
        Map<String, String> titles = new HashMap<>();
        Stream.concat(evaluation.referential().principles().stream(), evaluation.referential().pedagogy().stream())
                .forEach((Principle p) -> titles.put(p.id(), p.title()));
        out.section("Principes et preuves qui les citent (sans verdict)");
        for (PrincipleEvidence principle : evaluation.principles()) {
            String proofs = principle.evidence().isEmpty() ? "aucune preuve" : String.join(", ", principle.evidence());
            out.paragraph("- ", Style.PLAIN, titles.getOrDefault(principle.id(), principle.id()) + " : " + proofs);
        }
    }

    private static void files(List<FileRead> files, TextLayout out) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        out.section("Fichiers lus (" + files.size() + ")");
        for (FileRead file : files) {
            String how = HeaderWords.how(file);
            out.paragraph("- ", Style.PLAIN, file.file() + (how.isEmpty() ? "" : " : " + how));
        }
    }

    /** Values the text of the referential does not fix: on one line, or each with its reason in detail. */
    static void parameters(Evaluation evaluation, RenderOptions options, TextLayout out) throws IOException {
        List<Parameter> parameters = evaluation.parameters();
        if (parameters.isEmpty()) {
            return;
        }
        if (!options.detail()) {
            compact(evaluation, parameters, out);
            return;
        }
        out.section("Paramètres du projet (" + parameters.size() + ")");
        for (Parameter parameter : parameters) {
            String reading = parameter.reading() == null ? "" : " (lecture " + parameter.reading() + ")";
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    parameter.name() + " = " + parameter.value() + ", paramètre du projet" + reading + " : "
                            + parameter.why());
        }
    }

    /** Without detail, only the parameters behind a finding are named; the others are counted. */
    private static void compact(Evaluation evaluation, List<Parameter> parameters, TextLayout out) throws IOException {
        Set<String> behind = new HashSet<>();
        for (SpecificationResult result : Words.results(evaluation)) {
            Set<String> found = result.findings().stream().map(Finding::check).collect(Collectors.toSet());
            for (StructureType type : evaluation.types()) {
                result.specification().checksFor(type).stream()
                        .filter(check -> found.contains(check.head().id()))
                        .forEach(check -> behind.addAll(check.head().parameters()));
            }
        }
        List<String> named = parameters.stream()
                .filter(p -> behind.contains(p.name()))
                .map(p -> p.name() + " = " + p.value())
                .toList();
        int others = parameters.size() - named.size();
        String rest = named.isEmpty()
                ? French.count(others, "valeur utilisée", "valeurs utilisées") + ", aucune à l'origine d'un constat"
                : String.join(" ; ", named)
                        + (others == 0
                                ? ""
                                : " ; " + French.count(others, "autre, sans constat", "autres, sans constat"));
        out.blank();
        out.paragraph("", Style.PLAIN, "Paramètres du projet, que le texte ne fixe pas : " + rest + " (--detail).");
    }
}
