package fr.cedre.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.problem.CedreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while a plan is written, the folder holds the old one whole or the new one whole. */
class PlanFileTest {

    private static final String OLD = "identite;commentaire\r\n3.1#00000000;mot\r\n";

    @TempDir
    private Path folder;

    private Path plan() {
        return folder.resolve(PlanFile.NAME);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    @Test
    void aWriterThatStopsHalfWayLeavesTheOldContent() throws IOException {
        Files.writeString(plan(), OLD);
        PlanFile file = PlanFile.open(folder);
        assertThatThrownBy(() -> file.write(out -> {
                    out.append("identite;");
                    throw new IOException("disque plein");
                }))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("fermez-le dans le tableur");
        assertThat(plan()).hasContent(OLD);
        assertThat(names()).containsExactly(PlanFile.NAME, PlanFile.PREVIOUS);
    }

    @Test
    void aNewPlanThatStopsHalfWayLeavesNothing() throws IOException {
        PlanFile file = PlanFile.open(folder);
        assertThatThrownBy(() -> file.write(out -> {
                    out.append("identite;");
                    throw new IllegalStateException("défaut");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatSomebodyWroteMeanwhileIsNotWrittenOver() throws IOException {
        Files.writeString(plan(), OLD);
        PlanFile file = PlanFile.open(folder);
        Files.writeString(plan(), OLD + "3.2#00000000;autre\r\n");
        assertThatThrownBy(() -> file.write(out -> out.append("neuf")))
                .hasMessageContaining("a été enregistré par quelqu'un d'autre pendant le contrôle");
        Files.delete(plan());
        assertThatThrownBy(() -> file.write(out -> out.append("neuf")))
                .hasMessageContaining("a été enregistré par quelqu'un d'autre pendant le contrôle");
        PlanFile absent = PlanFile.open(folder);
        Files.writeString(plan(), OLD);
        assertThatThrownBy(() -> absent.write(out -> out.append("neuf"))).hasMessageContaining("relancez");
        assertThat(plan()).hasContent(OLD);
        assertThat(names()).containsExactly(PlanFile.NAME);
    }

    /** Writes a plan again and again, a little longer each time, until it is killed. */
    public static final class Writer {
        private Writer() {}

        /** Takes the folder. */
        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            for (int i = 0; ; i++) {
                int rows = 2_000 + i % 50;
                PlanFile.open(folder).write(out -> {
                    out.append("identite;commentaire\r\n");
                    for (int row = 0; row < rows; row++) {
                        out.append("3.1#00000000;mot\r\n");
                    }
                    out.append("fin;fin\r\n");
                });
            }
        }
    }

    @Test
    void aProcessKilledAtAnyMomentLosesNothing() throws IOException, InterruptedException {
        Files.writeString(plan(), "identite;commentaire\r\nfin;fin\r\n");
        for (int round = 0; round < 6; round++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path", "." + File.pathSeparator),
                            Writer.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            writer.waitFor(400 + 37L * round, TimeUnit.MILLISECONDS);
            writer.destroyForcibly().waitFor();
            for (String name : List.of(PlanFile.NAME, PlanFile.PREVIOUS)) {
                Path file = folder.resolve(name);
                if (name.equals(PlanFile.NAME) || Files.exists(file)) {
                    assertThat(Files.readString(file)).startsWith("identite;").endsWith("fin;fin\r\n");
                }
            }
        }
        assertThat(PlanFile.open(folder).table().rows()).hasSizeGreaterThan(1_000);
    }
}
