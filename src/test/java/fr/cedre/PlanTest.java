package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre plan}: what becomes of a gap, from its first row to the closing of its action. */
class PlanTest extends PlanFolder {

    private static final List<String> HEADERS = List.of(
            "identite",
            "referentiel",
            "specification",
            "types",
            "gravite",
            "ecart",
            "action_proposee",
            "releve_le",
            "etat",
            "leve_le",
            "action_close",
            "responsable",
            "echeance",
            "statut",
            "preuve_efficacite",
            "commentaire",
            "suivi_cedre");

    @Test
    void aPlanIsCreatedForAFrenchExcel() throws IOException {
        spoil("R-03", "R-05");
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(1);
        String text = Files.readString(plan);
        assertThat(text).startsWith("\uFEFFidentite;referentiel;").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(sheet().headers()).isEqualTo(HEADERS);
        assertThat(sheet().rows()).hasSize(2);
        int row = row(sheet(), "R-03");
        assertThat(sheet().rows().get(row - 1))
                .containsEntry("identite", identity("R-03"))
                .containsEntry("referentiel", "cedre-v2")
                .containsEntry("specification", "6.2.B2")
                .containsEntry("gravite", "mineure")
                .containsEntry("ecart", "Régulation R-03, tenue le 23/12/2025 : pas de compte rendu noté.")
                .containsEntry("releve_le", "21/11/2026")
                .containsEntry("etat", "ouvert")
                .containsEntry("leve_le", "")
                .containsEntry("action_close", "non")
                .containsEntry("echeance", "");
        assertThat(sheet().get(row, "action_proposee")).startsWith("Rédigez le compte rendu");
        assertThat(flat(result))
                .contains("plan-actions.csv a été créé", identity("R-03") + " (plan-actions.csv:2)")
                .endsWith("2 lignes nouvelles · 2 écarts ouverts ");
        assertThat(previous).doesNotExist();
    }

    @Test
    void withoutGapNorPlanNothingIsWritten() {
        CedreRunner.Result result = plan();
        assertThat(result.code()).isZero();
        assertThat(flat(result)).contains("il n'y a rien à suivre").endsWith("0 écart ouvert ");
        assertThat(plan).doesNotExist();
    }

    @Test
    void asManyRowsAsGapsWhenEverythingIsMissing() throws IOException {
        Path empty = Folders.copy(Path.of("examples/ei-premier-jour"), temp.resolve("vide"));
        run(empty, DATE);
        assertThat(Spreadsheet.open(empty.resolve("plan-actions.csv")).cells("identite"))
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates()
                .allMatch(i -> i.matches("[\\x21-\\x7e]+#[0-9a-f]{8}"));
    }

