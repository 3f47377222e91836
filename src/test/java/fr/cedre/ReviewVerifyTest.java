package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre review --verifier}: whether a kept report still describes a folder, and what changed when it does not. */
class ReviewVerifyTest extends ReviewFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aFolderNobodyTouched() throws IOException {
        claims("RC-1");
        Path report = report();
        CedreRunner.Result result = verify(report, "-f", "json");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        JsonNode json = result.json();
        assertThat(json.path("schema").asText()).isEqualTo("cedre/verification/1");
        assertThat(json.path("valable").asBoolean()).isTrue();
        assertThat(json.path("rapport").path("date").asText()).isEqualTo(BEFORE);
        assertThat(json.path("fichiers")).isEmpty();
        assertThat(json.path("resultats")).isEmpty();
        assertThat(flat(verify(report))).contains("décrit toujours ce dossier", "21/11/2025");
        assertThat(history(folder)).isEmpty();
    }

    /** Photographs, and what a user keeps beside the evidence, are not evidence. */
    @Test
    void aPhotographTakenSinceChangesNothing() throws IOException {
        claims("RC-1");
        Path photograph = keep(BEFORE);
        keep(NOW);
        Folders.write(folder.resolve("plan-actions.csv"), "x\n");
        assertThat(verify(photograph).code()).isZero();
    }

    @Test
    void eachChangeOfAFile() throws IOException {
        claims("RC-1");
        register("clients", "id;categorie;offre_envoyee_le", "CL-1;entreprise;2024-01-08");
        Path report = report();
        // a row added, a register gone, another one come
        claims("RC-1", "RC-2");
        remove("clients");
        register("fournisseurs", "id;evalue_le", "F-1;2024-02-02");
        CedreRunner.Result result = verify(report, "-f", "json");
        assertThat(result.code()).isEqualTo(1);
        JsonNode json = result.json();
        assertThat(json.path("valable").asBoolean()).isFalse();
        assertThat(pairs(json.path("fichiers"), "fichier", "changement"))
                .containsExactlyInAnyOrder(
                        "registres/reclamations.csv modifie",
                        "registres/clients.csv disparu",
                        "registres/fournisseurs.csv ajoute");
        assertThat(new TreeSet<>(json.path("resultats").findValuesAsText("specification")))
                .containsExactly("1.1", "2.1", "2.2");
        assertThat(flat(verify(report)))
                .contains("registres/reclamations.csv", "registres/clients.csv", "registres/fournisseurs.csv");
    }

    /** One byte that changes no result still changes the folder. */
    @ParameterizedTest
    @ValueSource(strings = {"registres/reclamations.csv", "structure.yaml", "preuves.csv"})
    void oneByteIsEnough(String file) throws IOException {
        claims("RC-1");
        Path report = report();
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + "\n");
        JsonNode json = verify(report, "-f", "json").json();
        assertThat(json.path("valable").asBoolean()).isFalse();
        assertThat(pairs(json.path("fichiers"), "fichier", "changement")).containsExactly(file + " modifie");
        assertThat(json.path("resultats")).isEmpty();
    }

    @Test
    void aDocumentThatAProofCites() throws IOException {
        Path document = Folders.write(folder.resolve("documents/manuel.txt"), "version 1");
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(proofs, Files.readString(proofs).replace("serveur;;", "serveur;;documents/manuel.txt"));
        Path report = report();
        assertThat(verify(report).code()).isZero();
        Files.writeString(document, "version 2");
        assertThat(pairs(verify(report, "-f", "json").json().path("fichiers"), "fichier", "changement"))
                .containsExactly("documents/manuel.txt modifie");
        Files.delete(document);
        JsonNode json = verify(report, "-f", "json").json();
        assertThat(pairs(json.path("fichiers"), "fichier", "changement"))
                .containsExactly("documents/manuel.txt disparu");
        assertThat(json.path("resultats")).isNotEmpty();
    }

    /** The report is checked at its own date: what expired since is not its business. */
    @Test
    void atTheDateOfTheReport() throws IOException {
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(proofs, Files.readString(proofs).replace("bureau;;;", "bureau;;2026-01-01;"));
        Path report = report();
        assertThat(verify(report).code()).isZero();
        Path other = Files.writeString(
                temp.resolve("plus-tard.json"), run("check", NOW, "-f", "json").out());
        assertThat(Files.readString(other)).isNotEqualTo(Files.readString(report));
        assertThat(verify(other).code()).isZero();
    }

    @Test
    void overThePeriodOfTheReport() throws IOException {
        missions("2023-03-03;2023-03-28;");
        Path wide = Files.writeString(
                temp.resolve("large.json"),
                run("check", BEFORE, "--depuis", "2023-01-01", "-f", "json").out());
        assertThat(Files.readString(wide)).contains("mission-sans-suivi");
        assertThat(verify(wide).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"--specification, 1.1", "--chapitre, 2", "--type, AI"})
    void aReportOfAPart(String option, String part) throws IOException {
        claims("RC-1");
        Path report = Files.writeString(
                temp.resolve("partie.json"),
                run("check", BEFORE, option, part, "-f", "json").out());
        assertThat(verify(report).code()).isZero();
        claims("RC-1 2025-05-05");
        JsonNode json = verify(report, "-f", "json").json();
        assertThat(json.path("valable").asBoolean()).isFalse();
        assertThat(json.path("resultats")).hasSize(part.equals("2") ? 0 : 1);
    }

    @Test
    void anotherVersionOfTheReferentialOrOfTheTool() throws IOException {
        claims("RC-1");
        grids = Folders.copy(GRIDS, temp.resolve("grilles"));
        Path report = report();
        ObjectNode older = (ObjectNode) JSON.readTree(Files.readString(report));
        ((ObjectNode) older.path("outil")).put("version", "0.0.9");
        Files.writeString(report, older.toString());
        CedreRunner.Result tool = verify(report, "-f", "json");
        assertThat(tool.json().path("rapport").path("outil").asText()).isEqualTo("0.0.9");
        assertThat(tool.code()).isZero();
        assertThat(flat(verify(report))).contains("0.0.9");
        Path grid = grids.resolve("grille-2024.yaml");
        Folders.replace(grid, "version: \"1\"", "version: \"1.1\"");
        CedreRunner.Result referential = verify(report, "-f", "json");
        assertThat(referential.code()).isEqualTo(1);
        assertThat(referential.json().path("valable").asBoolean()).isFalse();
        assertThat(referential.json().path("rapport").path("version").asText()).isEqualTo("1");
        assertThat(referential.json().path("aujourd_hui").path("version").asText())
                .isEqualTo("1.1");
        // the verdict says what is different, and not that nothing is
        assertThat(flat(verify(report))).contains("1.1").doesNotContain("0 fichier changé, 0 résultat différent.");
    }

    @Test
    void aRuleThatChangedUnderTheSameVersion() throws IOException {
        claims("RC-1");
        grids = Folders.copy(GRIDS, temp.resolve("grilles"));
        Path report = report();
        Folders.replace(
                grids.resolve("grille-2024.yaml"),
                "exige: {colonne: cloture_le, est: renseigne}",
                "exige: {colonne: date, est: renseigne}");
        JsonNode json = verify(report, "-f", "json").json();
        assertThat(json.path("valable").asBoolean()).isFalse();
        assertThat(json.path("fichiers")).isEmpty();
        assertThat(json.path("resultats").findValuesAsText("specification")).containsExactly("1.1");
        assertThat(json.path("resultats").get(0).path("statut_du_rapport").asText())
                .isEqualTo("ecart");
        assertThat(json.path("resultats").get(0).path("statut").asText()).isEqualTo("conforme");
    }

    /** A report whose verdict was changed by hand. */
    @Test
    void aReportThatWasChangedByHand() throws IOException {
        claims("RC-1");
        Path report = report();
        Files.writeString(
                report, Files.readString(report).replace("\"statut\": \"ecart\"", "\"statut\": \"conforme\""));
        JsonNode json = verify(report, "-f", "json").json();
        assertThat(json.path("valable").asBoolean()).isFalse();
        assertThat(json.path("resultats").findValuesAsText("specification")).containsExactly("1.1");
    }

    /** The counts a reader looks at first are part of the report too. */
    @Test
    void aSynthesisThatWasChangedByHand() throws IOException {
        claims("RC-1");
        Path report = report();
        ObjectNode changed = (ObjectNode) JSON.readTree(Files.readString(report));
        ((ObjectNode) changed.path("synthese")).put("ecart", 0).put("conforme", 12);
        Files.writeString(report, changed.toString());
        assertThat(verify(report, "-f", "json").json().path("valable").asBoolean())
                .isFalse();
    }

    @Test
    void aReportWithoutFingerprints() throws IOException {
        claims("RC-1");
        Path report = report();
        ObjectNode bare = (ObjectNode) JSON.readTree(Files.readString(report));
        bare.remove("empreintes");
        Files.writeString(report, bare.toString());
        CedreRunner.Result result = verify(report, "-f", "json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.json().path("valable").asBoolean()).isFalse();
        assertThat(flat(verify(report))).contains("empreintes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"schema\":\"cedre/verification/1\"}", "nom: Le Pont"})
    void whatIsNoReport(String content) throws IOException {
        Path report = Files.writeString(temp.resolve("rapport.json"), content);
        CedreRunner.Result result = verify(report);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("rapport.json");
    }

    @Test
    void aReportThatDoesNotExist() {
        CedreRunner.Result result = verify(temp.resolve("absent.json"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("absent.json");
    }

    private Path report() throws IOException {
        return Files.writeString(
                temp.resolve("rapport.json"), run("check", BEFORE, "-f", "json").out());
    }

    private CedreRunner.Result verify(Path report, String... options) {
        List<String> args = new ArrayList<>(List.of(
                "review", folder.toString(), "--verifier", report.toString(), "--referentiels", grids.toString()));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    private static List<String> pairs(JsonNode list, String first, String second) {
        List<String> pairs = new ArrayList<>();
        list.forEach(one ->
                pairs.add(one.path(first).asText() + " " + one.path(second).asText()));
        return pairs;
    }
}
