package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre review}: the word of a gap, each in the smallest folder that shows it; the referential stays the same. */
class ReviewTest extends ReviewFolder {

    private static final String CLAIM = "1.1 reclamation-ouverte RC-1";
    private static final String HOLE = "1.2 reunions-trop-espacees 2025-09-01";
    private static final String SHARE = "1.3 missions-non-evaluees missions";
    private static final String MISSION = "1.4 mission-sans-suivi M-1";

    @Test
    void withoutAnyPhotographEverythingIsNewAndNothingIsARegression() throws IOException {
        claims("RC-1", "RC-2");
        JsonNode report = json(NOW);
        assertThat(report.path("schema").asText()).isEqualTo("cedre/revue/1");
        assertThat(report.path("reference").isNull()).isTrue();
        assertThat(words(report).values()).containsOnly("nouveau").hasSize(2);
        assertThat(report.path("changements").path("nouveau").asInt()).isEqualTo(2);
        assertThat(report.path("changements").path("regressions").asInt()).isZero();
        assertThat(report.path("photographies")).isEmpty();
        assertThat(report.path("photographie").isNull()).isTrue();
        assertThat(review(NOW).code()).isEqualTo(1);
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isZero();
        assertThat(history(folder)).isEmpty();
    }

    @Test
    void aFolderWithoutAnyGap() throws IOException {
        keep(BEFORE);
        JsonNode report = json(NOW);
        assertThat(report.path("ecarts")).isEmpty();
        assertThat(report.path("reference").path("date").asText()).isEqualTo(BEFORE);
        assertThat(review(NOW).code()).isZero();
    }

    @Test
    void theCountsOfTheDayAreThoseOfCheck() throws IOException {
        claims("RC-1", "RC-2 2026-01-10");
        missions("2025-03-03;2025-03-28;");
        keep(BEFORE);
        JsonNode check = run("check", NOW, "-f", "json").json();
        JsonNode review = json(NOW);
        for (String key : List.of("outil", "referentiel", "structure", "date", "periode", "synthese")) {
            assertThat(review.path(key)).as(key).isEqualTo(check.path(key));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RC-1, RC-1, persistant",
        "RC-1, RC-1 2026-02-03, leve (corrige)",
        "RC-9 2025-04-01, RC-1, nouveau",
        "RC-1 2025-04-01, RC-1, nouveau",
        // the closing date had not come yet on the first day, and counts on the second
        "RC-1, RC-1 2026-11-21, leve (corrige)",
        "RC-1, RC-1 2026-11-22, persistant",
        // its row is gone: nobody mended anything
        "RC-1, RC-9 2025-04-01, leve (ligne_disparue)",
        "RC-1, RC-10 2025-04-01, leve (ligne_disparue)"
    })
    void aRowThatFailedAndOneThatFails(String before, String after, String word) throws IOException {
        claims(before);
        keep(BEFORE);
        claims(after);
        assertThat(words(json(NOW))).containsEntry(CLAIM, word).hasSize(1);
    }

    @Test
    void whoseGapsAreOlderIsKnownToTheDay() throws IOException {
        claims("RC-1");
        keep("2024-06-30");
        claims("RC-1", "RC-2");
        keep(BEFORE);
        JsonNode report = json(NOW);
        assertThat(gap(report, CLAIM).path("depuis").asText()).isEqualTo("2024-06-30");
        assertThat(gap(report, CLAIM).path("premier_releve_le").asText()).isEqualTo("2024-06-30");
        JsonNode second = gap(report, "1.1 reclamation-ouverte RC-2");
        assertThat(second.path("depuis").asText()).isEqualTo(BEFORE);
    }

    @Test
    void aGapThatComesBackIsReopenedAndItsRunStartsAgain() throws IOException {
        claims("RC-1");
        keep("2024-06-30");
        claims("RC-1 2025-01-15");
        keep(BEFORE);
        claims("RC-1");
        JsonNode gap = gap(json(NOW), CLAIM);
        assertThat(gap.path("changement").asText()).isEqualTo("rouvert");
        assertThat(gap.path("depuis").asText()).isEqualTo(NOW);
        assertThat(gap.path("premier_releve_le").asText()).isEqualTo("2024-06-30");
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isEqualTo(1);
        keep(NOW);
        JsonNode later = gap(json("2027-11-21"), CLAIM);
        assertThat(later.path("changement").asText()).isEqualTo("persistant");
        assertThat(later.path("depuis").asText()).isEqualTo(NOW);
        assertThat(later.path("premier_releve_le").asText()).isEqualTo("2024-06-30");
    }

    // Worse or better

    @ParameterizedTest
    @CsvSource({"1, 1, persistant", "1, 2, aggrave", "2, 3, aggrave", "2, 1, allege", "2, 2, persistant"})
    void rowsOfTheSameKeyAreOneGapMetSeveralTimes(int before, int after, String word) throws IOException {
        claims("RC-1 RC-1 RC-1".substring(0, before * 5 - 1).split(" ", -1));
        keep(BEFORE);
        claims("RC-1 RC-1 RC-1".substring(0, after * 5 - 1).split(" ", -1));
        JsonNode gap = gap(review(NOW, "-f", "json").json(), CLAIM);
        assertThat(gap.path("changement").asText()).isEqualTo(word);
        assertThat(gap.path("occurrences").asInt()).isEqualTo(after);
        assertThat(gap.path("occurrences_precedentes").asInt()).isEqualTo(before);
    }

