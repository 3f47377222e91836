package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchTest {

    @Test
    void plural_begins_at_two() {
        assertThat(French.count(0, "écart")).isEqualTo("0 écart");
        assertThat(French.count(1, "écart")).isEqualTo("1 écart");
        assertThat(French.count(2, "écart")).isEqualTo("2 écarts");
        assertThat(French.count(1, "spécification à examiner", "spécifications à examiner"))
                .isEqualTo("1 spécification à examiner");
        assertThat(French.count(1234567, "ligne")).isEqualTo("1 234 567 lignes");
    }

    @Test
    void dates_and_months() {
        assertThat(French.date(LocalDate.of(2026, 3, 1))).isEqualTo("01/03/2026");
        assertThat(French.month(YearMonth.of(2026, 8))).isEqualTo("août 2026");
    }

    @Test
    void objects_that_are_dates_are_said_in_french() {
        assertThat(French.object("2026-03")).isEqualTo("mars 2026");
        assertThat(French.object("2026-03-09")).isEqualTo("09/03/2026");
        assertThat(French.object("E-2026-13")).isEqualTo("E-2026-13");
        assertThat(French.object("2026-13")).isEqualTo("2026-13");
    }

    @Test
    void lists() {
        assertThat(French.list(List.of())).isEmpty();
        assertThat(French.list(List.of("a"))).isEqualTo("a");
        assertThat(French.list(List.of("a", "b"))).isEqualTo("a et b");
        assertThat(French.list(List.of("a", "b", "c"))).isEqualTo("a, b et c");
    }
}
