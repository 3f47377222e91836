package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Three successive years of one folder, photographed by {@code cedre review --enregistrer} itself, the third under a referential where
 * specifications are renumbered, split, dropped and added: the right word for every gap, and no gap without a word.
 */
class ReviewYearsTest extends ReviewFolder {

    private static final CSVFormat CSV = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    @Test
    void everyGapOfEveryYearHasItsWord() throws IOException {
        for (int year = 2024; year <= 2026; year++) {
            expected(year, year(year));
        }
    }

    @Test
    void countsAreThoseOfTheList() throws IOException {
        for (int year = 2024; year <= 2026; year++) {
            JsonNode report = year(year);
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (String word : List.of("nouveau", "rouvert", "aggrave", "persistant", "allege", "leve", "a_verifier")) {
                counts.put(word, 0);
            }
            report.path("ecarts").forEach(g -> counts.merge(g.path("changement").asText(), 1, Integer::sum));
            int regressions = counts.getOrDefault("nouveau", 0)
                    + counts.getOrDefault("rouvert", 0)
                    + counts.getOrDefault("aggrave", 0);
            counts.put("regressions", year == 2024 ? 0 : regressions);
            Map<String, Integer> said = new LinkedHashMap<>();
            report.path("changements")
                    .properties()
                    .forEach(e -> said.put(e.getKey(), e.getValue().asInt()));
            assertThat(said).as("" + year).isEqualTo(counts);
        }
    }

    @Test
    void whatIsNewWorseOrBackIsARegression() throws IOException {
        year(2024);
        year(2025);
        assertThat(year(2026).path("changements").path("regressions").asInt()).isEqualTo(6);
    }

    @Test
    void theReferenceIsTheYearBefore() throws IOException {
        assertThat(year(2024).path("reference").isNull()).isTrue();
        JsonNode second = year(2025).path("reference");
        assertThat(second.path("fichier").asText()).isEqualTo("historique/2024-11-21-grille-2024.json");
        assertThat(second.path("date").asText()).isEqualTo("2024-11-21");
        assertThat(second.path("base").asText()).isEqualTo("meme_referentiel");
        JsonNode third = year(2026).path("reference");
        assertThat(third.path("fichier").asText()).isEqualTo("historique/2025-11-21-grille-2024.json");
        assertThat(third.path("referentiel").asText()).isEqualTo("grille-2024");
        assertThat(third.path("version").asText()).isEqualTo("1");
        assertThat(third.path("base").asText()).isEqualTo("correspondances");
        assertThat(history(folder))
                .containsExactly(
                        "2024-11-21-grille-2024.json", "2025-11-21-grille-2024.json", "2026-11-21-grille-2026.json");
    }

    @Test
    void everyYearIsOnTheList() throws IOException {
        year(2024);
        year(2025);
        JsonNode report = year(2026);
        assertThat(report.path("photographies").findValuesAsText("date")).contains("2024-11-21", "2025-11-21");
        List<String> chapters = new ArrayList<>();
        for (JsonNode chapter : report.path("tendance")) {
            List<String> measures = new ArrayList<>();
            for (JsonNode one : chapter.path("mesures")) {
                measures.add(one.path("date").asText().substring(0, 4) + " " + one.path("conforme") + "/"
                        + one.path("ecart") + "/" + one.path("a_examiner") + "/" + one.path("sans_objet"));
            }
            chapters.add(chapter.path("chapitre").asText() + " " + String.join(", ", measures));
        }
        // met, in default, to examine, without object; a specification counts in the chapter where it is found today
        assertThat(chapters)
                .containsExactly(
                        "1 2024 2/3/0/0, 2025 0/5/0/0, 2026 0/4/1/0",
                        "2 2024 0/4/1/0, 2025 0/4/1/0, 2026 0/4/0/1",
                        "3 2024 1/1/0/0, 2025 0/2/0/0, 2026 0/3/0/0");
    }

    /** The row moved to another line of a file with another name and other columns: the gap is the same, where it stands is up to date. */
    @Test
    void theSourceIsTheOneOfToday() throws IOException {
        year(2024);
        year(2025);
        JsonNode moved = gap(year(2026), "1.1 reclamation-ouverte RC-1");
        assertThat(moved.path("source").path("fichier").asText()).isEqualTo("registres/Réclamations.TXT");
        assertThat(moved.path("source").path("ligne").asInt()).isEqualTo(6);
    }

