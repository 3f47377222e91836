package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A review across two referentials: each fate of a specification, in libraries of a few lines where a gap is a missing proof. */
class ReviewReferentialTest extends ReviewFolder {

    private SmallLibrary library;

    @BeforeEach
    void library() throws IOException {
        library = new SmallLibrary(temp.resolve("petits"));
        grids = library.folder();
        holds("a");
    }

    @Test
    void aRenumberedSpecification() throws IOException {
        library.referential("a", "", "A1", "A2").referential("b", "", "B1", "B2");
        library.lines("a", "b", "de: A1, vers: B1, sort: deplacee", "de: A2, vers: B2, sort: reformulee");
        holds("a", "A2");
        keep(BEFORE);
        holds("b", "B2");
        JsonNode report = json(NOW);
        assertThat(report.path("reference").path("base").asText()).isEqualTo("correspondances");
        assertThat(words(report)).containsExactlyEntriesOf(java.util.Map.of("B1 aucune-preuve B1", "persistant"));
        JsonNode gap = gap(report, "B1 aucune-preuve B1");
        assertThat(gap.path("ancienne_specification").asText()).isEqualTo("A1");
        assertThat(gap.path("depuis").asText()).isEqualTo(BEFORE);
        assertThat(gap.path("premier_releve_le").asText()).isEqualTo(BEFORE);
        assertThat(review(NOW, "--seuil-regression", "mineure").code()).isZero();
        holds("b", "B1", "B2");
        JsonNode mended = json(NOW);
        assertThat(words(mended).values()).containsExactly("leve (corrige)");
    }

    @Test
    void aRenumberedSpecificationKeepsItsRunThroughBoth() throws IOException {
        library.referential("a", "", "A1")
                .referential("b", "", "B1")
                .lines("a", "b", "de: A1, vers: B1, sort: deplacee");
        keep("2024-11-21");
        keep(BEFORE);
        holds("b");
        keep("2026-05-05");
        JsonNode gap = gap(json(NOW), "B1 aucune-preuve B1");
        assertThat(gap.path("changement").asText()).isEqualTo("persistant");
        assertThat(gap.path("depuis").asText()).isEqualTo("2024-11-21");
    }

    /** Back after having been mended under the first referential. */
    @Test
    void reopenedUnderItsNewNumber() throws IOException {
        library.referential("a", "", "A1")
                .referential("b", "", "B1")
                .lines("a", "b", "de: A1, vers: B1, sort: deplacee");
        keep("2024-11-21");
        holds("a", "A1");
        keep(BEFORE);
        holds("b");
        JsonNode gap = gap(json(NOW), "B1 aucune-preuve B1");
        assertThat(gap.path("changement").asText()).isEqualTo("rouvert");
        assertThat(gap.path("premier_releve_le").asText()).isEqualTo("2024-11-21");
    }

    @ParameterizedTest
    @CsvSource({
        "'', persistant, persistant",
        "B1, '', persistant",
        "B2, persistant, ''",
        // taken up by both, and both are held
        "B1 B2, '', ''"
    })
    void aSplitSpecification(String held, String first, String second) throws IOException {
        library.referential("a", "", "A1").referential("b", "", "B1", "B2");
        library.lines("a", "b", "de: A1, en_partie: [B1, B2], sort: scindee");
        keep(BEFORE);
        holds("b", held.split(" ", -1));
        JsonNode report = json(NOW);
        if (!first.isEmpty()) {
            assertThat(words(report)).containsEntry("B1 aucune-preuve B1", first);
        }
        if (!second.isEmpty()) {
            assertThat(words(report)).containsEntry("B2 aucune-preuve B2", second);
        }
        int lifted = report.path("changements").path("leve").asInt();
        assertThat(lifted).isEqualTo(first.isEmpty() && second.isEmpty() ? 1 : 0);
        assertThat(report.path("changements").path("regressions").asInt()).isZero();
    }

