package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.problem.CedreException;
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
    void an_announced_format_says_which_ones_exist() {
        for (Format format : Format.values()) {
            if (format != Format.HTML) {
                assertThat(format.renderer("0.1.0")).isNotNull();
                assertThat(format.groupRenderer("0.1.0")).isNotNull();
            } else {
                assertThatThrownBy(() -> format.renderer("0.1.0"))
                        .isInstanceOf(CedreException.class)
                        .hasMessageContaining("« " + format.code() + " » n'est pas encore disponible")
                        .hasMessageContaining("texte, json, csv, markdown, junit, sarif");
            }
        }
    }
}
