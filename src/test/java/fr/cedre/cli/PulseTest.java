package fr.cedre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final StringWriter screen = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(screen, true);
    private final Pulse pulse = new Pulse(terminal);

    @Test
    void aShortWorkShowsNothing() {
        pulse.end();
        assertThat(screen.toString()).isEmpty();
        assertThat(pulse.beat()).isFalse();
        assertThat(screen.toString()).isEmpty();
    }

    /** The two outputs are the same screen: the line is empty again before the report begins. */
    @Test
    void aLongWorkShowsOneLineErasedBeforeTheReport() {
        PrintWriter out = pulse.before(terminal);
        assertThat(pulse.beat()).isTrue();
        assertThat(pulse.beat()).isTrue();
        out.print("Rapport");
        assertThat(pulse.beat()).isFalse();
        pulse.end();
        out.println();
        assertThat(screen.toString())
                .isEqualTo(Pulse.ERASE + "cedre : lecture et contrôle en cours, 1 s…" + Pulse.ERASE
                        + "cedre : lecture et contrôle en cours, 2 s…" + Pulse.ERASE + "Rapport"
                        + System.lineSeparator());
    }

    @Test
    void aWidthIsThatOfTheTerminalWithinBounds() {
        assertThat(new Terminal(false, false, null).width()).isEqualTo(80);
        assertThat(new Terminal(false, false, null, 72).width()).isEqualTo(72);
        assertThat(new Terminal(false, false, null, 300).width()).isEqualTo(100);
        assertThat(new Terminal(false, false, null, -1).width()).isEqualTo(80);
    }
}
