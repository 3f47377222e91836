package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several outputs in one run: each {@code -f} goes with the {@code -o} beside it, and all tell the same result. */
class SeveralOutputsTest {

    @TempDir
    private Path temp;

    private CedreRunner.Result check(String... more) {
        List<String> args = new ArrayList<>(List.of("check", "examples/ai-clef-emploi", "--date", "2026-11-21"));
        for (String word : more) {
            args.add(word.replace("@", temp + "/"));
        }
        return CedreRunner.run(args);
    }

    private String read(String name) throws IOException {
        return Files.readString(temp.resolve(name));
    }

    @Test
    void twoFilesOfOneRunAgreeWithEachOtherAndWithARunOfTheirOwn() throws IOException {
        CedreRunner.Result both = check("-f", "html", "-o", "@r.html", "-f", "json", "-o", "@r.json");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out()).isEmpty();
        assertThat(read("r.json")).isEqualTo(check("-f", "json").out());
        assertThat(read("r.html")).isEqualTo(check("-f", "html").out());

        JsonNode json = new ObjectMapper().readTree(read("r.json"));
        Document page = Jsoup.parse(read("r.html"));
        JsonNode summary = json.path("synthese");
        assertThat(page.select(".tuiles li .nombre").eachText())
                .containsExactly(
                        summary.path("conforme").asText(),
                        summary.path("majeures").asText(),
                        summary.path("mineures").asText(),
                        summary.path("a_examiner").asText(),
                        summary.path("sans_objet").asText(),
                        summary.path("points_sensibles").asText());
        assertThat(page.select("#specifications-fiches > .fiche"))
                .hasSize(json.path("specifications").size() + json.path("champ").size());
        List<String> messages = new ArrayList<>();
        json.path("specifications")
                .forEach(s -> s.path("constats")
                        .forEach(f -> messages.add(f.path("message").asText())));
        String text = page.select("#specifications-fiches").text();
        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(text).contains(message));
    }

    @Test
    void theFileMayComeBeforeItsFormatAndTheTextStayOnTheScreen() throws IOException {
        CedreRunner.Result result = check("-o", "@r.json", "-f", "json", "-f", "texte");
        assertThat(read("r.json")).isEqualTo(check("-f", "json").out());
        assertThat(result.out()).isEqualTo(check().out());
    }

    @Test
    void severalFormatsOfADiffAndOfAReview() throws IOException {
        String html = temp.resolve("d.html").toString();
        String csv = temp.resolve("d.csv").toString();
        assertThat(CedreRunner.run("diff", "v1", "v2", "-f", "html", "-o", html, "-f", "csv", "-o", csv)
                        .code())
                .isZero();
        assertThat(read("d.html")).startsWith("<!DOCTYPE html>");
        assertThat(read("d.csv")).startsWith("\uFEFF");
        CedreRunner.Result review = CedreRunner.run(
                "review",
                "examples/aci-jardins-du-pre",
                "--date",
                "2026-11-21",
                "-f",
                "json",
                "-o",
                html,
                "-f",
                "texte");
        assertThat(read("d.html")).startsWith("{");
        assertThat(review.out()).contains("persist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-f html -f json|Deux formats iraient sur la sortie standard",
                "-f html -o @a -f json -o @a|recevrait deux rapports",
                "-f html -o @a -f json -o @b/../a|recevrait deux rapports",
                "-f json -o @a -o @b|ne dit pas son format",
                "-f html -o @a -f jason -o @b|vouliez-vous dire « json »"
            })
    void whatCannotBeDoneIsSaidBeforeAnyWork(String options, String said) throws IOException {
        CedreRunner.Result result = check(options.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(said);
        assertThat(result.out()).isEmpty();
        try (var files = Files.list(temp)) {
            assertThat(files).isEmpty();
        }
    }
}
