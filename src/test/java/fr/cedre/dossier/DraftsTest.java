package fr.cedre.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {

    @TempDir
    private Path folder;

    /** A process that ends, as Ctrl-C ends it, while a file is half written. */
    static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] args) throws IOException {
            WholeFile.replace(Path.of(args[0]), out -> {
                out.append("à moitié");
                System.exit(130);
            });
        }
    }

    @Test
    void anInterruptionLeavesTheFileAsItWasAndNoDraft() throws Exception {
        Path target = Files.writeString(folder.resolve("plan.csv"), "avant");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interrupted.class.getName(),
                        target.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isEqualTo(130);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
        assertThat(target).hasContent("avant");
    }
}
