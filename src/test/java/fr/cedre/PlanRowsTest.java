package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns and rows of a plan are cedre's, whatever people put beside them. */
class PlanRowsTest extends PlanFolder {

    @ParameterizedTest
    @ValueSource(strings = {"État", "Gravité", "Types", "Identité", "ECART"})
    void aColumnOfPeopleNamedLikeOneOfCedreIsNotWritten(String header) throws IOException {
        spoil("R-03");
        plan();
        sheet().addColumn(header, 0).set(1, header, "à moi").save(plan);
        mend("R-03");
        plan();
        assertThat(sheet().get(1, header)).isEqualTo("à moi");
        assertThat(sheet().get(1, "etat")).isEqualTo("levé");
    }

    @Test
    void ofSeveralFoldedNamesTheLastIsCedres() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet().rename("etat", "État");
        sheet.addColumn("ETAT", 0).set(1, "ETAT", "à moi").save(plan);
        mend("R-03");
        plan();
        assertThat(sheet().get(1, "ETAT")).isEqualTo("à moi");
        assertThat(sheet().get(1, "État")).isEqualTo("levé");
    }

    @ParameterizedTest
    @CsvSource({
        "Non., false",
        "aucune, false",
        "À compléter !, false",
        "en cours…, false",
        "N/A, false",
        "TODO, false",
        "?, false",
        "…, false",
        "ok, true",
        "aucune plainte depuis, true",
        "vérifié le 12/12, true"
    })
    void aNoteThatOnlyWaitsProvesNothing(String note, boolean closed) throws IOException {
        spoil("R-03");
        plan();
        mend("R-03");
        plan();
        write("R-03", "preuve_efficacite", note);
        CedreRunner.Result result = plan();
        assertThat(cell("R-03", "action_close")).isEqualTo(closed ? "oui" : "non");
        assertThat(flat(result).contains("note trop courte pour valoir preuve")).isEqualTo(!closed);
    }

    /** Sorting one column alone would give each row the words of another. */
    @Test
    void aPartialSortIsRefused() throws IOException {
        spoil("R-03", "R-05");
        Folders.drop(folder.resolve("preuves.csv"), "P-5.3;");
        plan();
        Spreadsheet sheet = sheet();
        int last = sheet.rows().size();
        String first = sheet.get(1, "identite");
        assertThat(sheet.get(1, "specification")).isNotEqualTo(sheet.get(last, "specification"));
        sheet.set(1, "identite", sheet.get(last, "identite"))
                .set(last, "identite", first)
                .save(plan);
        byte[] before = bytes();
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().replaceAll("\\s+", " "))
                .contains("2 lignes où identite et specification se contredisent", "plan-actions.precedent.csv");
        assertThat(bytes()).isEqualTo(before);
        sheet.set(1, "identite", first).save(plan);
        assertThat(plan().code()).as("one row").isEqualTo(1);
    }

    @Test
    void aSpreadsheetThatMakesDatesOfSpecificationsIsNoSort() throws IOException {
        spoil("R-03", "R-05");
        plan();
        sheet().setAll("specification", "06/02/2002").save(plan);
        assertThat(plan().code()).isEqualTo(1);
        assertThat(sheet().cells("specification")).containsOnly("6.2.B2");
    }

    @Test
    void anIdentityIsReadWhateverASpreadsheetPutsAroundIt() throws IOException {
        spoil("R-03", "R-05", "R-07");
        plan();
        Spreadsheet sheet = sheet();
        List<String> written = List.copyOf(sheet.cells("identite"));
        sheet.set(1, "identite", "'" + written.get(0))
                .set(2, "identite", written.get(1).toLowerCase(java.util.Locale.ROOT))
                .set(3, "identite", written.get(2).replace("#", " # "))
                .save(plan);
        plan();
        assertThat(sheet().cells("identite")).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dupont#1a2b3c4d", "Zoé Dupont#1a2b3c4d", "Dupont-07#1a2b3c4d"})
    void aNameThatLooksLikeAnIdentityIsPeoples(String name) throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        sheet.set(sheet.addRow(2, "identite", name), "referentiel", "dupont");
        sheet.set(1, "commentaire", "x").save(plan);
        for (String format : List.of("texte", "json")) {
            CedreRunner.Result result = plan("-f", format, "--detail");
            assertThat(result.out() + result.err()).doesNotContainIgnoringCase("dupont");
        }
        assertThat(plan("-f", "json").json().at("/synthese/actions_libres").asInt())
                .isEqualTo(1);
        assertThat(Files.readString(plan, Spreadsheet.WINDOWS)).contains(name.substring(name.length() - 14));
    }

    @Test
    void aReferentialThatNobodyKnowsIsNotRepeated() throws IOException {
        spoil("R-03");
        plan();
        sheet().setAll("referentiel", "dupont").save(plan);
        mend("R-03");
        CedreRunner.Result result = plan("-f", "json");
        assertThat(result.out()).doesNotContain("dupont");
        assertThat(result.json().at("/lignes/0/traitement").asText()).isEqualTo("autre_referentiel");
    }
}
