package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cedre check} on every {@link CaseFolder}: a new case is a new folder, no new Java. Missing <em>and</em> unexpected gaps fail.
 * A missing {@code attendu.csv} is written and the test still fails: read it against the text, never accept it as it comes.
 */
class CheckCasesTest {

    private static final String HEADER = "specification;type;controle;objet;source";

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return CaseFolder.all().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), c.folder().resolve("cas.txt").toUri(), () -> check(c)));
    }

    private void check(CaseFolder c) throws IOException {
        Path dossier = Files.createDirectory(temp.resolve(c.name()));
        c.build(dossier);
        CedreRunner.Result result = CedreRunner.run(command(c, dossier));
        JsonNode report = result.out().isBlank() ? null : result.json();
        List<String> gaps = findings(report, "ecart");
        Path expected = c.folder().resolve("attendu.csv");
        if (!Files.exists(expected)) {
            Files.writeString(
                    expected,
                    HEADER + "\n"
                            + String.join("", gaps.stream().map(g -> g + "\n").toList()));
            fail(expected + " written: check each line against the text, then run the test again");
        }
        List<String> awaited = lines(c, "attendu.csv");
        SoftAssertions all = new SoftAssertions();
        all.assertThat(gaps).as("constats of niveau ecart").containsExactlyInAnyOrderElementsOf(awaited);
        all.assertThat(findings(report, "a_examiner"))
                .as("constats of niveau a_examiner")
                .containsAll(lines(c, "a_examiner.csv"));
        all.assertThat(findings(report, "point_sensible"))
                .as("constats of niveau point_sensible")
                .containsAll(lines(c, "points_sensibles.csv"));
        all.assertThat(measures(report)).as("mesures").containsAll(lines(c, "mesures.csv"));
        all.assertThat(statuses(report)).as("statuts").containsAll(lines(c, "statuts.csv"));
        Path errors = c.folder().resolve("erreur.txt");
        if (Files.exists(errors)) {
            all.assertThat(result.err()).as("error output").contains(Files.readAllLines(errors));
        }
        all.assertThat(result.code())
                .as("exit code; error output: " + result.err())
                .isEqualTo(code(c, awaited));
        all.assertAll();
        statusesAgree(report);
    }

    private static List<String> command(CaseFolder c, Path dossier) throws IOException {
        List<String> command = new ArrayList<>(List.of("check", dossier.toString(), "-f", "json"));
        List<String> options = c.options();
        if (!options.contains("--date")) {
            command.addAll(List.of("--date", "2026-11-21"));
        }
        command.addAll(options);
        return command;
    }

    private static int code(CaseFolder c, List<String> awaited) throws IOException {
        Path code = c.folder().resolve("code.txt");
        if (Files.exists(code)) {
            return Integer.parseInt(Files.readString(code).trim());
        }
        return awaited.isEmpty() ? 0 : 1;
    }

    private static List<String> lines(CaseFolder c, String file) throws IOException {
        return c.rows(file).stream().map(CaseFolder::line).toList();
    }

    private static List<JsonNode> results(JsonNode report) {
        List<JsonNode> results = new ArrayList<>();
        if (report != null) {
            report.path("specifications").forEach(results::add);
            report.path("champ").forEach(results::add);
        }
        return results;
    }

    private static List<String> findings(JsonNode report, String level) {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : results(report)) {
            for (JsonNode finding : result.path("constats")) {
                if (finding.path("niveau").asText().equals(level)) {
                    lines.add(CaseFolder.line(List.of(
                            result.path("id").asText(),
                            text(result, "type"),
                            finding.path("controle").asText(),
                            text(finding, "objet"),
                            source(finding.path("source")))));
                }
            }
        }
        return lines;
    }

    private static List<String> measures(JsonNode report) {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : results(report)) {
            for (JsonNode finding : result.path("constats")) {
                lines.add(CaseFolder.line(List.of(
                        result.path("id").asText(),
                        text(result, "type"),
                        finding.path("controle").asText(),
                        text(finding, "objet"),
                        text(finding, "mesure"),
                        text(finding, "seuil"))));
            }
        }
        return lines;
    }

    private static List<String> statuses(JsonNode report) {
        return results(report).stream()
                .map(r -> CaseFolder.line(List.of(
                        r.path("id").asText(), text(r, "type"), r.path("statut").asText(), text(r, "gravite"))))
                .toList();
    }

    /** A gap without a constat, or a constat of niveau ecart that is no gap, is a defect of cedre whatever the case is about. */
    private static void statusesAgree(JsonNode report) {
        for (JsonNode result : results(report)) {
            boolean found = false;
            for (JsonNode finding : result.path("constats")) {
                found |= finding.path("niveau").asText().equals("ecart");
            }
            assertThat(result.path("statut").asText().equals("ecart"))
                    .as("statut and constats of " + result.path("id").asText())
                    .isEqualTo(found);
        }
    }

    private static String source(JsonNode source) {
        return source.isObject()
                ? text(source, "fichier") + ":" + text(source, "ligne") + ":" + text(source, "colonne")
                : "";
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
