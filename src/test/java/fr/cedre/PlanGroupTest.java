package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code cedre plan} on a group: the plan of each member, whatever becomes of the others. */
class PlanGroupTest extends GroupFolder {

    private CedreRunner.Result plan(String... options) {
        return PlanFolder.run(group, DATE, options);
    }

    @Test
    void eachMemberHasItsPlan() throws IOException {
        failing("ai", "nord", "5.3");
        Path nord = group.resolve("nord");
        failing("aci", "sud");
        group("membres: [sud, nord]");
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(1);
        assertThat(nord.resolve("plan-actions.csv")).exists();
        assertThat(group.resolve("sud/plan-actions.csv")).doesNotExist();
        assertThat(flat(result))
                .contains("█ sud (sud) : 0 écart ouvert ; rien à suivre")
                .contains("nord (nord) : 1 ligne nouvelle · 1 écart ouvert ; plan créé")
                .endsWith("2 plans suivis · 1 ligne nouvelle · 1 écart ouvert ");
        assertThat(result.err()).isEmpty();
        Spreadsheet.open(nord.resolve("plan-actions.csv"))
                .setAll("echeance", "20/11/2026")
                .save(nord.resolve("plan-actions.csv"));
        assertThat(flat(plan()))
                .contains("Actions en retard (1)", "nord (nord)", "1 jour de retard (plan-actions.csv:2)")
                .endsWith("1 en retard ");
    }

    @Test
    void aMemberThatFailsDoesNotStopTheOthers() throws IOException {
        failing("ai", "nord", "5.3");
        failing("ai", "est", "5.3");
        failing("ai", "sud", "5.3");
        Files.writeString(group.resolve("est/plan-actions.csv"), "Notes de réunion\n");
        Files.delete(group.resolve("sud/structure.yaml"));
        group("membres: [sud, est, nord]");
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(group.resolve("nord/plan-actions.csv")).exists();
        assertThat(group.resolve("est/plan-actions.csv")).hasContent("Notes de réunion\n");
        assertThat(flat(result))
                .contains("✗ est : plan-actions.csv ne peut pas être repris", "✗ sud : Le contrôle n'a");
        JsonNode json = plan("-f", "json").json();
        assertThat(json.at("/membres/0/erreur").asText()).contains("structure.yaml");
        assertThat(json.at("/membres/1/dossier").asText()).isEqualTo("est");
        assertThat(json.at("/membres/2/ecriture").asText()).isEqualTo("inchange");
        assertThat(json.at("/synthese/ouvert").asInt()).isEqualTo(1);
        assertThat(json.at("/synthese/membres_en_erreur").asInt()).isEqualTo(2);
        assertThat(json.at("/membres/2/synthese/membres_en_erreur").isMissingNode())
                .isTrue();
    }

    @Test
    void membersOfOtherTypesAreLeftAlone() throws IOException {
        failing("ai", "nord", "5.3");
        member("aci", "sud");
        group("membres: [nord, sud]");
        CedreRunner.Result result = plan("--type", "ACI");
        assertThat(result.code()).isZero();
        assertThat(flat(result)).contains("nord : non concerné par les types demandés");
        assertThat(group.resolve("nord/plan-actions.csv")).doesNotExist();
    }
}
