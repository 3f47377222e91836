package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.problem.CedreException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void every_format_of_the_contract_is_known() {
        assertThat(Format.codes()).containsExactly("texte", "json", "html", "csv", "markdown", "junit", "sarif");
        assertThat(Format.named(" JSON ")).isEqualTo(Format.JSON);
    }

    @Test
    void an_unknown_format_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> Format.named("jsn"))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("format « jsn » inconnu ; vouliez-vous dire « json » ?");
    }

    @Test
    void a_check_is_shown_in_every_format() {
        for (Format format : Format.values()) {
            assertThat(format.renderer("0.1.0")).isNotNull();
        }
        for (Format format : List.of(Format.CSV, Format.MARKDOWN, Format.JUNIT, Format.SARIF)) {
            assertThat(format.groupRenderer("0.1.0")).isNotNull();
        }
    }

    @Test
    void a_format_that_does_not_show_a_result_says_which_ones_do() {
        assertThatThrownBy(() -> Format.SARIF.planRenderer("0.1.0"))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("« sarif »")
                .hasMessageContaining("texte ou json");
    }
}
