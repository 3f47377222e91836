package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gap is said mended only when something proves it: not when it merely cannot be seen. */
class ReviewProofTest extends ReviewFolder {

    private static final String CLAIM = "1.1 reclamation-ouverte RC-1";
    private static final String MISSION = "1.4 mission-sans-suivi M-1";

    /** A share over a whole register: rows nobody can read may hold the answer. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-05 2024-05-05 x x, a_verifier (non_verifiable)",
        "2024-05-05 2024-05-05 2024-05-05 x, leve (corrige)",
        "2024-05-05 - - x, aggrave"
    })
    void aShareThatCannotBeTold(String evaluations, String word) throws IOException {
        evaluated("2024-05-05 2024-05-05 - -");
        keep(BEFORE);
        evaluated(evaluations);
        if (word.equals("aggrave")) {
            // one out of four for certain, two at most
            assertThat(words(review(NOW, "-f", "json").json()).get("1.3 missions-non-evaluees missions"))
                    .isIn("aggrave", "persistant");
        } else {
            assertThat(words(review(NOW, "-f", "json").json()))
                    .containsEntry("1.3 missions-non-evaluees missions", word);
        }
    }

    /** A rhythm: a date nobody can read may be the one that was missing. */
    @Test
    void aRhythmThatCannotBeTold() throws IOException {
        String[] meetings = {"R-0;2025-09-20", "R-1;2026-06-01", "R-2;2026-09-01", "R-3;2026-09-20"};
        register("regulations", "id;date_tenue", meetings);
        keep("2026-10-01");
        assertThat(words(json("2026-10-02"))).containsEntry("1.2 reunions-trop-espacees 2026-06-01", "persistant");
        register("regulations", "id;date_tenue", meetings[0], meetings[1], meetings[2], meetings[3], "R-4;en juillet");
        JsonNode report = review("2026-10-02", "-f", "json").json();
        assertThat(words(report)).containsEntry("1.2 reunions-trop-espacees 2026-06-01", "a_verifier (non_verifiable)");
    }

    /** A hole named by the day it starts from is not the wait before the first meeting, which ends that day. */
    @Test
    void twoHolesOnEitherSideOfTheFirstMeeting() throws IOException {
        register("regulations", "id;date_tenue", "R-1;2026-09-25");
        keep("2026-10-01");
        JsonNode report = json("2026-11-21");
        assertThat(words(report))
                .containsExactly(java.util.Map.entry("1.2 reunions-trop-espacees 2026-09-25", "nouveau"));
    }

    /** A register with its headers and no row verifies nothing: the specification is to be examined, and so is its gap. */
    @Test
    void aRegisterEmptiedOfItsRows() throws IOException {
        evaluated("2024-05-05 - - -");
        keep(BEFORE);
        register("missions", "id;id_salarie;id_client;debut;fin;date_suivi_client;date_eval_client");
        JsonNode check =
                run("check", NOW, "--specification", "1.3", "-f", "json").json();
        assertThat(check.path("specifications").get(0).path("statut").asText()).isEqualTo("a_examiner");
        assertThat(words(json(NOW))).containsEntry("1.3 missions-non-evaluees missions", "a_verifier (non_verifiable)");
    }

    /** The same for a rule on each row: the row is not mended, nor even known to be gone. */
    @Test
    void aRegisterEmptiedOfTheRowAtFault() throws IOException {
        missions("2025-11-03;2025-11-28;");
        keep(BEFORE);
        register("missions", "id;id_salarie;id_client;debut;fin;date_suivi_client;date_eval_client");
        assertThat(words(json(NOW))).containsEntry(MISSION, "a_verifier (non_verifiable)");
    }

    /** No case left in the period, and no proof: the specification is without object because the period moved. */
    @Test
    void theOnlyRowOutOfThePeriod() throws IOException {
        Folders.replace(folder.resolve("preuves.csv"), "1.3 1.4 1.5", "1.3 1.5");
        missions("2025-03-03;2025-03-28;");
        keep(BEFORE);
        assertThat(words(json(NOW))).containsEntry(MISSION, "leve (hors_periode)");
    }

