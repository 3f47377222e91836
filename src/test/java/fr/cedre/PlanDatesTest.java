package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cedre plan}: the dates and words that people write beside a gap, and the actions that they add. */
class PlanDatesTest extends PlanFolder {

    @ParameterizedTest
    @CsvSource({
        "20/11/2026, 1, 1 jour de retard",
        "2026-11-20, 1, 1 jour de retard",
        "21/11/2026, 0, ''",
        "22/11/26, 0, ''",
        "01/10/26, 1, 51 jours de retard",
        "'', 0, ''"
    })
    void anActionIsLateFromTheDayAfterItsDate(String due, int late, String days) throws IOException {
        spoil("R-03");
        plan();
        write("R-03", "echeance", due);
        CedreRunner.Result result = plan();
        if (late == 0) {
            assertThat(result.out()).doesNotContain("retard");
        } else {
            assertThat(flat(result))
                    .contains("Actions en retard (1)", days, "(plan-actions.csv:2)", "6.2.B2")
                    .endsWith("1 en retard ");
        }
        assertThat(plan("-f", "json").json().at("/lignes/0/en_retard").asBoolean())
                .isEqualTo(late > 0);
    }

    @Test
    void aLiftedGapIsNotLateAndAnUnprovenOneIs() throws IOException {
        spoil("R-03", "R-05");
        plan();
        Spreadsheet sheet = sheet();
        sheet.setAll("echeance", "01/09/2026").save(plan);
        mend("R-03");
        assertThat(flat(plan())).contains("Actions en retard (1)", identity("R-05"));
        Files.delete(regulations());
        assertThat(flat(plan())).contains("Actions en retard (1)", "À vérifier (1)");
    }

    @Test
    void anUnreadableDateIsSaidWithItsPlace() throws IOException {
        spoil("R-03");
        plan();
        write("R-03", "echeance", "avant Noël, Jeanne sait");
        CedreRunner.Result result = plan();
        assertThat(flat(result))
                .contains("plan-actions.csv:2, colonne echeance : échéance illisible", "31/12/2026")
                .doesNotContain("Noël", "Jeanne");
        assertThat(plan("-f", "json").json().at("/problemes/0/message").asText())
                .contains("échéance illisible");
    }

    @ParameterizedTest
    @CsvSource({
        "Fait, true",
        "ABANDONNÉE, true",
        "ok., true",
        "Clôturée, true",
        "effectué, true",
        "Sans objet, true",
        "100 %, true",
        "100%, true",
        "Terminé le 20/11, true",
        "fait (20/11/2026), true",
        "fini à moitié, false",
        "50 %, false",
        "en cours, false",
        "à faire, false",
        "'', false"
    })
    void anActionSaidDoneWhileItsGapIsStillFound(String status, boolean said) throws IOException {
        spoil("R-03");
        plan();
        write("R-03", "statut", status);
        assertThat(flat(plan()).contains("Dites faites, mais l'écart est toujours relevé (1)"))
                .isEqualTo(said);
        mend("R-03");
        assertThat(flat(plan())).doesNotContain("Dites faites");
    }

    @Test
    void rowsThatPeopleAddAreLateUntilTheyAreSaidDone() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        sheet.set(sheet.addRow(1, "commentaire", "Appeler Maud"), "echeance", "20/11/2026");
        sheet.set(sheet.addRow(2, "commentaire", "Relire la charte"), "echeance", "21/11/2026");
        sheet.set(sheet.addRow(3, "commentaire", "Ranger"), "echeance", "01/01/2026")
                .set(3, "statut", "Réalisée");
        sheet.addRow(1, "commentaire", "");
        sheet.save(plan);
        CedreRunner.Result result = plan();
        assertThat(flat(result))
                .contains("Actions en retard (1)", "Action que vous avez ajoutée : échéance le 20/11/2026")
                .contains("(plan-actions.csv:3)")
                .doesNotContain("Maud");
        assertThat(plan("-f", "json").json().at("/synthese/actions_libres").asInt())
                .isEqualTo(3);
    }
}
