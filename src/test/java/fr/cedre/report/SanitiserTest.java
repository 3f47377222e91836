package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SanitiserTest {

    @Test
    void ordinary_french_is_untouched() {
        String text = "« Œuvre » à 4/15 → l'été, ça va ?";
        assertThat(Sanitiser.line(text)).isEqualTo(text);
    }

    @Test
    void escapes_and_direction_marks_are_seen_and_inert() {
        assertThat(Sanitiser.line("a\u001B[2Jb\u0007\u009Bc\u007F")).isEqualTo("a�[2Jb��c�");
        assertThat(Sanitiser.line("a\u202Eb\u2066c\u200Fd")).isEqualTo("a�b�c�d");
        assertThat(Sanitiser.line("a\uD800b")).isEqualTo("a�b");
    }

    @Test
    void one_line_with_plain_spaces() {
        assertThat(Sanitiser.line("a\r\nb\tc\u00A0:\u202Fd\u2028e")).isEqualTo("a  b c : d e");
    }

    @Test
    void invisible_characters_go() {
        assertThat(Sanitiser.line("\uFEFFid\u200B\u00ADx")).isEqualTo("idx");
    }

    @Test
    void a_huge_cell_is_cut() {
        assertThat(Sanitiser.line("x".repeat(1_000_000)))
                .hasSize(Sanitiser.MAX_LENGTH + 1)
                .endsWith("…");
    }
}
