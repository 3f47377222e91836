package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example tells its story: the whole text a référent reads, kept as a golden file. */
class ExamplesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/examples");

    @ParameterizedTest
    @CsvSource({
        "ai-clef-emploi, 1",
        "etti-passerelle-interim, 1",
        "aci-jardins-du-pre, 1",
        "ei-premier-jour, 1",
        "ensemblier-deux-rives, 1"
    })
    void tells_its_story(String example, int code) throws IOException {
        CedreRunner.Result result = CedreRunner.run("check", "examples/" + example, "--date", "2026-11-21");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(code);
        Path golden = GOLDEN.resolve(example + ".txt");
        if (!Files.exists(golden) || "update".equals(System.getProperty("cedre.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, result.out());
            throw new AssertionError(golden + " written: read it, then run the test again");
        }
        assertThat(result.out()).isEqualTo(Files.readString(golden));
        assertThat(result.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(result.out()).doesNotContain("conforme CEDRE").doesNotContainIgnoringCase("est certifié");
    }
}
