package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes of {@code cedre review}, for a script that must wake up on what is new and sleep on what is known; and what it never repeats. */
class ReviewExitCodesTest extends ReviewFolder {

    /** What a folder goes through between the photograph and the day. */
    enum Story {
        /** No gap then, none now. */
        RIEN,
        /** A minor gap, already known. */
        CONNU,
        /** A major gap, already known. */
        CONNU_MAJEUR,
        /** A minor gap that was not there. */
        NOUVEAU,
        /** A major gap that was not there. */
        NOUVEAU_MAJEUR,
        /** A minor gap that became major. */
        AGGRAVE,
        /** A minor gap that was mended and is back. */
        ROUVERT,
        /** A minor gap that is gone. */
        LEVE,
        /** A minor gap that cannot be verified any more. */
        A_VERIFIER
    }

    @ParameterizedTest
    @CsvSource({
        // story, code of check at minor, then with --seuil-regression jamais, majeure, mineure, a_examiner
        "RIEN, 0, 0, 0, 0, 0",
        "CONNU, 1, 0, 0, 0, 0",
        "CONNU_MAJEUR, 1, 0, 0, 0, 0",
        "NOUVEAU, 1, 0, 0, 1, 1",
        "NOUVEAU_MAJEUR, 1, 0, 1, 1, 1",
        "AGGRAVE, 1, 0, 1, 1, 1",
        "ROUVERT, 1, 0, 0, 1, 1",
        "LEVE, 0, 0, 0, 0, 0"
    })
    void onlyRegressionsCount(Story story, int check, int never, int major, int minor, int open) throws IOException {
        tell(story);
        assertThat(run("check", NOW).code()).isEqualTo(check);
        assertThat(review(NOW).code()).isEqualTo(check);
        assertThat(review(NOW, "--seuil-regression", "jamais").code()).isEqualTo(never);
        assertThat(review(NOW, "--seuil-regression", "majeure").code()).isEqualTo(major);
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isEqualTo(minor);
        assertThat(review(NOW, "--seuil-regression", "a_examiner").code()).isEqualTo(open);
    }

    /** A gap nobody can verify any more is neither mended nor a regression. */
    @Test
    void whatCannotBeVerifiedAnyMore() throws IOException {
        tell(Story.A_VERIFIER);
        assertThat(review(NOW).code()).isZero();
        assertThat(review(NOW, "--seuil", "a_examiner").code()).isEqualTo(1);
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNU, mineure, mineure, 1",
        "CONNU, majeure, mineure, 0",
        "CONNU, jamais, mineure, 0",
        "NOUVEAU, jamais, mineure, 1",
        "NOUVEAU, majeure, jamais, 0",
        "NOUVEAU, mineure, jamais, 1",
        "LEVE, mineure, mineure, 0"
    })
    void bothThresholdsTogether(Story story, String threshold, String regression, int code) throws IOException {
        tell(story);
        assertThat(review(NOW, "--seuil", threshold, "--seuil-regression", regression)
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"majeur", "Mineures", "", "2"})
    void aThresholdThatDoesNotExist(String threshold) throws IOException {
        tell(Story.CONNU);
        CedreRunner.Result result = review(NOW, "--seuil-regression", threshold);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--seuil-regression", "majeure", "mineure", "jamais");
    }

    @Test
    void aFolderThatCannotBeRead() throws IOException {
        tell(Story.CONNU);
        Files.delete(folder.resolve("structure.yaml"));
        assertThat(review(NOW).code()).isEqualTo(2);
        folder = temp.resolve("nulle-part");
        CedreRunner.Result result = review(NOW);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("nulle-part");
    }

    /** A file that cannot be used gives 2, and the review is written all the same. */
    @Test
    void aRegisterThatCannotBeRead() throws IOException {
        tell(Story.CONNU);
        remove("reclamations");
        Files.createDirectories(folder.resolve("registres/reclamations.csv"));
        CedreRunner.Result result = review(NOW, "-f", "json", "--seuil-regression", "jamais");
        assertThat(result.code()).isEqualTo(2);
        assertThat(words(result.json())).containsEntry("1.1 reclamation-ouverte RC-1", "a_verifier (non_verifiable)");
    }

    @Test
    void theHelpAndTheQuietAndTheFile() throws IOException {
        tell(Story.NOUVEAU);
        CedreRunner.Result help = CedreRunner.run("review", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("--enregistrer", "--reference", "--seuil-regression", "--date", "Codes de sortie");
        CedreRunner.Result sarif = review(NOW, "-f", "sarif");
        assertThat(sarif.code()).isEqualTo(2);
        assertThat(sarif.err()).contains("texte, json, html, csv ou markdown");
        CedreRunner.Result quiet = review(NOW, "-q");
        assertThat(quiet.out()).isEmpty();
        assertThat(quiet.code()).isEqualTo(1);
        String expected = review(NOW, "-f", "json").out();
        CedreRunner.Result file =
                review(NOW, "-f", "json", "-o", temp.resolve("revue.json").toString());
        assertThat(file.out()).isEmpty();
        assertThat(Files.readString(temp.resolve("revue.json"))).isEqualTo(expected);
    }

    @Test
    void nothingOfWhatPeopleWroteIsRepeated() throws IOException {
        register(
                "reclamations",
                "id;date;origine;objet;traitement;cloture_le",
                "RC-1;2025-03-03;client;Mme Durandot se plaint;appelée au 0601020304;");
        Files.writeString(folder.resolve("jugements.csv"), """
                specification;type;statut;gravite;commentaire;evalue_par;evalue_le;valable_jusqu_au
                1.1;AI;;majeure;Mme Durandot a raison;Paul Secretan;2025-10-01;2027-10-01
                """);
        String photograph = Files.readString(keep(BEFORE));
        for (String text : java.util.List.of(
                photograph,
                review(NOW).out(),
                review(NOW, "--detail").out(),
                review(NOW, "-f", "json").out())) {
            assertThat(text).contains("RC-1").doesNotContain("Durandot", "0601020304", "Secretan", "a raison");
        }
    }

    private void tell(Story story) throws IOException {
        if (story == Story.ROUVERT) {
            claims("RC-1");
            keep("2024-11-21");
        }
        boolean major = story == Story.CONNU_MAJEUR;
        boolean before = story != Story.RIEN && story != Story.NOUVEAU && story != Story.NOUVEAU_MAJEUR;
        claims(before && story != Story.ROUVERT ? "RC-1" : "RC-1 2025-05-05");
        if (major) {
            requalify("1.1", "majeure");
        }
        keep(BEFORE);
        switch (story) {
            case RIEN, CONNU, CONNU_MAJEUR -> {}
            case NOUVEAU, ROUVERT -> claims("RC-1");
            case NOUVEAU_MAJEUR -> missions("2026-03-03;;");
            case AGGRAVE -> requalify("1.1", "majeure");
            case LEVE -> claims("RC-1 2026-05-05");
            case A_VERIFIER -> remove("reclamations");
        }
    }
}
