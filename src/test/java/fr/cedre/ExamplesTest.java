package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each example tells its story: the whole text a référent reads, kept as a golden file. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final Path GOLDEN = Path.of("src/test/resources/examples");

    @ParameterizedTest
    @CsvSource({
        "ai-clef-emploi, 1",
        "etti-passerelle-interim, 1",
        "aci-jardins-du-pre, 1",
        "ei-premier-jour, 1",
        "ensemblier-deux-rives, 1",
        "cap-atelier-des-possibles, 0"
    })
    void tells_its_story(String example, int code) throws IOException {
        CedreRunner.Result result = check(EXAMPLES.resolve(example));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(code);
        golden(example, result.out());
    }

    @Test
    void all_but_the_self_assessment_make_a_group() throws IOException {
        CedreRunner.Result result = check(EXAMPLES);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        golden("groupe", result.out());
    }

    @Test
    void the_review_of_the_worksite_tells_three_years() throws IOException {
        CedreRunner.Result result =
                CedreRunner.run("review", EXAMPLES.resolve("aci-jardins-du-pre").toString(), "--date", "2026-11-21");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
        golden("revue-aci-jardins-du-pre", result.out());
    }

    /** What the reader is told to expect is what is shown. */
    @Test
    void the_readme_says_what_is_shown() throws IOException {
        List<String> rows = Files.readAllLines(EXAMPLES.resolve("LISEZMOI.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).hasSize(6);
        for (String row : rows) {
            String[] cells = row.split(" \\| ", -1);
            String example = cells[0].replaceAll("[|` ]", "");
            String count = cells[2].replaceAll("^`|`.*$", "");
            String first = cells[3].replace(" |", "");
            List<String> shown = check(EXAMPLES.resolve(example)).out().lines().toList();
            boolean last = cells[2].endsWith("(dernière)");
            assertThat(shown.get(shown.size() - (last ? 1 : 2))).isEqualTo(count);
            if (!last) {
                assertThat(shown.get(shown.size() - 1)).startsWith("À traiter d'abord : " + first + " ");
            }
        }
        assertThat(check(EXAMPLES).out()).endsWith("5 membres en défaut sur 5\n");
        assertThat(Files.readString(EXAMPLES.resolve("LISEZMOI.md"))).contains("`5 membres en défaut sur 5`");
    }

    private static CedreRunner.Result check(Path folder) {
        return CedreRunner.run("check", folder.toString(), "--date", "2026-11-21");
    }

    private static void golden(String name, String out) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        if (!Files.exists(golden) || "update".equals(System.getProperty("cedre.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, out);
            throw new AssertionError(golden + " written: read it, then run the test again");
        }
        assertThat(out).isEqualTo(Files.readString(golden));
        assertThat(out.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(out).doesNotContain("conforme CEDRE").doesNotContainIgnoringCase("est certifié");
    }
}
