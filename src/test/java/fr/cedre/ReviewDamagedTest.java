package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photographs that cannot be read are said and set aside, whatever is wrong in them; what later versions add is tolerated. */
class ReviewDamagedTest extends ReviewFolder {

    private static final String CLAIM = "1.1 reclamation-ouverte RC-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{}",
                "[]",
                "null",
                "12",
                "\"cedre/rapport/1\"",
                "{\"schema\":\"cedre/rapport/1\"}",
                "{\"schema\":\"cedre/rapport/1\",\"date\":\"2026-02-30\"}",
                "{\"schema\":\"cedre/rapport/1\",\"date\":20261120,\"referentiel\":[],\"specifications\":{}}",
                "{\"schema\":\"cedre/rapport/2\",\"date\":\"2026-11-20\",\"specifications\":[]}",
                "{\"schema\":\"cedre/revue/1\",\"date\":\"2026-11-20\",\"ecarts\":[]}",
                "{\"schema\":[\"cedre/rapport/1\"]}",
                "nom: Le Pont\n",
                "\u0000\u0000\u0000\u0000"
            })
    void whatIsNoPhotographIsSaidAndSetAside(String content) throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Folders.write(folder.resolve("historique/2026-11-20-grille-2024.json"), content);
        aside("historique/2026-11-20-grille-2024.json");
    }

    /** A photograph cut anywhere, as a full disk or a broken copy leaves it. */
    @Test
    void aPhotographCutAnywhere() throws IOException {
        claims("RC-1");
        String whole = Files.readString(keep("2026-11-20")).strip();
        Files.delete(folder.resolve("historique/2026-11-20-grille-2024.json"));
        keep(BEFORE);
        Path cut = folder.resolve("historique/2026-11-20-grille-2024.json");
        for (int length = 1; length < whole.length(); length += whole.length() / 23) {
            Files.writeString(cut, whole.substring(0, length));
            aside("historique/2026-11-20-grille-2024.json");
        }
        Files.writeString(cut, whole.substring(0, whole.length() - 1));
        aside("historique/2026-11-20-grille-2024.json");
        Files.writeString(cut, whole + whole);
        aside("historique/2026-11-20-grille-2024.json");
    }

    /** All that a photograph has, under the name of something else. */
    @ParameterizedTest
    @ValueSource(strings = {"cedre/rapport/2", "cedre/rapport/10", "cedre/revue/1", "Cedre/rapport/1", ""})
    void anotherFormat(String schema) throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Path photograph = keep("2026-11-20");
        Folders.replace(photograph, "cedre/rapport/1", schema);
        aside("historique/2026-11-20-grille-2024.json");
    }

    @Test
    void aFolderNamedLikeAPhotograph() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Files.createDirectories(folder.resolve("historique/2026-11-20-grille-2024.json"));
        aside("historique/2026-11-20-grille-2024.json");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Files.write(folder.resolve("historique/photo.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, (byte) 0xC3});
        aside("historique/photo.json");
    }

    @Test
    void depthsWithoutEnd() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Files.writeString(
                folder.resolve("historique/photo.json"),
                "{\"schema\":\"cedre/rapport/1\",\"x\":" + "[".repeat(100_000));
        aside("historique/photo.json");
    }

    /** The report of a group, a part of a report, another structure's: none of them says what was missing here. */
    @Test
    void theReportOfAGroupIsNotAPhotograph() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        Path group = Files.createDirectories(temp.resolve("groupe"));
        Folders.copy(folder, group.resolve("a"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: Groupe\nmembres: [a]\n");
        String report = CedreRunner.run(
                        "check",
                        group.toString(),
                        "--date",
                        "2026-11-20",
                        "--referentiels",
                        grids.toString(),
                        "-f",
                        "json")
                .out();
        Files.writeString(folder.resolve("historique/groupe.json"), report);
        aside("historique/groupe.json");
    }

    @Test
    void theReportOfAPartDoesNotMakeTheRestNew() throws IOException {
        claims("RC-1");
        missions("2026-03-03;;");
        keep("2026-11-19");
        Files.writeString(
                folder.resolve("historique/partie.json"),
                run("check", "2026-11-20", "--specification", "1.1", "-f", "json")
                        .out());
        JsonNode report = review(NOW, "-f", "json").json();
        assertThat(words(report))
                .containsEntry(CLAIM, "persistant")
                .containsEntry("1.4 mission-sans-suivi M-1", "persistant");
    }

    /** Notes beside the photographs are named once, and change nothing; hidden files are nobody's business. */
    @Test
    void otherFilesOfTheFolder() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        String alone = review(NOW, "-f", "json").out();
        Folders.write(folder.resolve("historique/.cedre-123.tmp"), "{\"schema\":");
        Folders.write(folder.resolve("historique/.DS_Store"), "x");
        assertThat(review(NOW, "-f", "json").out()).isEqualTo(alone);
        Folders.write(folder.resolve("historique/LISEZMOI.txt"), "mes notes");
        JsonNode report = json(NOW);
        assertThat(words(report)).containsEntry(CLAIM, "persistant").hasSize(1);
        assertThat(report.path("problemes").findValuesAsText("fichier")).containsExactly("historique/LISEZMOI.txt");
        assertThat(report.path("problemes").findValuesAsText("niveau")).containsExactly("information");
    }

    // What is tolerated

    @Test
    void keysNobodyKnowsYetAreTolerated() throws IOException {
        claims("RC-1");
        Path photograph = keep(BEFORE);
        ObjectNode report = (ObjectNode) JSON.readTree(Files.readString(photograph));
        strange(report);
        Files.writeString(photograph, report.toString());
        assertThat(words(json(NOW))).containsEntry(CLAIM, "persistant").hasSize(1);
    }

    /** Adds what a later version might: keys in every object, of every shape, before those that count. */
    private static void strange(JsonNode node) {
        for (JsonNode child : node) {
            strange(child);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            object.removeAll();
            object.putObject("futur")
                    .put("id", "piège")
                    .putArray("constats")
                    .addObject()
                    .put("niveau", "ecart");
            object.putArray("plus_tard").add(1).addNull().add("deux");
            object.put("un_nombre", 1e30);
            object.setAll(copy);
        }
    }

    /** The keys of the first edition of the contract, and nothing else. */
    @Test
    void theFirstEditionOfAReportIsEnough() throws IOException {
        claims("RC-1");
        Path photograph = keep(BEFORE);
        ObjectNode report = (ObjectNode) JSON.readTree(Files.readString(photograph));
        report.retain(Set.of(
                "schema",
                "outil",
                "referentiel",
                "structure",
                "date",
                "periode",
                "synthese",
                "specifications",
                "problemes",
                "empreintes"));
        ((ObjectNode) report.path("referentiel")).retain("id", "version", "provenance");
        for (JsonNode specification : report.path("specifications")) {
            ((ObjectNode) specification).retain("id", "type", "statut", "gravite", "constats", "preuves");
            for (JsonNode finding : specification.path("constats")) {
                ((ObjectNode) finding)
                        .retain("controle", "niveau", "objet", "message", "conseil", "mesure", "seuil", "source");
            }
        }
        Files.writeString(photograph, report.toString());
        assertThat(words(json(NOW))).containsEntry(CLAIM, "persistant").hasSize(1);
        claims("RC-1", "RC-2");
        assertThat(words(json(NOW))).containsEntry("1.1 reclamation-ouverte RC-2", "nouveau");
    }

    @Test
    void theOrderOfKeysAndOfSpecificationsDoesNotCount() throws IOException {
        claims("RC-1", "RC-2");
        missions("2025-03-03;;");
        Path photograph = keep(BEFORE);
        String expected = review(NOW, "-f", "json").out();
        ObjectNode report = (ObjectNode) JSON.readTree(Files.readString(photograph));
        ObjectNode turned = JSON.createObjectNode();
        List<String> keys = new java.util.ArrayList<>();
        report.fieldNames().forEachRemaining(keys::add);
        java.util.Collections.reverse(keys);
        keys.forEach(key -> turned.set(key, report.get(key)));
        ArrayNode specifications = turned.putArray("specifications");
        for (int i = report.path("specifications").size() - 1; i >= 0; i--) {
            specifications.add(report.path("specifications").get(i));
        }
        Files.writeString(photograph, turned.toPrettyString());
        assertThat(review(NOW, "-f", "json").out()).isEqualTo(expected);
    }

    /** A byte order mark, as some editors add when they save. */
    @Test
    void savedAgainByAnEditor() throws IOException {
        claims("RC-1");
        Path photograph = keep(BEFORE);
        Files.writeString(photograph, "\uFEFF" + Files.readString(photograph).replace("\n", "\r\n"));
        assertThat(words(json(NOW))).containsEntry(CLAIM, "persistant");
    }

    /** The review goes on with the photograph before, and says which file it could not use. */
    private void aside(String file) throws IOException {
        CedreRunner.Result result = review(NOW, "-f", "json");
        assertThat(result.code()).as(result.err()).isIn(1, 2);
        JsonNode report = result.json();
        assertThat(report.path("reference").path("date").asText()).isEqualTo(BEFORE);
        assertThat(words(report)).containsEntry(CLAIM, "persistant").hasSize(1);
        assertThat(report.path("problemes").findValuesAsText("fichier")).contains(file);
        assertThat(review(NOW).out()).contains(file);
    }
}
