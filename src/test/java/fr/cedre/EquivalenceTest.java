package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre check}: a proof given for a specification serves, elsewhere, the one it corresponds to in full, and the report says so. */
class EquivalenceTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"cedre-iso-9001", "iso-9001-2015", "cap-iso-9001"})
    void aProofOfV2ServesTheClausesItCovers(String referential) throws IOException {
        proofs("AI", "M1;3.2;2026-02-02;");
        JsonNode report = check(referential);
        for (String clause : List.of("ISO-4.4.2", "ISO-7.5.1", "ISO-7.5.2", "ISO-7.5.3.1", "ISO-7.5.3.2")) {
            JsonNode result = result(report, clause);
            assertThat(strings(result.path("preuves"))).as(clause).containsExactly("M1");
            assertThat(reuses(result)).as(clause).containsExactly("M1 pour 3.2");
        }
        // The same line says that it covers the perimeter in part only.
        assertThat(result(report, "ISO-4.3").path("preuves")).isEmpty();
        assertThat(result(report, "ISO-4.3").path("reprises")).isEmpty();
        assertThat(result(report, "ISO-4.3").path("statut").asText()).isEqualTo("ecart");
        assertThat(result(report, "ISO-4.1").path("preuves")).isEmpty();
    }

    @Test
    void itsOwnIdentifierIsNoReuse() throws IOException {
        proofs("AI", "M1;3.2;2026-02-02;", "M2;ISO-7.5.1 ISO-4.4.2;2026-02-02;");
        JsonNode report = check("cedre-iso-9001");
        assertThat(strings(result(report, "3.2").path("preuves"))).contains("M1");
        assertThat(result(report, "3.2").path("reprises").toString()).doesNotContain("M1");
        assertThat(strings(result(report, "ISO-7.5.1").path("preuves"))).containsExactly("M1", "M2");
        assertThat(result(report, "ISO-7.5.1").path("reprises").findValuesAsText("preuve"))
                .containsExactly("M1");
    }

    @Test
    void theTextSaysWhatWasTakenUp() throws IOException {
        proofs("AI", "M1;3.2;2026-02-02;");
        String said = text("cedre-iso-9001");
        assertThat(said)
                .contains("Preuves reprises par correspondance")
                .containsPattern("ISO-4.4.2 : M1 \\([^)]*pour 3.2\\b")
                .doesNotContain("ISO-4.3 : M1");
        assertThat(text("cedre-v2")).doesNotContain("Preuves reprises");
    }

    @ParameterizedTest
    @CsvSource({
        // expired the day before the audit; not validated
        "2026-02-02, 2026-11-20",
        "'', ''"
    })
    void aProofThatDoesNotCountIsNotTakenUp(String validatedOn, String expiresOn) throws IOException {
        proofs("AI", "M1;3.2;" + validatedOn + ";" + expiresOn);
        JsonNode result = result(check("iso-9001-2015"), "ISO-4.4.2");
        assertThat(result.path("preuves")).isEmpty();
        assertThat(result.path("reprises")).isEmpty();
        assertThat(result.path("statut").asText()).isEqualTo("ecart");
        // It is named as the one to mend, not passed over.
        assertThat(result.path("constats").toString()).contains("M1");
    }

    @Test
    void aProofThatExpiresOnTheAuditDayStillServes() throws IOException {
        proofs("AI", "M1;3.2;2026-02-02;2026-11-21");
        assertThat(strings(result(check("iso-9001-2015"), "ISO-4.4.2").path("preuves")))
                .containsExactly("M1");
    }

    @Test
    void aProofOfASubSpecificationOfV2ServesTheLetterOfV1() throws IOException {
        proofs("AI", "A3;6.1.A3;2026-02-02;", "G1;6.1.G1;2026-02-02;");
        JsonNode report = check("cedre-v1");
        assertThat(strings(result(report, "6.1.A").path("preuves"))).contains("A3");
        assertThat(reuses(result(report, "6.1.A"))).contains("A3 pour 6.1.A3");
        assertThat(strings(result(report, "6.1.G").path("preuves"))).contains("G1");
        assertThat(strings(result(report, "6.1.B").path("preuves"))).doesNotContain("A3", "G1");
    }

    @Test
    void aCorrespondenceHoldsForItsTypesOnly() throws IOException {
        // 6.1.C4 means the conditions of a mission for an AI, the start of a job for an ACI.
        proofs("AI", "C4;6.1.C4;2026-02-02;");
        assertThat(strings(result(check("iso-9001-2015"), "ISO-7.2").path("preuves")))
                .isEmpty();
        proofs("ACI", "C4;6.1.C4;2026-02-02;");
        assertThat(strings(result(check("iso-9001-2015"), "ISO-7.2").path("preuves")))
                .containsExactly("C4");
        // For a structure of both types, what holds for one is not enough.
        proofs("AI, ACI", "C4;6.1.C4;2026-02-02;");
        JsonNode both = check("iso-9001-2015");
        for (JsonNode result : both.path("specifications")) {
            if (result.path("id").asText().equals("ISO-7.2")
                    && !result.path("type").asText().equals("ACI")) {
                assertThat(strings(result.path("preuves"))).isEmpty();
            }
        }
    }

    @Test
    void anIdentifierThatBothBearMeansOnesOwn() throws IOException {
        // 3.1 is in V1 and in V2: under V1 it is V1's own, and no reuse.
        proofs("AI", "P;3.1;2026-02-02;");
        JsonNode result = result(check("cedre-v1"), "3.1");
        assertThat(strings(result.path("preuves"))).contains("P");
        assertThat(result.path("reprises")).isEmpty();
    }

    @Test
    void anIdentifierOfBothNeverServesAnotherOne() throws IOException {
        // What was S1 is now S2; S1 is also, now, something else: a proof that cites S1 is about that.
        Path library = temp.resolve("referentiels");
        new SmallLibrary(library)
                .referential("un", "", "S1", "U2")
                .referential("deux", "", "S1", "S2", "S3")
                .lines("un", "deux", "de: S1, vers: S2, sort: deplacee", "de: U2, vers: S3, sort: identique");
        proofs("AI", "P;S1 U2;2026-02-02;");
        JsonNode report = CedreRunner.run(
                        "check",
                        temp.toString(),
                        "-r",
                        "deux",
                        "--referentiels",
                        library.toString(),
                        "--date",
                        "2026-11-21",
                        "-f",
                        "json")
                .json();
        assertThat(strings(result(report, "S1").path("preuves"))).containsExactly("P");
        assertThat(result(report, "S2").path("preuves")).isEmpty();
        assertThat(reuses(result(report, "S3"))).containsExactly("P pour U2");
    }

    @Test
    void anIdentifierKnownElsewhereDrawsNoWarningAMistypedOneDoes() throws IOException {
        proofs("AI", "M1;3.2 ISO-7.5.1 6.1.A1;2026-02-02;", "M2;ISO-7.5.11;2026-02-02;", "M3;6.1.AA;2026-02-02;");
        assertThat(unknown(check("iso-9001-2015")))
                .hasSize(2)
                .anyMatch(m -> m.contains("« ISO-7.5.11 »") && m.contains("vouliez-vous dire « ISO-7.5.1 » ?"))
                .anyMatch(m -> m.contains("« 6.1.AA »"));
        // 7.D is V1's: V2 knows it by the correspondence from V1.
        proofs("AI", "M1;3.2 ISO-7.5.1 6.1.A1 7.D;2026-02-02;", "M2;6.1.AA;2026-02-02;");
        assertThat(unknown(check("cedre-v2")))
                .singleElement(STRING)
                .contains("« 6.1.AA »", "vouliez-vous dire « 6.1.A » ?");
    }

    @Test
    void whatOnlyTheStandardAsksStandsOut() throws IOException {
        proofs("ACI", "M1;3.2;2026-02-02;");
        JsonNode report = check("cedre-iso-9001");
        List<String> alone = strings(report.path("sans_correspondance"));
        // Nothing in V2 leads to them; nothing of V2 itself is among them.
        assertThat(alone).contains("ISO-6.3", "ISO-7.1.5.2", "ISO-8.5.3").allMatch(id -> id.startsWith("ISO-"));
        assertThat(alone).doesNotContain("ISO-4.4.2", "ISO-4.3");
        assertThat(text("cedre-iso-9001"))
                .contains("Ce que seul ")
                .contains(alone.stream().map(id -> "✗ " + id + " ").toList());
        assertThat(strings(check("iso-9001-2015").path("sans_correspondance"))).isEmpty();
        assertThat(strings(check("cedre-v2").path("sans_correspondance"))).isEmpty();
    }

    @Test
    void everyReuseIsACoveringLinkOfAFile() throws IOException {
        // The whole AI base: each reuse under the joint referential is a « vers » of the comparison from V2.
        String base = CaseFolder.BASES.resolve("ai").toString();
        JsonNode diff = CedreRunner.run("diff", "v2", "iso-9001-2015", "--type", "AI", "-f", "json")
                .json();
        JsonNode report = CedreRunner.run("check", base, "-r", "iso-9001-2015", "--date", "2026-11-21", "-f", "json")
                .json();
        int reuses = 0;
        for (JsonNode entry : diff.path("specifications")) {
            List<String> whole = new ArrayList<>();
            for (JsonNode origin : entry.path("origines")) {
                if (origin.path("couverture").asText().equals("entiere")) {
                    whole.add(origin.path("id").asText());
                }
            }
            List<String> cited =
                    result(report, entry.path("id").asText()).path("reprises").findValuesAsText("specification");
            assertThat(cited).as(entry.path("id").asText()).isSubsetOf(whole);
            assertThat(whole).as(entry.path("id").asText()).isSubsetOf(cited);
            reuses += cited.size();
        }
        assertThat(reuses).isPositive();
    }

    private void proofs(String types, String... rows) throws IOException {
        Files.writeString(
                temp.resolve("structure.yaml"),
                "nom: Essai\ntypes: [" + types + "]\norgane_direction: conseil d'administration\n");
        StringBuilder csv =
                new StringBuilder("ref;specifications;valide_le;expire_le;titre;nature;version;valide_par\n");
        for (String row : rows) {
            csv.append(row).append(";Titre;;1;direction\n");
        }
        Files.writeString(temp.resolve("preuves.csv"), csv.toString());
    }

    private JsonNode check(String referential) throws IOException {
        return CedreRunner.run("check", temp.toString(), "-r", referential, "--date", "2026-11-21", "-f", "json")
                .json();
    }

    private String text(String referential) {
        return CedreRunner.run("check", temp.toString(), "-r", referential, "--date", "2026-11-21", "--detail")
                .out()
                .replaceAll("\\s+", " ");
    }

    private static JsonNode result(JsonNode report, String id) {
        for (JsonNode result : report.path("specifications")) {
            if (result.path("id").asText().equals(id)) {
                return result;
            }
        }
        throw new AssertionError("no " + id);
    }

    private static List<String> reuses(JsonNode result) {
        List<String> all = new ArrayList<>();
        for (JsonNode reuse : result.path("reprises")) {
            all.add(reuse.path("preuve").asText() + " pour "
                    + reuse.path("specification").asText());
        }
        return all;
    }

    private static List<String> unknown(JsonNode report) {
        List<String> messages = new ArrayList<>();
        for (JsonNode problem : report.path("problemes")) {
            if (problem.path("colonne").asText().equals("specifications")) {
                messages.add(problem.path("message").asText());
            }
        }
        return messages;
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(s -> all.add(s.asText()));
        return all;
    }
}
