package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre review} on a group: each member against its own history, and a table for the network. */
class ReviewGroupTest extends GroupFolder {

    private static final String BEFORE = "2025-11-21";

    @Test
    void eachMemberHasItsOwnHistory() throws IOException {
        three();
        assertThat(review(BEFORE, "--enregistrer", "-f", "json").code()).isEqualTo(1);
        for (String name : List.of("nord", "sud", "est")) {
            assertThat(ReviewFolder.history(group.resolve(name)))
                    .as(name)
                    .containsExactly("2025-11-21-grille-2024.json");
        }
        assertThat(group.resolve("historique")).doesNotExist();
        claims("nord", "RC-1", "RC-7");
        claims("est", "RC-1 2025-12-05");
        JsonNode report = review(DATE, "-f", "json").json();
        assertThat(report.path("schema").asText()).isEqualTo("cedre/revue/1");
        assertThat(report.path("membres").findValuesAsText("dossier")).containsExactly("sud", "nord", "est");
        assertThat(ReviewFolder.words(member(report, "nord")))
                .containsEntry("1.1 reclamation-ouverte RC-1", "persistant")
                .containsEntry("1.1 reclamation-ouverte RC-7", "nouveau");
        assertThat(ReviewFolder.words(member(report, "sud")).values()).containsOnly("persistant");
        assertThat(ReviewFolder.words(member(report, "est")).values()).containsOnly("leve (corrige)");
    }

    /** A member tells the same in its group and alone. */
    @Test
    void aMemberAsItWouldBeAlone() throws IOException {
        three();
        review(BEFORE, "--enregistrer");
        claims("nord", "RC-7");
        JsonNode member = member(review(DATE, "-f", "json").json(), "nord");
        JsonNode alone = CedreRunner.run(command(group.resolve("nord"), "review", DATE, "-f", "json"))
                .json();
        for (String key : List.of("reference", "changements", "ecarts", "photographies", "tendance", "synthese")) {
            assertThat(member.path(key)).as(key).isEqualTo(alone.path(key));
        }
    }

    @Test
    void theTableHasOneLinePerMember() throws IOException {
        three();
        review(BEFORE, "--enregistrer");
        claims("nord", "RC-1", "RC-7");
        CedreRunner.Result csv = review(DATE, "-f", "csv");
        List<CSVRecord> rows = rows(csv.out());
        assertThat(rows).hasSize(3);
        List<String> first = new ArrayList<>();
        rows.forEach(row -> first.add(row.get(0)));
        assertThat(first).containsExactly("sud", "nord", "est");
        JsonNode report = review(DATE, "-f", "json").json();
        for (CSVRecord row : rows) {
            JsonNode changes = member(report, row.get(0)).path("changements");
            for (String word : List.of("nouveau", "rouvert", "aggrave", "persistant", "allege", "leve", "a_verifier")) {
                String column = row.toMap().keySet().stream()
                        .filter(k -> k.startsWith(word))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(word + " in " + row.toMap()));
                assertThat(row.get(column))
                        .as(word)
                        .isEqualTo(changes.path(word).asText());
            }
        }
    }

    @Test
    void theStrongestCodeAndOneMemberThatCannotBeRead() throws IOException {
        three();
        review(BEFORE, "--enregistrer");
        assertThat(review(DATE, "--seuil-regression", "mineure").code()).isZero();
        claims("est", "RC-1", "RC-2");
        assertThat(review(DATE, "--seuil-regression", "mineure").code()).isEqualTo(1);
        assertThat(review(DATE, "--seuil-regression", "majeure").code()).isZero();
        Files.writeString(group.resolve("nord").resolve("structure.yaml"), "types: [");
        CedreRunner.Result result = review(DATE, "-f", "json", "--seuil-regression", "jamais");
        assertThat(result.code()).isEqualTo(2);
        JsonNode report = result.json();
        assertThat(member(report, "nord").path("erreur").asText()).isNotEmpty();
        assertThat(ReviewFolder.words(member(report, "sud")).values()).containsOnly("persistant");
        CedreRunner.Result csv = review(DATE, "-f", "csv");
        assertThat(csv.code()).isEqualTo(2);
        assertThat(rows(csv.out())).hasSize(3);
        assertThat(flat(review(DATE))).contains("nord", "sud", "est");
    }

    /** What cannot be photographed for one is taken for the others, and the command says so. */
    @Test
    void oneHistoryThatCannotBeWritten() throws IOException {
        three();
        Files.writeString(group.resolve("sud").resolve("historique"), "un fichier");
        CedreRunner.Result result = review(DATE, "--enregistrer");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out() + result.err()).contains("sud");
        assertThat(ReviewFolder.history(group.resolve("est"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"texte", "json", "csv"})
    void sameBytesWhoeverEndsFirst(String format) throws IOException {
        three();
        review(BEFORE, "--enregistrer");
        claims("nord", "RC-1", "RC-7");
        String first = review(DATE, "-f", format).out();
        for (int i = 0; i < 5; i++) {
            assertThat(review(DATE, "-f", format).out()).isEqualTo(first).isNotBlank();
        }
    }

    /** A reference is one folder's: it says nothing of the others. */
    @Test
    void aReferenceForAWholeGroupIsRefused() throws IOException {
        three();
        review(BEFORE, "--enregistrer");
        Path one = group.resolve("nord/historique/2025-11-21-grille-2024.json");
        CedreRunner.Result result = review(DATE, "--reference", one.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--reference");
    }

    private void three() throws IOException {
        for (String name : List.of("sud", "nord", "est")) {
            Path folder = Files.createDirectories(group.resolve(name));
            Path year = ReviewFolder.YEARS.resolve("2024");
            String structure = Files.readString(year.resolve("structure.yaml")).replace("Le Pont", name);
            Files.writeString(folder.resolve("structure.yaml"), structure);
            Files.copy(year.resolve("preuves.csv"), folder.resolve("preuves.csv"));
            claims(name, "RC-1");
        }
        group("membres: [sud, nord, est]");
    }

    private void claims(String member, String... claims) throws IOException {
        StringBuilder rows = new StringBuilder("id;date;origine;cloture_le\n");
        for (String claim : claims) {
            String[] parts = claim.split(" ", 2);
            rows.append(parts[0] + ";2025-03-03;client;" + (parts.length > 1 ? parts[1] : "") + "\n");
        }
        Folders.write(group.resolve(member).resolve("registres/reclamations.csv"), rows.toString());
    }

    private CedreRunner.Result review(String date, String... options) {
        return CedreRunner.run(command(group, "review", date, options));
    }

    private static List<String> command(Path folder, String name, String date, String... options) {
        List<String> args = new ArrayList<>(
                List.of(name, folder.toString(), "--date", date, "--referentiels", ReviewFolder.GRIDS.toString()));
        args.addAll(List.of(options));
        return args;
    }

    private static JsonNode member(JsonNode report, String folder) {
        for (JsonNode member : report.path("membres")) {
            if (member.path("dossier").asText().equals(folder)) {
                return member;
            }
        }
        throw new AssertionError("no " + folder);
    }

    private static List<CSVRecord> rows(String text) throws IOException {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, format)) {
            return parser.getRecords();
        }
    }
}