    @Test
    void theSameInWords() throws IOException {
        year(2024);
        year(2025);
        year(2026);
        Files.delete(folder.resolve("historique/2026-11-21-grille-2026.json"));
        CedreRunner.Result text = review("2026-11-21");
        assertThat(text.err()).isEmpty();
        assertThat(flat(text)).contains("21/11/2025", "RC-4", "2.1", "446 jours", "81 jours");
        assertThat(text.out())
                .doesNotContain("2025-11-21T", "null", "certifié", "a_verifier", "hors_periode")
                .containsIgnoringCase("rouvert")
                .containsIgnoringCase("aggravé")
                .containsIgnoringCase("allégé")
                .containsIgnoringCase("levé")
                .containsIgnoringCase("à vérifier");
    }

    /** For a spreadsheet: one line per gap, in the order and with the words of the JSON. */
    @Test
    void theTableHasOneLinePerGap() throws IOException {
        year(2024);
        year(2025);
        JsonNode report = year(2026);
        String text = review(
                        "2026-11-21",
                        "-f",
                        "csv",
                        "--reference",
                        folder.resolve("historique/2025-11-21-grille-2024.json").toString())
                .out();
        List<String> lines = new ArrayList<>();
        try (CSVParser rows = CSV.parse(new java.io.StringReader(text.replace("\uFEFF", "")))) {
            for (CSVRecord row : rows) {
                lines.add(row.get("specification") + " " + row.get("controle") + " " + row.get("objet") + " "
                        + row.get("changement") + " " + row.get("motif") + " " + row.get("gravite") + " "
                        + row.get("depuis") + " " + row.get("ancienne_specification"));
            }
        }
        List<String> expected = new ArrayList<>();
        report.path("ecarts")
                .forEach(gap -> expected.add(name(gap) + " "
                        + gap.path("changement").asText() + " "
                        + (gap.path("motif").isNull() ? "" : gap.path("motif").asText()) + " "
                        + gap.path("gravite").asText() + " "
                        + gap.path("depuis").asText() + " "
                        + (gap.path("ancienne_specification").isNull()
                                ? ""
                                : gap.path("ancienne_specification").asText())));
        assertThat(lines).isEqualTo(expected).hasSize(18);
    }

    /** A cron job keeps quiet on known gaps and speaks for the others. */
    @Test
    void exitCodesOfEachYear() throws IOException {
        year(2024);
        install(YEARS.resolve("2025"), folder);
        assertThat(review("2025-11-21").code()).isEqualTo(1);
        assertThat(review("2025-11-21", "--seuil-regression", "majeure").code()).isEqualTo(1);
        Folders.drop(folder.resolve("registres/missions.csv"), "M-3;");
        Folders.drop(folder.resolve("registres/missions.csv"), "M-4;");
        assertThat(review("2025-11-21", "--seuil-regression", "majeure").code()).isZero();
        assertThat(review("2025-11-21", "--seuil-regression", "mineure").code()).isEqualTo(1);
    }

    /** One year: its files, its review, its photograph. */
    private JsonNode year(int year) throws IOException {
        install(YEARS.resolve(Integer.toString(year)), folder);
        return json(year + "-11-21", "--enregistrer");
    }

    private static void expected(int year, JsonNode report) throws IOException {
        List<String> names = new ArrayList<>();
        try (CSVParser rows = CSV.parse(Files.newBufferedReader(YEARS.resolve("attendu-" + year + ".csv")))) {
            for (CSVRecord row : rows) {
                String name = row.get("specification") + " " + row.get("controle") + " " + row.get("objet");
                names.add(name);
                JsonNode gap = gap(report, name);
                for (String column : rows.getHeaderNames()) {
                    String wanted = row.get(column);
                    if (!wanted.equals("*")) {
                        JsonNode value = gap.path(column);
                        assertThat(value.isNull() ? "" : value.asText())
                                .as(year + " : " + name + ", " + column)
                                .isEqualTo(wanted);
                        assertThat(value.isMissingNode()).as(column).isFalse();
                    }
                }
            }
        }
        assertThat(words(report).keySet()).as("gaps of " + year).containsExactlyInAnyOrderElementsOf(names);
    }
}
