package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code cedre review} writes for programs, with and without {@code --verifier}, is what its published JSON Schemas say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Output, List<String>> WRITTEN = new EnumMap<>(Output.class);

    /** The two outputs. */
    enum Output {
        REVUE,
        VERIFICATION;

        private JsonNode schema() throws IOException {
            String name = name().toLowerCase(Locale.ROOT);
            return JSON.readTree(Files.readString(Path.of("referentiels", "schemas", name + "-1.schema.json")));
        }

        private List<String> written() {
            return WRITTEN.getOrDefault(this, List.of());
        }
    }

    @TempDir
    static Path temp;

    /** Three years of a folder, then a damaged history, a group with a member that cannot be read, and the shipped examples. */
    @BeforeAll
    static void everything() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("dossier"));
        String grids = ReviewFolder.GRIDS.toString();
        for (String year : List.of("2024", "2025", "2026")) {
            ReviewFolder.install(ReviewFolder.YEARS.resolve(year), folder);
            write(Output.REVUE, folder, "--date", year + "-11-21", "--referentiels", grids, "--enregistrer");
        }
        Path kept = folder.resolve("historique/2024-11-21-grille-2024.json");
        write(Output.VERIFICATION, folder, "--verifier", kept.toString(), "--referentiels", grids);
        Folders.write(folder.resolve("historique/cassee.json"), "{");
        write(Output.REVUE, folder, "--date", "2027-11-21", "--referentiels", grids, "--specification", "1.1");
        for (String example : List.of("ai-clef-emploi", "ensemblier-deux-rives", "ei-premier-jour")) {
            Path copy = Folders.copy(Path.of("examples", example), temp.resolve(example));
            write(Output.REVUE, copy, "--date", "2025-11-21", "-r", "v1", "--enregistrer");
            write(Output.REVUE, copy, "--date", "2026-11-21");
        }
        group();
    }

    private static void group() throws IOException {
        Path group = Files.createDirectories(temp.resolve("groupe"));
        Folders.copy(Path.of("examples", "ai-clef-emploi"), group.resolve("a"));
        Folders.write(group.resolve("b/structure.yaml"), "types: [");
        Folders.copy(Path.of("examples", "aci-jardins-du-pre"), group.resolve("c"));
        Folders.write(group.resolve("groupe.yaml"), "nom: Groupe\nmembres: [a, b, c]\n");
        write(Output.REVUE, group, "--date", "2026-11-21");
        write(Output.REVUE, group, "--date", "2026-11-21", "--type", "AI");
        Path report = Files.writeString(
                temp.resolve("groupe.json"),
                CedreRunner.run("check", group.toString(), "--date", "2026-11-21", "-f", "json")
                        .out());
        write(Output.VERIFICATION, group, "--verifier", report.toString());
    }

    private static void write(Output output, Path folder, String... options) {
        List<String> args = new ArrayList<>(List.of("review", folder.toString(), "-f", "json"));
        args.addAll(List.of(options));
        CedreRunner.Result result = CedreRunner.run(args);
        assertThat(result.out()).as(args + result.err()).isNotBlank();
        WRITTEN.computeIfAbsent(output, key -> new ArrayList<>()).add(result.out());
    }

    @ParameterizedTest
    @EnumSource
    void every_output_is_valid(Output output) throws IOException {
        Schema schema = JsonSchemas.compiled(output.schema());
        for (String text : output.written()) {
            assertThat(JsonSchemas.errors(schema, text)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_published_schema_names_every_key(Output output) throws IOException {
        Schema closed = JsonSchemas.compiled(JsonSchemas.closed(output.schema()));
        for (String text : output.written()) {
            assertThat(JsonSchemas.errors(closed, text)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_key_of_the_schema_is_written_and_described(Output output) throws IOException {
        JsonNode schema = output.schema();
        Set<String> named = new TreeSet<>();
        JsonSchemas.named(schema, named);
        Set<String> written = new TreeSet<>();
        for (String text : output.written()) {
            JsonSchemas.keys(JSON.readTree(text), written);
        }
        assertThat(named).isEqualTo(written);
        JsonSchemas.described(schema, schema.get("title").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REVUE | cedre/revue/1 | cedre/rapport/1",
                "REVUE | \"changement\": \"persistant\" | \"changement\": \"persiste\"",
                "REVUE | \"motif\": \"corrige\" | \"motif\": \"mieux\"",
                "REVUE | \"gravite\": \"mineure\" | \"gravite\": \"grave\"",
                "REVUE | \"gravite\": \"mineure\" | \"gravite\": null",
                "REVUE | \"depuis\": \"2024-11-21\" | \"depuis\": \"21/11/2024\"",
                "REVUE | \"base\": \"correspondances\" | \"base\": \"correspondance\"",
                "REVUE | \"regressions\": 0 | \"regressions\": -1",
                "REVUE | \"ecarts\": | \"gaps\":",
                "REVUE | \"tendance\": | \"tendances\":",
                "REVUE | \"photographies\": | \"photos\":",
                "VERIFICATION | cedre/verification/1 | cedre/verification/2",
                "VERIFICATION | \"valable\": false | \"valable\": \"non\"",
                "VERIFICATION | \"changement\": \"modifie\" | \"changement\": \"change\"",
                "VERIFICATION | \"statut\": \"ecart\" | \"statut\": \"mauvais\""
            })
    void an_output_that_says_otherwise_is_refused(Output output, String right, String wrong) throws IOException {
        String mistaken = output.written().stream()
                .filter(text -> Pattern.compile(right).matcher(text).find())
                .findFirst()
                .orElseThrow()
                .replaceFirst(right, wrong);
        assertThat(JsonSchemas.errors(JsonSchemas.compiled(output.schema()), mistaken))
                .isNotEmpty();
    }

    /** Every word a gap can bear is met here, so that the schema is held against all of them. */
    @Test
    void every_word_is_met() throws IOException {
        Set<String> words = new TreeSet<>();
        Set<String> motives = new TreeSet<>();
        for (String text : Output.REVUE.written()) {
            JsonNode report = JSON.readTree(text);
            words.addAll(report.findValuesAsText("changement"));
            motives.addAll(report.findValuesAsText("motif"));
        }
        assertThat(words)
                .containsExactlyInAnyOrder(
                        "nouveau", "rouvert", "aggrave", "persistant", "allege", "leve", "a_verifier");
        assertThat(motives)
                .contains(
                        "corrige",
                        "hors_periode",
                        "sans_objet",
                        "plus_demande",
                        "non_verifiable",
                        "exigence_nouvelle",
                        "etait_a_examiner");
    }
}
