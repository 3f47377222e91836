package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.evaluation.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextChaptersTest {

    @Test
    void a_single_gap_among_many_is_still_seen() {
        assertThat(TextChapters.cells(Map.of(Status.CONFORME, 99, Status.ECART, 1), 100))
                .containsExactly(Map.entry(Status.CONFORME, 11), Map.entry(Status.ECART, 1));
    }

    @Test
    void the_bar_is_always_full() {
        for (int a = 1; a < 40; a++) {
            for (int b = 0; b < 40; b++) {
                Map<Status, Integer> counts = b == 0
                        ? Map.of(Status.CONFORME, a)
                        : Map.of(Status.CONFORME, a, Status.ECART, b, Status.A_EXAMINER, 1, Status.SANS_OBJET, 7);
                int total = counts.values().stream().mapToInt(Integer::intValue).sum();
                assertThat(TextChapters.cells(counts, total).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(12);
            }
        }
    }
}