    /** Evaluated missions out of all of them, to be held against three out of four. */
    @ParameterizedTest
    @CsvSource({
        "1/4, 1/4, persistant",
        "1/4, 2/4, allege",
        "2/4, 1/4, aggrave",
        // the same share of another number
        "1/4, 2/8, persistant",
        "1/3, 3/10, aggrave",
        "3/10, 1/3, allege",
        "2/4, 3/4, leve (corrige)",
        "3/4, 2/4, nouveau",
        // as texts, 2/10 would come before 1/9 backwards
        "1/9, 2/10, allege"
    })
    void aShareFurtherFromItsThresholdIsWorse(String before, String after, String word) throws IOException {
        evaluated(before);
        keep(BEFORE);
        evaluated(after);
        JsonNode report = json(NOW);
        assertThat(words(report)).containsEntry(SHARE, word);
        if (!word.startsWith("leve")) {
            JsonNode gap = gap(report, SHARE);
            assertThat(gap.path("mesure").asText()).isEqualTo(after);
            assertThat(gap.path("seuil").asText()).isEqualTo("3/4");
            assertThat(gap.path("mesure_precedente").asText("")).isEqualTo(word.equals("nouveau") ? "" : before);
        }
    }

    /** Days without a meeting since the first of September, when one a month is the rule. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-11, 2025-10-11, persistant",
        "2025-10-11, 2025-10-12, aggrave",
        "2025-10-12, 2025-10-11, allege",
        // 99 days against 101: not the order of the texts
        "2025-12-09, 2025-12-11, aggrave",
        "2025-10-11, 2025-10-01, leve (corrige)",
        "2025-10-01, 2025-10-02, nouveau"
    })
    void moreDaysThanBeforeIsWorse(String before, String after, String word) throws IOException {
        meetings(before);
        keep("2026-05-01");
        meetings(after);
        assertThat(words(json("2026-05-02"))).containsEntry(HOLE, word);
    }

    @ParameterizedTest
    @CsvSource({"mineure, majeure, aggrave", "majeure, mineure, allege", "majeure, majeure, persistant"})
    void aGravityThatAPersonChanges(String before, String after, String word) throws IOException {
        claims("RC-1");
        requalify("1.1", before);
        keep(BEFORE);
        requalify("1.1", after);
        JsonNode gap = gap(json(NOW), CLAIM);
        assertThat(gap.path("changement").asText()).isEqualTo(word);
        assertThat(gap.path("gravite").asText()).isEqualTo(after);
        assertThat(gap.path("gravite_precedente").asText()).isEqualTo(before);
    }

    /** Graver on one side and lighter on the other: what is worse is not hidden by what is better. */
    @Test
    void aGraverGapWithABetterMeasureIsWorse() throws IOException {
        evaluated("1/4");
        keep(BEFORE);
        evaluated("2/4");
        requalify("1.3", "majeure");
        assertThat(words(json(NOW))).containsEntry(SHARE, "aggrave");
    }

    // Gone, and why

