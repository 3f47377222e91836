package fr.cedre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.GapIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities are stable, told apart, and never mistaken for something else. */
class PlanIdentityTest {

    private static Gap gap(String object) {
        return new Gap(
                new GapIdentity("3.1", "absent", object),
                Gravity.MINEURE,
                List.of(),
                1,
                "Fait.",
                "Faites.",
                null,
                null,
                null);
    }

    /** The first two objects whose hashes agree on 32 bits: found by trying, always the same. */
    private static List<String> twins() {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            String object = "M-" + i;
            String before = seen.put(Fingerprint.of("absent\n" + object, 4), object);
            if (before != null) {
                return List.of(before, object);
            }
        }
    }

    @Test
    void twoGapsThatShareAHashAreToldApart() {
        List<String> twins = twins();
        Map<PlanIdentity, Gap> one = PlanIdentity.of(List.of(gap(twins.get(1)), gap(twins.get(0)), gap("autre")));
        Map<PlanIdentity, Gap> other = PlanIdentity.of(List.of(gap("autre"), gap(twins.get(0)), gap(twins.get(1))));
        assertThat(one).hasSize(3).isEqualTo(other);
        one.forEach((identity, gap) -> {
            assertThat(PlanIdentity.read(identity.toString())).isEqualTo(identity);
            assertThat(identity.became(gap.identity())).isTrue();
        });
        assertThat(one.keySet()).extracting(i -> i.hash().length()).containsExactlyInAnyOrder(8, 8, 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "3.1",
                "3.1#",
                "3.1#1234567",
                "3.1#123456789",
                "3.1#1234567g",
                "#12345678",
                "=1#12345678",
                "3.1#12345678 x"
            })
    void whatIsNotAnIdentityIsNotReadAsOne(String cell) {
        assertThat(PlanIdentity.read(cell)).isNull();
    }

    @Test
    void capitalsAreForgiven() {
        assertThat(PlanIdentity.read("6.1.G-DP#ABCDEF01")).hasToString("6.1.G-DP#abcdef01");
    }
}
