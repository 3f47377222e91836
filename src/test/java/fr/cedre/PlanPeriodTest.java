package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only left the controlled period is not mended, and a plan does not go back in time. */
class PlanPeriodTest extends PlanFolder {

    /** R-03 was held on 23/12/2025. */
    @Test
    void aGapThatLeavesThePeriodIsNotClosed() throws IOException {
        spoil("R-03");
        plan();
        write("R-03", "preuve_efficacite", "vérifié en réunion");
        planOn("2026-12-22");
        assertThat(cell("R-03", "etat")).as("first day of the period").isEqualTo("ouvert");
        CedreRunner.Result out = planOn("2026-12-23");
        assertThat(flat(out)).contains("Sortis de la période contrôlée, sans correction constatée (1)");
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        assertThat(cell("R-03", "leve_le")).isEmpty();
        assertThat(flat(planOn("2027-06-30"))).contains("sans correction constatée (1)");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        byte[] before = bytes();
        planOn("2027-06-30");
        assertThat(bytes()).isEqualTo(before);
        mend("R-03");
        assertThat(flat(planOn("2027-07-01"))).doesNotContain("sans correction constatée");
        assertThat(cell("R-03", "leve_le")).isEqualTo("01/07/2027");
        assertThat(cell("R-03", "action_close")).isEqualTo("oui");
    }

    @Test
    void aShorterPeriodLiftsNothingAndTheUsualOneDoesNotReopen() throws IOException {
        spoil("R-03", "R-05");
        plan();
        mend("R-05");
        CedreRunner.Result result = plan("--depuis", "2025-12-24");
        assertThat(flat(result)).contains("sans correction constatée (1)", "Levés, efficacité à noter (1)");
        assertThat(cell("R-05", "leve_le")).isEqualTo("21/11/2026");
        assertThat(flat(plan())).doesNotContain("n'a pas suffi");
        assertThat(cell("R-03", "etat")).isEqualTo("ouvert");
        assertThat(cell("R-03", "suivi_cedre")).doesNotContain("periode");
    }

    @Test
    void outOfThePeriodAndOutOfSightProvesNothing() throws IOException {
        spoil("R-03");
        plan();
        plan("--depuis", "2025-12-24");
        java.nio.file.Files.delete(regulations());
        plan("--depuis", "2025-12-24");
        write("R-03", "preuve_efficacite", "vérifié en réunion");
        plan("--depuis", "2025-12-24");
        assertThat(cell("R-03", "action_close")).isEqualTo("non");
        assertThat(cell("R-03", "suivi_cedre")).contains("motif:periode");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29, 2", "2026-11-30, 0", "2026-12-01, 0"})
    void aPlanDoesNotGoBack(String date, int code) throws IOException {
        spoil("R-03");
        plan();
        mend("R-03");
        planOn("2026-11-30");
        byte[] before = bytes();
        CedreRunner.Result result = planOn(date);
        assertThat(result.code()).isEqualTo(code);
        assertThat(bytes()).isEqualTo(before);
        if (code == 2) {
            assertThat(result.err()).contains("tenu jusqu'au 30/11/2026", "--sans-ecrire");
        }
        assertThat(planOn(date, "--sans-ecrire").code()).isZero();
    }
}