    @Test
    void twoSpecificationsMergedIntoOne() throws IOException {
        library.referential("a", "", "A1", "A2").referential("b", "", "B1");
        library.lines("a", "b", "de: A1, vers: B1, sort: fusionnee", "de: A2, vers: B1, sort: fusionnee");
        keep(BEFORE);
        holds("b");
        JsonNode report = json(NOW);
        assertThat(words(report)).containsExactlyEntriesOf(java.util.Map.of("B1 aucune-preuve B1", "persistant"));
        holds("b", "B1");
        assertThat(words(json(NOW)))
                .containsExactlyEntriesOf(java.util.Map.of("B1 aucune-preuve B1", "leve (corrige)"));
    }

    @Test
    void whatIsNoLongerAskedForAndWhatNothingCameBefore() throws IOException {
        library.referential("a", "", "A1", "A2").referential("b", "", "B1", "B9");
        library.lines(
                "a", "b", "de: A1, vers: B1, sort: identique", "de: A2, sort: supprimee", "vers: B9, sort: nouvelle");
        holds("a", "A1");
        keep(BEFORE);
        holds("b", "B1");
        JsonNode report = json(NOW);
        assertThat(words(report))
                .hasSize(2)
                .containsEntry("A2 aucune-preuve A2", "leve (plus_demande)")
                .containsEntry("B9 aucune-preuve B9", "nouveau (exigence_nouvelle)");
        assertThat(report.path("changements").path("regressions").asInt()).isEqualTo(1);
    }

    /** The same number for another demand: neither the same gap, nor a correction. */
    @Test
    void aNumberTakenAgainForSomethingElse() throws IOException {
        library.referential("a", "", "X1", "X2").referential("b", "", "X1", "X2");
        library.lines("a", "b", "de: X1, vers: X2, sort: deplacee", "de: X2, vers: X1, sort: deplacee");
        holds("a", "X2");
        keep(BEFORE);
        holds("b", "X2");
        // X1 was missing, it is X2 now, which is proven; what is X1 now was X2, and held
        assertThat(json(NOW).path("changements").path("nouveau").asInt()).isEqualTo(1);
        assertThat(json(NOW).path("changements").path("leve").asInt()).isEqualTo(1);
        holds("b", "X1");
        assertThat(words(json(NOW))).containsExactlyEntriesOf(java.util.Map.of("X2 aucune-preuve X2", "persistant"));
    }

    /** A graver word of the new text for the same defect is a worse gap; the review says both gravities. */
    @Test
    void anotherGravityInTheNewReferential() throws IOException {
        library.referential("a", "", "A1")
                .referential("b", "", "B1")
                .lines("a", "b", "de: A1, vers: B1, sort: renforcee");
        Folders.replace(library.folder().resolve("b.yaml"), "gravite: mineure", "gravite: majeure");
        keep(BEFORE);
        holds("b");
        JsonNode gap = gap(json(NOW), "B1 aucune-preuve B1");
        assertThat(gap.path("changement").asText()).isEqualTo("aggrave");
        assertThat(gap.path("gravite_precedente").asText()).isEqualTo("mineure");
        assertThat(review(NOW, "--seuil-regression", "majeure").code()).isEqualTo(1);
    }

    @Test
    void withoutAnyCorrespondenceEqualIdentifiersAndNothingElse() throws IOException {
        library.referential("a", "", "X1", "X2").referential("b", "", "X1", "B2");
        keep(BEFORE);
        holds("b");
        CedreRunner.Result result = review(NOW, "-f", "json");
        JsonNode report = result.json();
        assertThat(report.path("reference").path("base").asText()).isEqualTo("identifiants");
        assertThat(words(report)).containsEntry("X1 aucune-preuve X1", "persistant");
        assertThat(words(report).get("B2 aucune-preuve B2")).startsWith("nouveau");
        assertThat(words(report).get("X2 aucune-preuve X2")).isEqualTo("leve (plus_demande)");
        assertThat(flat(review(NOW))).containsIgnoringCase("identifiants");
    }

    /** The referential of the photograph is no longer at hand. */
    @Test
    void aReferentialThatWasRemoved() throws IOException {
        library.referential("a", "", "X1", "X2").referential("b", "", "X1");
        keep(BEFORE);
        Files.delete(library.folder().resolve("a.yaml"));
        holds("b");
        JsonNode report = review(NOW, "-f", "json").json();
        assertThat(report.path("reference").path("referentiel").asText()).isEqualTo("a");
        assertThat(report.path("reference").path("base").asText()).isEqualTo("identifiants");
        assertThat(words(report)).containsEntry("X1 aucune-preuve X1", "persistant");
    }

