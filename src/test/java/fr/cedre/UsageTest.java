package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.cli.CompletionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words around the commands: how to start, help, and what was meant by what is mistyped. */
class UsageTest {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(Usage: |Missing|Unknown|Unmatched|Expected|Invalid|options?:|COMMAND\\b|required|should be)",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    private static String refused(String... args) {
        CedreRunner.Result result = CedreRunner.run(args);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("cedre : ").doesNotContainPattern(ENGLISH);
        return result.err();
    }

    @Test
    void cedreAloneSaysHowToStart() {
        CedreRunner.Result result = CedreRunner.run();
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).hasSizeLessThan(16).allMatch(l -> l.length() <= 80);
        assertThat(result.out())
                .contains("cedre init mon-dossier --type AI", "cedre check ", "cedre explain ", "cedre help");
    }

    @ParameterizedTest
    @CsvSource({
        "chek, « check »",
        "explan, « explain »",
        "aide, « cedre help »",
        "contrôler, « cedre check »",
        "comparer, « cedre diff »",
        "6.1.G-DP, « cedre explain 6.1.G-DP »",
        "mien.yaml, « cedre validate mien.yaml »",
        "version, « cedre --version »"
    })
    void aMistypedCommandIsGuessed(String typed, String meant) {
        assertThat(refused(typed)).contains("commande inconnue « " + typed + " » ; vouliez-vous dire " + meant + " ?");
    }

    @Test
    void aWordThatLooksLikeNothingGivesTheList() {
        assertThat(refused("zorglub")).contains("« zorglub ». Commandes : check, diff, ");
    }

    @Test
    void aFolderWithoutCommandIsToBeChecked() throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("mon dossier"));
        assertThat(refused(dossier.toString(), "--detail"))
                .contains("vouliez-vous dire « cedre check \"" + dossier + "\" --detail » ?");
    }

    @Test
    void aNameWithSpacesIsToBeQuoted() throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("mon dossier"));
        assertThat(refused("check", folder.resolve("mon").toString(), "dossier"))
                .contains("s'écrit entre guillemets : cedre check \"" + dossier + "\"");
        assertThat(refused("check", "un", "deux")).contains("argument en trop « deux »");
    }

    @Test
    void aNameThatBeginsWithAnAtSignIsAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("options"), "--version");
        assertThat(refused("check", "@" + file)).contains("Dossier introuvable : « @");
    }

    @Test
    void optionsAreGuessed() {
        assertThat(refused("check", ".", "--datee", "x")).contains("« --datee » ; vouliez-vous dire « --date » ?");
        assertThat(refused("--date", "2026-01-01")).contains("se place après une commande", "cedre check … --date");
        assertThat(refused("check", ".", "--detail=3")).contains("--detail ne prend pas de valeur");
        assertThat(refused("check", ".", "--format")).contains("il manque une valeur pour --format (FORMAT)");
        assertThat(refused("check", ".", "--seuil", "majure")).contains("« majure »", "« majeure »");
        assertThat(refused("check", ".", "--couleur", "toujour")).contains("« toujours »");
        assertThat(refused("check", ".", "-f", "jsn")).contains("« json »");
        assertThat(refused("check", ".", "--seuil", "majeure", "--seuil", "mineure"))
                .contains("donnée deux fois");
        assertThat(refused("check", ".", "-zz")).contains("option inconnue");
        assertThat(refused("--", "x")).contains("« x »");
    }

    @Test
    void whatIsMissingIsShownByAnExample() {
        assertThat(refused("check"))
                .contains("il manque DOSSIER", "Exemple : cedre check mon-dossier", "cedre help check");
        assertThat(refused("diff", "v1")).contains("il manque B", "Exemple : cedre diff v1 v2");
        assertThat(refused("explain")).contains("il manque ID");
        assertThat(refused("completion")).contains("il manque INTERPRETEUR", "Exemple : cedre completion bash");
        assertThat(refused("completion", "zhs2")).contains("Interpréteurs possibles : bash, zsh, fish");
        assertThat(refused("completion", "fsh")).contains("vouliez-vous dire « fish » ?");
        assertThat(refused("help", "chek")).contains("« check »");
    }

    @Test
    void hostileWordsAreInert() {
        assertThat(refused("\u001B[31mrouge\u202E")).doesNotContain("\u001B", "\u202E");
        assertThat(refused("check", ".", "--\u001B[2J")).doesNotContain("\u001B");
    }

    static List<String> commands() {
        return new ArrayList<>(CompletionModel.tree().subcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpIsWholeFrenchAndNarrow(String command) {
        CedreRunner.Result help = CedreRunner.run("help", command);
        assertThat(help.code()).isZero();
        assertThat(help.out()).isEqualTo(CedreRunner.run(command, "--help").out());
        assertThat(help.out())
                .startsWith("Usage : cedre " + command)
                .contains("Exemples :\n  cedre " + command, "Codes de sortie : ", "--help, --aide")
                .doesNotContainPattern(ENGLISH)
                .doesNotContain("(s)");
        assertThat(help.out().lines()).allMatch(l -> l.codePointCount(0, l.length()) <= 80);
    }

    @Test
    void theListOfCommandsHasOneSentenceForEach() {
        CedreRunner.Result help = CedreRunner.run("help");
        assertThat(help.out()).isEqualTo(CedreRunner.run("--help").out()).doesNotContainPattern(ENGLISH);
        commands().forEach(command -> assertThat(help.out()).contains("\n  " + command + " "));
        assertThat(CedreRunner.run("--version").out()).startsWith("cedre ");
    }
}
