package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a whole output with a file of {@code src/test/resources/report}. A missing file is written and the test still fails, as
 * does an update asked for with {@code -Dcedre.golden=update}: no build passes by accepting.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "report");

    private Golden() {}

    /** Fails unless the file holds exactly this text. */
    public static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file) || "update".equals(System.getProperty("cedre.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
            fail(file + " written: read it, then run the test again");
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