    /** A new version under the same identifier: numbers are the same, and one that is gone is no longer asked for. */
    @Test
    void aNewVersionOfTheSameReferential() throws IOException {
        library.referential("a", "", "X1", "X2");
        keep(BEFORE);
        library.referential("a", "", "X1", "X3");
        Folders.replace(library.folder().resolve("a.yaml"), "version: \"1\"", "version: \"2\"");
        JsonNode report = review(NOW, "-f", "json").json();
        assertThat(report.path("reference").path("base").asText()).isEqualTo("meme_referentiel");
        assertThat(report.path("reference").path("version").asText()).isEqualTo("1");
        assertThat(report.path("referentiel").path("version").asText()).isEqualTo("2");
        assertThat(words(report))
                .containsEntry("X1 aucune-preuve X1", "persistant")
                .containsEntry("X2 aucune-preuve X2", "leve (plus_demande)")
                .hasEntrySatisfying(
                        "X3 aucune-preuve X3", word -> assertThat(word).startsWith("nouveau"));
    }

    /** Photographs of two referentials in turn: the latest one is the reference, whatever it was held against. */
    @Test
    void theLatestPhotographWhateverItsReferential() throws IOException {
        library.referential("a", "", "A1")
                .referential("b", "", "B1")
                .lines("a", "b", "de: A1, vers: B1, sort: deplacee");
        keep(BEFORE);
        keep("2026-02-02", "-r", "b");
        JsonNode report = json(NOW, "-r", "b");
        assertThat(report.path("reference").path("date").asText()).isEqualTo("2026-02-02");
        assertThat(report.path("reference").path("base").asText()).isEqualTo("meme_referentiel");
        assertThat(report.path("photographies").findValuesAsText("referentiel")).containsExactly("a", "b");
    }

    /** A check renamed with its specification: the same row in default is the same gap when only one can be it. */
    @Test
    void aRenamedCheck() throws IOException {
        grids = GRIDS;
        Files.copy(
                YEARS.resolve("2024/structure.yaml"),
                folder.resolve("structure.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                YEARS.resolve("2024/preuves.csv"),
                folder.resolve("preuves.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        register("fournisseurs", "id;evalue_le", "F-1;", "F-2;", "F-3;2025-01-01");
        keep(BEFORE);
        register("fournisseurs", "id;evalue_le", "F-1;", "F-2;2026-01-01", "F-3;");
        JsonNode report = json(NOW, "-r", "grille-2026");
        assertThat(gap(report, "2.2 evaluation-absente F-1").path("changement").asText())
                .isEqualTo("persistant");
        assertThat(gap(report, "2.2 evaluation-absente F-3").path("changement").asText())
                .isEqualTo("nouveau");
        // the old name is no longer looked for, and the specification is not shown to be met: the second supplier is
        // for a person to look at
        assertThat(words(report)).containsEntry("2.2 fournisseur-non-evalue F-2", "a_verifier (controle_change)");
        register("fournisseurs", "id;evalue_le", "F-1;2026-01-01", "F-2;2026-01-01", "F-3;2025-01-01");
        assertThat(words(json(NOW, "-r", "grille-2026")))
                .containsEntry("2.2 fournisseur-non-evalue F-1", "leve (corrige)")
                .containsEntry("2.2 fournisseur-non-evalue F-2", "leve (corrige)");
    }

    /** The folder under a referential, with a valid proof of some specifications. */
    private void holds(String referential, String... ids) throws IOException {
        Path structure = folder.resolve("structure.yaml");
        Files.writeString(structure, "nom: Le Pont\ntypes: [AI]\nreferentiel: " + referential + "\n");
        StringBuilder proofs = new StringBuilder("ref;titre;nature;specifications;version;valide_le;valide_par\n");
        for (String id : List.of(ids)) {
            proofs.append("P-" + id + ";Preuve;document;" + id + ";1;2024-01-02;bureau\n");
        }
        Files.writeString(folder.resolve("preuves.csv"), proofs.toString());
    }
}
