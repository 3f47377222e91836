package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre diff A B DOSSIER}: each category on purpose, with the two referentials of {@code src/test/resources/referentiels/passage}. */
class TransitionTest {

    private static final String REFERENTIALS = "src/test/resources/referentiels/passage";
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void base() throws IOException {
        folder = temp.resolve("dossier");
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(CaseFolder.BASES.resolve("passage"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        // taken as it is, its proof filed under the first referential
        "B1, acquis, identique, PA1, '', ''",
        "B3a, acquis, scindee, PA3, '', ''",
        // one origin in full is enough, the other is to complete
        "B4, acquis, fusionnee, PA4, PA5, ''",
        "B9, acquis, reformulee, PA9, '', ''",
        // a human judged it before, and still must
        "B7, acquis, deplacee, PA7, '', ''",
        // an origin in part, nothing of its own yet
        "B2, a_renforcer, renforcee, '', PA2, ''",
        "B3b, a_renforcer, scindee, '', PA3, Registre signé",
        // the proof has expired: no longer reusable as it is
        "B8, a_renforcer, allegee, '', PA8, ''",
        // a proof of its own, but the origin covered a part only and a human must judge
        "B14, a_renforcer, renforcee, PB14, PA10, ''",
        "B10, nouvelle_a_couvrir, nouvelle, '', '', 'Registre signé, Affiche'",
        "B12, nouvelle_a_couvrir, nouvelle, '', '', ''",
        // proven by a document, but a register is missing for its rule
        "B16, nouvelle_a_couvrir, nouvelle, PB16, '', registres/reclamations.csv",
        "B11, nouvelle_deja_couverte, nouvelle, PB11, '', ''",
        "B15, nouvelle_deja_couverte, nouvelle, PB15, '', ''",
        "B13, sans_objet, nouvelle, '', '', ''"
    })
    void eachCategory(String id, String category, String fate, String reusable, String toComplete, String toProduce)
            throws IOException {
        JsonNode item = item(json(), id);
        assertThat(item.path("categorie").asText()).isEqualTo(category);
        assertThat(item.path("sort").asText()).isEqualTo(fate);
        assertThat(joined(item.path("preuves_reutilisables"))).isEqualTo(reusable);
        assertThat(joined(item.path("preuves_a_completer"))).isEqualTo(toComplete);
        assertThat(joined(item.path("a_produire"))).isEqualTo(toProduce);
    }

    @Test
    void everyResultIsInOneCategoryAndTheCountsAgree() throws IOException {
        JsonNode report = json();
        int total = 0;
        for (JsonNode count : report.path("synthese")) {
            total += count.asInt();
        }
        assertThat(total).isEqualTo(report.path("specifications").size()).isEqualTo(15);
    }

    @Test
    void aReserveSaysWhatAPersonMustStillConfirm() throws IOException {
        JsonNode report = json();
        assertThat(item(report, "B7").path("reserve").asText()).isEqualTo("La charte se lit sur place.");
        assertThat(item(report, "B15").path("reserve").asText()).isEqualTo("Le journal se lit sur place.");
        assertThat(item(report, "B1").path("reserve").isNull()).isTrue();
        assertThat(item(report, "B14").path("reserve").isNull()).isTrue();
    }

    @Test
    void originsSayWhatTheyWereWorth() throws IOException {
        assertThat(item(json(), "B4").path("origines").toString())
                .isEqualTo("[{\"id\":\"A4\",\"couverture\":\"entiere\",\"statut\":\"conforme\"},"
                        + "{\"id\":\"A5\",\"couverture\":\"partielle\",\"statut\":\"conforme\"}]");
        assertThat(item(json(), "B8").path("origines").toString()).contains("\"statut\":\"ecart\"");
    }

    @Test
    void theWholeOfTheProofsIsShared() throws IOException {
        JsonNode proofs = json().path("preuves");
        assertThat(joined(proofs.path("reutilisables"))).isEqualTo("PA1, PA3, PA4, PA7, PA9, PB11, PB14, PB15, PB16");
        assertThat(joined(proofs.path("a_completer"))).isEqualTo("PA10, PA2, PA5, PA8");
        assertThat(joined(proofs.path("inutilisees"))).isEqualTo("PA6");
    }

    @Test
    void whatMayBeDropped() throws IOException {
        JsonNode dropped = json().path("supprimees");
        assertThat(dropped.findValuesAsText("id")).containsExactly("A6");
        structure("types: [ACI]");
        assertThat(json().path("supprimees").findValuesAsText("id")).containsExactly("A6", "A9");
        structure("types: [AI, ACI]");
        JsonNode both = json().path("supprimees");
        assertThat(both.findValuesAsText("id")).containsExactly("A6", "A9");
        assertThat(both.get(0).path("types")).isEmpty();
        assertThat(joined(both.get(1).path("types"))).isEqualTo("ACI");
    }

    @Test
    void thePlanPutsMajorGapsFirstAndNewDemandsBeforeThoseToStrengthen() throws IOException {
        JsonNode report = json();
        assertThat(String.join(", ", report.path("plan").findValuesAsText("id")))
                .isEqualTo("B10, B2, B12, B3b, B8, B16, B14");
        List<String> ranks = new ArrayList<>();
        for (String id : report.path("plan").findValuesAsText("id")) {
            JsonNode item = item(report, id);
            ranks.add(item.path("gravite").asText("ouvert") + " "
                    + item.path("categorie").asText());
        }
        assertThat(ranks)
                .containsExactly(
                        "majeure nouvelle_a_couvrir",
                        "majeure a_renforcer",
                        "mineure nouvelle_a_couvrir",
                        "mineure a_renforcer",
                        "mineure a_renforcer",
                        "ouvert nouvelle_a_couvrir",
                        "ouvert a_renforcer");
    }

    @Test
    void aGapProvenAtLastLeavesThePlan() throws IOException {
        Files.writeString(
                folder.resolve("preuves.csv"),
                "PB10;Plan;;B10;1;2026-02-02;direction;;;bureau;\n",
                java.nio.file.StandardOpenOption.APPEND);
        JsonNode report = json();
        assertThat(item(report, "B10").path("categorie").asText()).isEqualTo("nouvelle_deja_couverte");
        assertThat(String.join(", ", report.path("plan").findValuesAsText("id")))
                .startsWith("B2, ")
                .doesNotContain("B10");
    }

    @Test
    void anOriginInFullThatFailedIsNoHolding() throws IOException {
        // Nothing proves A1 any more: B1 falls with it.
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(proofs, Files.readString(proofs).replace(";A1;1;2026-02-02;", ";A1;1;;"));
        JsonNode item = item(json(), "B1");
        assertThat(item.path("categorie").asText()).isEqualTo("a_renforcer");
        assertThat(joined(item.path("preuves_reutilisables"))).isEmpty();
        assertThat(joined(item.path("preuves_a_completer"))).isEqualTo("PA1");
    }

    @Test
    void eachTypeOfTwoStandsForItself() throws IOException {
        structure("types: [AI, ACI]");
        JsonNode report = json();
        assertThat(report.path("specifications").toString()).contains("\"id\":\"B13\",\"type\":\"ACI\"");
        // What is new for one type and inherited for the other keeps its origin, and both reasons.
        JsonNode item = item(report, "B9");
        assertThat(item.path("origines").findValuesAsText("id")).containsExactly("A9");
        assertThat(item.path("pourquoi").asText()).isEqualTo("D’autres mots. L’encadrant parrain est nouveau.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"majeure", "mineure", "a_examiner", "jamais"})
    void theExitCodeIsThatOfCheckForTheSecondReferential(String threshold) throws IOException {
        int check = CedreRunner.run(command("check", "-r", "apres", "--seuil", threshold))
                .code();
        assertThat(diff("--seuil", threshold).code()).isEqualTo(check);
        structure("types: [ACI]");
        assertThat(diff("--seuil", threshold).code())
                .isEqualTo(CedreRunner.run(command("check", "-r", "apres", "--seuil", threshold))
                        .code());
    }

    @Test
    void theResultsAreThoseOfCheckForTheSecondReferential() throws IOException {
        JsonNode check =
                CedreRunner.run(command("check", "-r", "apres", "-f", "json")).json();
        JsonNode diff = json();
        assertThat(diff.path("apres").path("synthese")).isEqualTo(check.path("synthese"));
        assertThat(diff.path("specifications").findValuesAsText("id"))
                .filteredOn(id -> id.startsWith("B"))
                .isEqualTo(check.path("specifications").findValuesAsText("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"texte", "json", "csv", "markdown"})
    void sameBytesOnTwoRunsAndInAnyLocaleAndZone(String format) throws IOException {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String first = diff("-f", format).out();
        assertThat(first).isNotBlank().isEqualTo(diff("-f", format).out());
        for (String locale : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(diff("-f", format).out()).isEqualTo(first);
            assertThat(CedreRunner.run("diff", "v1", "cap", "--type", "aci", "-f", format)
                            .code())
                    .isZero();
        }
    }

    private void structure(String types) throws IOException {
        Path file = folder.resolve("structure.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("types: .*", types));
    }

    private JsonNode json() throws IOException {
        CedreRunner.Result result = diff("-f", "json");
        assertThat(result.err()).isEmpty();
        return result.json();
    }

    private CedreRunner.Result diff(String... options) {
        List<String> command = new ArrayList<>(List.of("diff", "avant", "apres"));
        List<String> rest = command("", options);
        command.addAll(rest.subList(1, rest.size()));
        return CedreRunner.run(command);
    }

    private List<String> command(String name, String... options) {
        List<String> command = new ArrayList<>(
                List.of(name, folder.toString(), "--referentiels", REFERENTIALS, "--date", "2026-11-21"));
        command.addAll(List.of(options));
        return command;
    }

    private static JsonNode item(JsonNode report, String id) {
        for (JsonNode item : report.path("specifications")) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no " + id);
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(t -> all.add(t.asText()));
        return String.join(", ", all);
    }
}