    /** A list cut short names a thousand gaps: mending one of them does not make a new one of the next. */
    @Test
    void aListCutShort() throws IOException {
        String[] claims = new String[1002];
        for (int i = 0; i < claims.length; i++) {
            claims[i] = "RC-" + (1000 + i);
        }
        claims(claims);
        keep(BEFORE);
        claims[3] += " 2026-02-02";
        claims(claims);
        JsonNode report = json(NOW);
        assertThat(report.path("changements").path("regressions").asInt()).isZero();
        assertThat(words(report)).containsEntry("1.1 reclamation-ouverte RC-1003", "a_verifier (non_liste)");
    }

    /** Neither the register nor any proof any more: the specification has a gap of another kind, the claim is not closed for all that. */
    @Test
    void aSpecificationWithoutAnyEvidenceAnyMore() throws IOException {
        claims("RC-1");
        keep(BEFORE);
        remove("reclamations");
        Folders.replace(folder.resolve("preuves.csv"), "1.1 1.2", "1.2");
        JsonNode report = json(NOW);
        assertThat(words(report)).containsEntry("1.1 aucune-preuve 1.1", "nouveau");
        assertThat(gap(report, CLAIM).path("changement").asText()).isEqualTo("a_verifier");
    }

    /** Seen in the first year, hidden in the second, out of the period in the third: nobody ever mended it. */
    @Test
    void outOfThePeriodAfterAYearWithoutTheRegister() throws IOException {
        missions("2024-03-04;2024-03-28;");
        keep("2024-11-21");
        remove("missions");
        keep(BEFORE);
        missions("2024-03-04;2024-03-28;");
        assertThat(words(json(NOW))).containsEntry(MISSION, "leve (hors_periode)");
        missions("2024-03-04;2024-03-28;2024-03-10");
        assertThat(words(json(NOW))).containsEntry(MISSION, "leve (corrige)");
    }

    @Test
    void whatWasLiftedLongAgoIsNotToldAgain() throws IOException {
        claims("RC-1");
        keep("2024-11-21");
        claims("RC-1 2025-02-02");
        assertThat(words(json(BEFORE))).containsEntry(CLAIM, "leve (corrige)");
        keep(BEFORE);
        assertThat(words(json(NOW))).isEmpty();
    }

    // Several types

    @Test
    void aTypeThatIsNotAskedForIsNotMended() throws IOException {
        twoTypes("[AI, ACI]");
        keep(BEFORE);
        JsonNode whole = json(NOW);
        assertThat(words(whole))
                .containsEntry("V1 client-inactif CL-1", "persistant")
                .containsEntry("V1 fournisseur-non-evalue F-1", "persistant");
        assertThat(gap(whole, "V1 fournisseur-non-evalue F-1").path("types").toString())
                .isEqualTo("[\"ACI\"]");
        assertThat(words(json(NOW, "--type", "AI"))).containsOnlyKeys("V1 client-inactif CL-1");
    }

    @Test
    void aTypeTheStructureGaveUp() throws IOException {
        twoTypes("[AI, ACI]");
        keep(BEFORE);
        twoTypes("[AI]");
        assertThat(words(json(NOW)))
                .containsEntry("V1 client-inactif CL-1", "persistant")
                .containsEntry("V1 fournisseur-non-evalue F-1", "leve (type_retire)");
    }

    // References that cannot be