    /** The mission ended inside the period of the photograph; the period moved, nobody asked the client anything. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-28, '', leve (hors_periode)",
        // the last day before the new period, and its first
        "2025-11-21, '', leve (hors_periode)",
        "2025-11-22, '', persistant",
        "'', '', persistant",
        "2025-03-28, 2025-03-10, leve (corrige)",
        "'', 2025-03-10, leve (corrige)"
    })
    void aRowOutOfThePeriodIsNotMended(String end, String followed, String word) throws IOException {
        missions("2025-03-03;" + end + ";");
        keep(BEFORE);
        missions("2025-03-03;" + end + ";" + followed);
        assertThat(words(json(NOW))).containsEntry(MISSION, word).hasSize(1);
    }

    @Test
    void aShorterPeriodAskedForMendsNothing() throws IOException {
        missions("2026-03-03;2026-03-28;");
        keep("2026-11-20");
        assertThat(words(json(NOW, "--depuis", "2026-06-01"))).containsEntry(MISSION, "leve (hors_periode)");
        assertThat(words(json(NOW, "--depuis", "2026-03-28"))).containsEntry(MISSION, "persistant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types: [AI]\n",
                "types: [AI]\nensemblier: Groupe\nnon_applicables:\n  - {specification: \"2.3\", motif: \"aucun partenaire\","
                        + " valide_par: \"bureau\", jusqu_au: 2027-06-30}\n"
            })
    void aSpecificationWithoutObjectAnyMore(String structure) throws IOException {
        register("partenaires", "id;nature;formalisee_le", "P-1;siae;");
        keep(BEFORE);
        Files.writeString(folder.resolve("structure.yaml"), "nom: Le Pont\nreferentiel: grille-2024\n" + structure);
        assertThat(words(json(NOW))).containsEntry("2.3 partenariat-non-ecrit P-1", "leve (sans_objet)");
    }

    // Not found, and nothing proves anything

    @Test
    void aRegisterThatVanishedProvesNothing() throws IOException {
        claims("RC-1");
        keep("2024-06-30");
        remove("reclamations");
        Path second = keep(BEFORE);
        JsonNode gap = gap(json(NOW), CLAIM);
        assertThat(gap.path("changement").asText()).isEqualTo("a_verifier");
        assertThat(gap.path("motif").asText()).isEqualTo("non_verifiable");
        assertThat(gap.path("depuis").asText()).isEqualTo("2024-06-30");
        // back with its register: the run was never known to be broken
        claims("RC-1");
        JsonNode back = gap(json(NOW), CLAIM);
        assertThat(back.path("changement").asText()).isEqualTo("persistant");
        assertThat(back.path("depuis").asText()).isEqualTo("2024-06-30");
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isZero();
        claims("RC-1 2026-01-10");
        assertThat(words(json(NOW))).containsEntry(CLAIM, "leve (corrige)");
        assertThat(second).exists();
    }

    @ParameterizedTest
    @CsvSource({
        // the column is gone
        "id;date;origine, RC-1;2025-03-03;client, a_verifier (non_verifiable)",
        // the very cell cannot be read
        "id;date;origine;cloture_le, RC-1;2025-03-03;client;bientôt, a_verifier (non_verifiable)",
        // another row cannot be read, this one can
        "id;date;origine;cloture_le, RC-1;2025-03-03;client;2026-01-10|RC-2;2025-03-03;client;bientôt, leve (corrige)"
    })
    void whatCannotBeReadProvesNothing(String header, String rows, String word) throws IOException {
        claims("RC-1");
        keep(BEFORE);
        register("reclamations", header, rows.split("\\|", -1));
        assertThat(words(review(NOW, "-f", "json").json())).containsEntry(CLAIM, word);
    }

    // New, and why

    @Test
    void whatWasToBeExaminedBefore() throws IOException {
        keep(BEFORE);
        claims("RC-1");
        assertThat(words(json(NOW))).containsEntry(CLAIM, "nouveau (etait_a_examiner)");
        register("reclamations", "id;date;origine;cloture_le", "RC-1;2025-03-03;client;bientôt");
        keep(BEFORE);
        claims("RC-1", "RC-2");
        assertThat(words(json(NOW)))
                .containsEntry(CLAIM, "nouveau (etait_a_examiner)")
                .containsEntry("1.1 reclamation-ouverte RC-2", "nouveau");
    }

    @Test
    void whatWasOnlyASensitivePointBefore() throws IOException {
        grids = Folders.copy(GRIDS, temp.resolve("grilles"));
        Path grid = grids.resolve("grille-2024.yaml");
        String strict = Files.readString(grid);
        Folders.replace(
                grid,
                "          - id: reclamation-ouverte\n",
                "          - id: reclamation-ouverte\n            niveau: point_sensible\n");
        claims("RC-1");
        keep(BEFORE);
        Files.writeString(grid, strict);
        assertThat(words(json(NOW))).containsEntry(CLAIM, "nouveau (etait_point_sensible)");
    }

    // A part only

    @Test
    void whatIsNotAskedForIsNotLifted() throws IOException {
        claims("RC-1");
        missions("2026-03-03;;");
        keep("2026-11-20");
        for (String[] part :
                List.of(new String[] {"--specification", "1.1"}, new String[] {"--specification", "1.4"}, new String[] {
                    "--chapitre", "2"
                })) {
            CedreRunner.Result result = review(NOW, part[0], part[1], "-f", "json");
            if (result.code() == 2) {
                assertThat(result.err()).contains(part[0]);
            } else {
                assertThat(words(result.json()).values())
                        .doesNotContain("leve (corrige)", "a_verifier (non_verifiable)");
            }
        }
    }

    private void evaluated(String share) throws IOException {
        String[] parts = share.split("/", -1);
        String[] rows = new String[Integer.parseInt(parts[1])];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "M-" + i + ";S-1;CL-1;2024-03-03;2024-04-04;2024-03-10;"
                    + (i < Integer.parseInt(parts[0]) ? "2024-05-05" : "");
        }
        register("missions", "id;id_salarie;id_client;debut;fin;date_suivi_client;date_eval_client", rows);
    }

    /** A meeting on the first of September, the next one on a day, then one a month until May. */
    private void meetings(String next) throws IOException {
        StringBuilder rows =
                new StringBuilder("R-0;2025-08-01;2025-08-01\nR-1;2025-09-01;2025-09-01\nR-2;" + next + ";" + next);
        java.time.LocalDate day = java.time.LocalDate.parse(next);
        for (int i = 3; day.isBefore(java.time.LocalDate.parse("2026-04-10")); i++) {
            day = day.plusDays(28);
            rows.append("\nR-" + i + ";" + day + ";" + day);
        }
        register("regulations", "id;date_prevue;date_tenue", rows.toString());
    }
}