    @Test
    void aSecondRunWritesNothing() throws IOException {
        spoil("R-03");
        plan();
        byte[] before = bytes();
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(plan, old);
        assertThat(flat(plan()))
                .contains("était déjà à jour : rien n'a été écrit")
                .endsWith(" 1 écart ouvert ");
        planOn("2026-11-25");
        assertThat(bytes()).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(plan)).isEqualTo(old);
        assertThat(previous).doesNotExist();
    }

    /** A spreadsheet that only saves again, in its own encoding, changes nothing that must be written. */
    @Test
    void aFileSavedAgainAsItWasIsLeftInItsEncoding() throws IOException {
        spoil("R-03");
        plan();
        sheet().save(plan);
        byte[] before = bytes();
        plan();
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aMendedGapIsLiftedAndClosedOnceItsEffectIsNoted() throws IOException {
        spoil("R-03", "R-05");
        plan();
        byte[] first = bytes();
        mend("R-03");
        CedreRunner.Result lifted = planOn("2026-11-30");
        assertThat(Files.readAllBytes(previous)).isEqualTo(first);
        assertThat(flat(lifted))
                .contains("a été mis à jour", "la version d'avant est gardée dans plan-actions.precedent.csv")
                .contains("Levés, efficacité à noter (1)")
                .endsWith("1 écart ouvert · 1 levé, dont 0 action close ");
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
        assertThat(cell("R-03", "leve_le")).isEqualTo("30/11/2026");
        assertThat(cell("R-03", "releve_le")).isEqualTo("21/11/2026");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        assertThat(cell("R-05", "etat")).isEqualTo("ouvert");
        write("R-03", "preuve_efficacite", " - ");
        planOn("2026-12-01");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        write("R-03", "preuve_efficacite", "trois comptes rendus de suite");
        write("R-05", "preuve_efficacite", "trop tôt");
        CedreRunner.Result closed = planOn("2026-12-02");
        assertThat(cell("R-03", "action_close")).isEqualTo("oui");
        assertThat(cell("R-03", "leve_le")).isEqualTo("30/11/2026");
        assertThat(cell("R-05", "action_close")).isEqualTo("non");
        assertThat(flat(closed)).doesNotContain("efficacité à noter").endsWith(" · 1 levé, dont 1 action close ");
    }

    @Test
    void aGapThatComesBackIsReopenedAndItsOldProofDoesNotCountAgain() throws IOException {
        spoil("R-03");
        plan();
        mend("R-03");
        planOn("2026-11-30");
        write("R-03", "preuve_efficacite", "vérifié en réunion");
        planOn("2026-12-01");
        assertThat(cell("R-03", "action_close")).isEqualTo("oui");
        spoil("R-03");
        CedreRunner.Result back = planOn("2026-12-10");
        assertThat(flat(back)).contains("l'action n'a pas suffi (1)").endsWith(" · 1 rouvert ");
        assertThat(cell("R-03", "etat")).isEqualTo("rouvert");
        assertThat(cell("R-03", "leve_le")).isEmpty();
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        planOn("2026-12-11");
        assertThat(cell("R-03", "etat")).isEqualTo("rouvert");
        mend("R-03");
        CedreRunner.Result gone = planOn("2026-12-20");
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
        assertThat(cell("R-03", "leve_le")).isEqualTo("20/12/2026");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        assertThat(flat(gone)).contains("la note d'efficacité date d'avant le retour de l'écart");
        write("R-03", "preuve_efficacite", "  Vérifié, en réunion !");
        planOn("2026-12-21");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        write("R-03", "preuve_efficacite", "vérifié en réunion, de nouveau en janvier");
        planOn("2026-12-22");
        assertThat(cell("R-03", "action_close")).isEqualTo("oui");
    }

    @Test
    void whatCouldNotBeCheckedIsNotSaidGone() throws IOException {
        spoil("R-03");
        plan();
        Path away = temp.resolve("ailleurs.csv");
        Files.move(regulations(), away);
        CedreRunner.Result absent = plan();
        assertThat(cell("R-03", "etat")).isEqualTo("à vérifier");
        assertThat(flat(absent)).contains("À vérifier (1)", "rien ne prouve qu'il est levé");
        Files.writeString(regulations(), "PK\u0003\u0004 classeur");
        assertThat(plan().code()).isEqualTo(2);
        assertThat(cell("R-03", "etat")).isEqualTo("à vérifier");
        String text = Files.readString(away);
        Files.writeString(regulations(), text.substring(0, text.indexOf("R-03")) + "\"R-03;jamais refermé\n");
        assertThat(flat(plan())).contains("n'a pas pu être lu : aucun écart qui en dépend n'est dit levé");
        assertThat(cell("R-03", "etat")).isEqualTo("à vérifier");
        Files.writeString(regulations(), text.replaceFirst(";compte_rendu", ""));
        plan();
        assertThat(cell("R-03", "etat")).isEqualTo("à vérifier");
        assertThat(cell("R-03", "leve_le")).isEmpty();
        Files.copy(away, regulations(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        plan();
        assertThat(cell("R-03", "etat")).isEqualTo("ouvert");
        mend("R-03");
        plan();
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
        Files.delete(regulations());
        plan();
        assertThat(cell("R-03", "etat")).as("proven once").isEqualTo("levé");
    }

    /** « Too late » is a variant of « absent »: the doubt bears the name of the latter. */
    @Test
    void theDoubtOfACheckCountsForItsVariants() throws IOException {
        Path example = Folders.copy(Path.of("examples/ai-clef-emploi"), temp.resolve("exemple"));
        run(example, DATE);
        String identity = identity("6.2.C", "bilan-en-retard", "ENG-022");
        Files.delete(example.resolve("registres/bilans.csv"));
        run(example, DATE);
        Spreadsheet sheet = Spreadsheet.open(example.resolve("plan-actions.csv"));
        assertThat(sheet.get(sheet.row("identite", identity), "etat")).isEqualTo("à vérifier");
    }

    @Test
    void theLackOfAnyProofIsGoneWithTheFirstOne() throws IOException {
        Path proofs = folder.resolve("preuves.csv");
        String all = Files.readString(proofs);
        Folders.drop(proofs, "P-5.3;");
        plan();
        String identity = identity("5.3", "aucune-preuve", "5.3");
        assertThat(sheet().cells("identite")).containsExactly(identity);
        Files.writeString(proofs, "PK\u0003\u0004 classeur");
        assertThat(plan().code()).isEqualTo(2);
        Spreadsheet unread = sheet();
        assertThat(unread.get(unread.row("identite", identity), "etat")).isNotEqualTo("levé");
        Files.writeString(proofs, all);
        plan();
        Spreadsheet after = sheet();
        assertThat(after.get(after.row("identite", identity), "etat")).isEqualTo("levé");
    }

    @Test
    void nothingIsWrittenWhenAskedNotTo() throws IOException {
        spoil("R-03");
        CedreRunner.Result dry = plan("--sans-ecrire");
        assertThat(dry.code()).isEqualTo(1);
        assertThat(flat(dry)).contains("serait créé", identity("R-03") + " :").doesNotContain("plan-actions.csv:");
        assertThat(plan).doesNotExist();
        plan();
        byte[] before = bytes();
        spoil("R-05");
        assertThat(flat(plan("--sans-ecrire")))
                .contains("serait mis à jour")
                .endsWith("1 ligne nouvelle · 2 écarts ouverts ");
        assertThat(bytes()).isEqualTo(before);
        assertThat(previous).doesNotExist();
    }

    @Test
    void whatIsOutsideThePartAskedForIsLeftAsItIs() throws IOException {
        spoil("R-03");
        Folders.drop(folder.resolve("preuves.csv"), "P-5.3;");
        plan();
        String before = sheet().rows().get(row(sheet(), "R-03") - 1).toString();
        mend("R-03");
        CedreRunner.Result part = plan("--chapitre", "5");
        assertThat(flat(part)).contains("1 ligne hors de cette partie, laissée telle quelle");
        assertThat(sheet().rows().get(row(sheet(), "R-03") - 1)).hasToString(before);
        plan("--specification", "6.2.B2");
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
        assertThat(sheet().cells("etat")).containsExactlyInAnyOrder("levé", "ouvert");
    }

    @Test
    void exitCodesAreThoseOfCheck() throws IOException {
        spoil("R-03");
        assertThat(plan("--seuil", "majeure").code()).isZero();
        assertThat(plan("--seuil", "jamais").code()).isZero();
        assertThat(plan("-q").out()).isEmpty();
        assertThat(plan("-q").code()).isEqualTo(1);
        assertThat(plan("-f", "csv").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan-actions.csv", "PLAN-ACTIONS.csv", "plan-actions.precedent.csv"})
    void theAccountIsNeverWrittenOverThePlan(String name) throws IOException {
        spoil("R-03");
        plan();
        byte[] before = bytes();
        CedreRunner.Result result =
                plan("-f", "json", "-o", folder.resolve(name).toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("-o");
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void sameBytesWhateverTheLocaleAndTheTimeZone() throws IOException {
        spoil("R-03", "R-05");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            CedreRunner.Result expected = plan();
            byte[] bytes = bytes();
            for (String other : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                Files.delete(plan);
                assertThat(plan().out()).isEqualTo(expected.out());
                assertThat(bytes()).isEqualTo(bytes);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void nothingThatPeopleWriteIsRepeated() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        for (String column : List.of("responsable", "statut", "preuve_efficacite", "commentaire")) {
            sheet.set(row(sheet, "R-03"), column, "Zébulon " + column);
        }
        sheet.addColumn("Zébulon", 3).addRow(1, "responsable", "Zébulon");
        sheet.set(sheet.addRow(1, "identite", "Zébulon"), "echeance", "Zébulon");
        sheet.addAbove("Zébulon").save(plan);
        for (String format : List.of("texte", "json")) {
            CedreRunner.Result result = plan("-f", format, "--detail");
            assertThat(result.out() + result.err()).doesNotContainIgnoringCase("zébulon");
        }
        assertThat(flat(plan())).contains("identité que cedre n'a pas écrite");
        assertThat(new String(bytes(), Spreadsheet.WINDOWS)).contains("Zébulon responsable");
    }
}
