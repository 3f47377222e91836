package fr.cedre.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.cedre.CedreRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts, in the shells themselves; a shell that the machine lacks is skipped. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

    private static final Path HARNESS = Path.of("src/test/resources/shell").toAbsolutePath();

    @TempDir
    private Path folder;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("dossier/mon-dossier"));
        Files.createDirectories(folder.resolve("dossier/mes preuves"));
        Files.writeString(folder.resolve("dossier/mien.yaml"), "");
        Files.writeString(folder.resolve("dossier/notes.txt"), "");
    }

    /** What is typed after cedre, and what Tab offers; a bar stands for a space, a star for any end. */
    private static final String[][] LINES = {
        {"c", "check completion"},
        {"--v", "--version"},
        {"check --fo", "--format"},
        {"check --se", "--seuil"},
        {"review --seuil-", "--seuil-regression"},
        {"check -f j", "json junit"},
        {"plan -f ", "json texte"},
        {"check --format=ht", "html"},
        {"check --seuil m", "majeure mineure"},
        {"check --couleur ", "auto jamais toujours"},
        {"check --date ", ""},
        {"check m", "mes|preuves mon-dossier"},
        {"check mon-dossier --specification 6.1.G-", "6.1.G-DP"},
        {"check mon-dossier --specification 6.1.A,6.1.G-", "6.1.G-DP"},
        {"check mon-dossier --specification=5.1.f", "5.1.formation"},
        {"check -r cap --chapitre 3", "3.1 3.2 3.3 3.4 3.5"},
        {"check --referentiel=cap --specification 1.1", "1.1.1 1.1.2 1.1.3"},
        {"check -r inconnu --specification 1", ""},
        {"check --type AI,ET", "ETTI"},
        {"check -r cedre-v", "cedre-v1 cedre-v2"},
        {"diff v", "v1 v2"},
        {"diff v1 cap-r", "cap-rse"},
        {"diff -f json v1 v2 mon", "mon-dossier"},
        {"list mi", "mien.yaml"},
        {"validate m", "mes|preuves mien.yaml mon-dossier"},
        {"explain missions.date_s", "missions.date_suivi_client"},
        {"explain 6.1.G-DP mission", "mission|de|travail missions*"},
        {"explain -r cap 1.1", "1.1.1 1.1.2 1.1.3"},
        {"completion ", "bash fish zsh"},
        {"help v", "validate"},
        {"inconnue ", ""}
    };

    @ParameterizedTest
    @EnumSource(Script.class)
    void everyPlaceOffersWhatItTakes(Script shell) throws Exception {
        List<String> typed = Arrays.stream(LINES).map(line -> line[0]).toList();
        List<List<String>> found = offers(shell, script(shell), typed);
        assertThat(found).hasSameSizeAs(typed);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < LINES.length; i++) {
            List<String> expected = new ArrayList<>();
            List<String> left = new ArrayList<>(found.get(i));
            for (String word : LINES[i][1].isEmpty() ? new String[0] : LINES[i][1].split(" ", -1)) {
                if (word.endsWith("*")) {
                    String begin = word.substring(0, word.length() - 1);
                    softly.assertThat(left).as(typed.get(i)).anyMatch(f -> f.startsWith(begin));
                    left.removeIf(f -> f.startsWith(begin));
                } else {
                    expected.add(word.replace('|', ' '));
                }
            }
            softly.assertThat(left).as(typed.get(i)).containsExactlyInAnyOrderElementsOf(expected);
        }
        softly.assertAll();
    }

    private static String script(Script shell) {
        CedreRunner.Result result = CedreRunner.run("completion", shell.code());
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    /** Names that come from a user's referential are words for the shell, never commands. */
    @ParameterizedTest
    @EnumSource(Script.class)
    void hostileNamesAreOnlyWords(Script shell) throws Exception {
        Path trap = folder.resolve("dossier/piege");
        String title = "l'exigence `touch piege` $(touch piege) \"x\" \\' ; touch piege : [fin] %s (touch piege)";
        String id = "6.9.x'$(touch${IFS}piege)`touch${IFS}piege`;y";
        Names names = new Names(
                Map.of("cedre-v2", title),
                List.of("AI"),
                List.of(new Names.Holding(List.of("cedre-v2"), Map.of("6.9", title), Map.of(id, title), List.of())),
                Map.of());
        String script = shell.text(grammar(), names);
        List<List<String>> found = offers(shell, script, List.of("check --specification 6.9", "list ced"));
        assertThat(found.get(0)).hasSize(1);
        assertThat(found.get(0).get(0).replace("\\", "")).isEqualTo(id);
        assertThat(found.get(1)).containsExactly("cedre-v2");
        assertThat(trap).doesNotExist();
    }

    private static Grammar grammar() {
        return fr.cedre.cli.CompletionModel.grammar();
    }

    /** What Tab offers at the end of each line. */
    private List<List<String>> offers(Script shell, String text, List<String> typed) throws Exception {
        assumeTrue(present(shell.code()), shell.code() + " est absent de cette machine");
        Path work = Files.createDirectories(folder.resolve("dossier"));
        Path script = Files.writeString(folder.resolve("_cedre"), text);
        Path lines = Files.writeString(
                folder.resolve("lignes"),
                typed.stream().map(l -> "cedre " + l + "\n").collect(Collectors.joining()));
        Path out = folder.resolve("offres");
        ProcessBuilder builder = new ProcessBuilder(
                        shell.code(),
                        HARNESS.resolve("complete." + shell.code()).toString(),
                        script.toString(),
                        lines.toString(),
                        out.toString())
                .directory(work.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", folder.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                shell == Script.ZSH ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out.toFile()));
        assertThat(builder.start().waitFor()).isZero();
        List<List<String>> all = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
            if (line.equals("####")) {
                all.add(found);
                found = new ArrayList<>();
                continue;
            }
            // fish adds a description, and a bar to folders; some shells offer the whole word, some what comes after «
            // = » or a comma.
            String word = line.split("\t", -1)[0]
                    .replaceFirst("/$", "")
                    .replaceFirst("^--[a-z]+=", "")
                    .replaceFirst("^[A-Z0-9.]+,", "")
                    .replace("\\ ", " ");
            if (!word.isEmpty() && !found.contains(word)) {
                found.add(word);
            }
        }
        Files.delete(out);
        return all;
    }

    private static boolean present(String shell) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, shell))) {
                return true;
            }
        }
        return false;
    }
}
