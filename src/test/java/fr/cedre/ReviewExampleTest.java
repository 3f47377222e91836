package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three years of one example: what LISEZMOI.md says of each gap is what the review says, and its photographs are real ones. */
class ReviewExampleTest {

    private static final Path FOLDER = Path.of("examples/aci-jardins-du-pre");
    private static final Pattern TOLD = Pattern.compile("\\| ([0-9][^ ]*) `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<String, String> WORDS = Map.of(
            "nouveau", "nouveau",
            "rouvert", "rouvert",
            "aggrave", "aggravé",
            "persistant", "persistant",
            "allege", "allégé",
            "leve", "levé",
            "a_verifier", "à vérifier");
    private static final Map<String, String> MOTIVES =
            Map.of("reste_point_sensible", "reste un point sensible", "hors_periode", "sorti de la période contrôlée");

    /** One row of the table of LISEZMOI.md. */
    private record Told(String word, String story) {}

    @Test
    void the_readme_tells_each_gap_as_the_review_does() throws IOException {
        Map<String, Told> told = told();
        Map<String, String> said = new LinkedHashMap<>();
        for (JsonNode gap : review(FOLDER).get("ecarts")) {
            String key =
                    gap.get("specification").asText() + " " + gap.get("objet").asText();
            said.put(key, said(gap));
            String change = gap.get("changement").asText();
            if (change.equals("aggrave") || change.equals("allege")) {
                assertThat(numbers(told.getOrDefault(key, new Told("", "")).story()))
                        .as(key)
                        .containsAll(numbers(gap.get("mesure").asText()))
                        .containsAll(numbers(gap.get("mesure_precedente").asText()));
            }
        }
        Map<String, String> expected = new LinkedHashMap<>();
        told.forEach((key, row) -> expected.put(key, row.word()));
        assertThat(said).isEqualTo(expected);
        // Every word a review has for a gap is shown, but « à vérifier », which needs a broken folder.
        assertThat(told.values().stream().map(t -> t.word().replaceAll(" (depuis|:) .*", "")))
                .containsAll(List.of("nouveau", "rouvert", "aggravé", "persistant", "allégé", "levé"));
    }

    private static String said(JsonNode gap) {
        String change = gap.get("changement").asText();
        String motive = gap.get("motif").asText();
        return switch (change) {
            case "persistant", "aggrave", "allege" ->
                WORDS.get(change) + " depuis le "
                        + gap.get("depuis").asText().replaceFirst("(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1");
            case "leve" ->
                WORDS.get(change) + (motive.equals("corrige") ? "" : " : " + MOTIVES.getOrDefault(motive, motive));
            default -> String.valueOf(WORDS.get(change));
        };
    }

    @Test
    void mending_a_row_changes_the_word(@TempDir Path temporary) throws IOException {
        Path copy = Folders.copy(FOLDER, temporary.resolve("aci"));
        Path clients = copy.resolve("registres/clients.csv");
        Charset windows = Charset.forName("windows-1252");
        String text = Files.readString(clients, windows);
        assertThat(text).contains(";09/04/2026;;oui");
        Files.writeString(clients, text.replace(";09/04/2026;;oui", ";09/04/2026;FC-05;oui"), windows);
        for (JsonNode gap : review(copy).get("ecarts")) {
            if (gap.get("objet").asText().equals("CL-05")) {
                assertThat(said(gap)).isEqualTo("levé");
                return;
            }
        }
        throw new AssertionError("CL-05 is no longer told");
    }

    @Test
    void its_photographs_are_reports_that_follow_their_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("referentiels/schemas/rapport-1.schema.json")), InputFormat.JSON);
        for (Path photograph : photographs()) {
            String text = Files.readString(photograph);
            assertThat(schema.validate(text, InputFormat.JSON))
                    .as(photograph.toString())
                    .isEmpty();
            JsonNode report = new ObjectMapper().readTree(text);
            String day = report.get("date").asText();
            assertThat(photograph.getFileName()).hasToString(day + "-cedre-v2.json");
            assertThat(report.get("restreint").asBoolean()).isFalse();
            assertThat(Files.size(photograph)).isLessThan(128 * 1024);
        }
        assertThat(review(FOLDER).get("photographies")).hasSize(2);
        assertThat(review(FOLDER).get("problemes")).isEmpty();
    }

    /** The words of the registers were the same those years: none of them is in a photograph. */
    @Test
    void its_photographs_repeat_no_free_text() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("registres"))) {
            for (Path file : files.toList()) {
                Files.readString(file, Charset.forName("windows-1252"))
                        .lines()
                        .skip(1)
                        .flatMap(line -> Stream.of(line.split(";", -1)))
                        .filter(cell -> cell.length() > 11 && cell.contains(" "))
                        .forEach(words::add);
            }
        }
        assertThat(words).hasSizeGreaterThan(100);
        for (Path photograph : photographs()) {
            String text = Files.readString(photograph);
            assertThat(words.stream().filter(text::contains))
                    .as(photograph.toString())
                    .isEmpty();
        }
    }

    private static List<Path> photographs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("historique"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSize(2);
            return all;
        }
    }

    private static JsonNode review(Path folder) throws IOException {
        CedreRunner.Result result = CedreRunner.run("review", folder.toString(), "--date", "2026-11-21", "-f", "json");
        assertThat(result.err()).isEmpty();
        return result.json();
    }

    private static Map<String, Told> told() throws IOException {
        Map<String, Told> told = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("examples/LISEZMOI.md"))) {
            Matcher row = TOLD.matcher(line);
            if (row.matches()) {
                told.put(row.group(1) + " " + row.group(2), new Told(row.group(3), row.group(4)));
            }
        }
        return told;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
        return numbers;
    }
}
