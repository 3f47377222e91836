package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLayoutTest {

    @Test
    void french_signs_stay_with_their_word() {
        assertThat(TextLayout.wrap("dire : « oui » ou quoi ?", 8)).containsExactly("dire :", "« oui »", "ou", "quoi ?");
        assertThat(TextLayout.wrap("voir le mot : suite", 11)).containsExactly("voir le", "mot : suite");
    }

    @Test
    void a_long_path_is_broken() {
        assertThat(TextLayout.wrap("dans abcdefghij.csv ici", 6)).containsExactly("dans", "abcdef", "ghij.c", "sv ici");
    }

    @Test
    void widths_are_those_of_the_screen() {
        assertThat(TextLayout.width("e\u0301té")).isEqualTo(3);
        assertThat(TextLayout.width("日本")).isEqualTo(4);
        assertThat(TextLayout.fit("Système qualité", 8)).isEqualTo("Système…");
        assertThat(TextLayout.fit("été", 5)).isEqualTo("été  ");
    }
}