    @Test
    void aReferenceOfALaterDay() throws IOException {
        claims("RC-1");
        Path later = keep(NOW);
        CedreRunner.Result result = review(BEFORE, "--reference", later.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("21/11/2026");
    }

    /** A script that only wakes up for regressions must not sleep because its history was damaged. */
    @Test
    void aDamagedHistoryIsNotAFirstReview() throws IOException {
        claims("RC-1");
        Path photograph = keep(BEFORE);
        claims("RC-1", "RC-2");
        Files.writeString(photograph, Files.readString(photograph).substring(0, 2000));
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isEqualTo(2);
    }

    // Two checks on the same row

    /** One check of a split specification is mended for a row, the other one fails for the same row: two gaps, not one that was renamed. */
    @Test
    void twoDefectsOfOneRowUnderASplitSpecification() throws IOException {
        String header =
                "id;date_premier_contact;date_entretien;suite;organisme_relais;date_relais;date_relais_confirme";
        register("accueils", header, "A-1;2025-02-03;;attente;;;");
        keep(BEFORE);
        register("accueils", header, "A-1;2025-02-03;2025-02-10;orientation;OR-1;2025-02-12;");
        Files.copy(
                YEARS.resolve("2026/preuves.csv"),
                folder.resolve("preuves.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(words(json(NOW, "-r", "grille-2026")))
                .containsEntry("3.3 relais-non-confirme A-1", "nouveau")
                .containsEntry("3.2 entretien-absent A-1", "leve (corrige)");
    }

    /** A number taken again: what was asked under it before is told with its own words, not under the title of today. */
    @Test
    void aLiftedGapBearsTheTitleItHad() throws IOException {
        register("clients", "id;categorie;cree_le;offre_envoyee_le", "CL-1;entreprise;2024-01-08;");
        keep(BEFORE);
        Files.copy(
                YEARS.resolve("2026/preuves.csv"),
                folder.resolve("preuves.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(words(json(NOW, "-r", "grille-2026")))
                .containsEntry("2.1 offre-non-envoyee CL-1", "leve (plus_demande)");
        assertThat(flat(review(NOW, "-r", "grille-2026"))).doesNotContain("✓ 2.1 Audits écrits");
    }

    private void evaluated(String evaluations) throws IOException {
        String[] dates = evaluations.split(" ", -1);
        String[] rows = new String[dates.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "M-" + i + ";S-1;CL-1;2024-03-03;2024-04-04;2024-03-10;"
                    + dates[i].replace("-", dates[i].length() == 1 ? "" : "-").replace("x", "bientôt");
        }
        register("missions", "id;id_salarie;id_client;debut;fin;date_suivi_client;date_eval_client", rows);
    }

    /** A specification whose wording depends on the type, in default for both. */
    private void twoTypes(String types) throws IOException {
        grids = Files.createDirectories(temp.resolve("grilles"));
        Files.writeString(grids.resolve("deux.yaml"), """
                id: deux
                titre: Deux rédactions
                version: "1"
                provenance: proposition
                notice: Essai.
                familles:
                  - {id: toutes, titre: Toutes, types: [AI, ACI]}
                chapitres:
                  - id: "V"
                    titre: Voisins
                    specifications:
                      - id: V1
                        intitule: Clients et fournisseurs
                        reference: {section: "V"}
                        gravite: mineure
                        conseil: Reprenez V1.
                        variantes:
                          - types: [AI]
                            exigence: Les clients sont connus.
                            controles:
                              - id: client-inactif
                                genre: ligne
                                registre: clients
                                exige: {colonne: offre_envoyee_le, est: renseigne}
                                colonne: offre_envoyee_le
                                message: "Client {id} : rien."
                          - types: [ACI]
                            exigence: Les fournisseurs sont évalués.
                            controles:
                              - id: fournisseur-non-evalue
                                genre: ligne
                                registre: fournisseurs
                                exige: {colonne: evalue_le, est: renseigne}
                                colonne: evalue_le
                                message: "Fournisseur {id} : rien."
                """);
        Files.writeString(folder.resolve("structure.yaml"), "nom: Le Pont\ntypes: " + types + "\nreferentiel: deux\n");
        Folders.write(folder.resolve("preuves.csv"), """
                ref;titre;nature;specifications;version;valide_le;valide_par
                P-1;Note;note;V1;1;2024-01-02;bureau
                """);
        register("clients", "id;categorie;offre_envoyee_le;type_structure", "CL-1;entreprise;;AI");
        register("fournisseurs", "id;evalue_le;type_structure", "F-1;;ACI");
    }
}
