package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cedre diff} on every folder of {@code src/test/resources/cases/diff}: a new case is a new folder, no new Java.
 *
 * <pre>
 * cas.txt             line 1: what follows {@code cedre diff}, where {@code DOSSIER} is the evidence folder of the case and {@code CAS}
 *                     the folder of the case; line 2, if it starts with {@code base:}: the base that the folder starts from;
 *                     the rest: one sentence that says what is tested
 * dossier/, modifications.csv  laid over the base, as {@link CaseFolder} does
 * attendu.txt, .json, .csv or .md  the whole output, in the format that the command asks for
 * attendu-lignes.txt  instead: texts that the output must hold, in this order, whatever its line breaks
 * absent.txt          texts that the output must not hold (optional)
 * erreur.txt          texts that the error output must hold (optional; else it must be empty)
 * code.txt            exit code (by default 0)
 * </pre>
 *
 * A case without {@code attendu*} nor {@code erreur.txt} gets its whole output written and still fails: read it, then run again.
 */
class DiffCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "cases", "diff");

    private static final Map<String, String> ENDINGS =
            Map.of("texte", "txt", "json", "json", "csv", "csv", "markdown", "md");

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return CaseFolder.all(CASES).stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), c.folder().resolve("cas.txt").toUri(), () -> check(c)));
    }

    private void check(CaseFolder c) throws IOException {
        List<String> head = Files.readAllLines(c.folder().resolve("cas.txt"));
        Path folder = temp.resolve(c.name());
        if (head.get(1).startsWith("base:")) {
            Files.createDirectory(folder);
            c.build(head.get(1).substring("base:".length()).trim(), folder);
        }
        List<String> command = new ArrayList<>(List.of("diff"));
        for (String word : head.get(0).trim().split(" +", -1)) {
            command.add(word.replace("DOSSIER", folder.toString())
                    .replace("CAS", c.folder().toString()));
        }
        CedreRunner.Result result = CedreRunner.run(command);
        assertThat(head.get(head.size() - 1)).as("the sentence of " + c.name()).isNotBlank();
        Path whole = c.folder().resolve("attendu." + ending(command));
        if (Stream.of(
                        whole,
                        c.folder().resolve("attendu-lignes.txt"),
                        c.folder().resolve("erreur.txt"))
                .noneMatch(Files::exists)) {
            Files.writeString(whole, result.out());
            fail(whole + " written: read it, then run the test again");
        }
        SoftAssertions all = new SoftAssertions();
        all.assertThat(result.code())
                .as("exit code; error output: " + result.err())
                .isEqualTo(code(c));
        errors(c, result, all);
        if (Files.exists(whole)) {
            all.assertThat(result.out()).isEqualTo(Files.readString(whole));
        }
        String said = flat(result.out());
        inOrder(lines(c, "attendu-lignes.txt"), said, all);
        for (String text : lines(c, "absent.txt")) {
            all.assertThat(said).doesNotContain(flat(text));
        }
        all.assertAll();
    }

    private static void inOrder(List<String> texts, String said, SoftAssertions all) {
        int from = 0;
        for (String text : texts) {
            int at = said.indexOf(flat(text), from);
            all.assertThat(at)
                    .as("« " + text + " » after character " + from + " of " + said)
                    .isNotNegative();
            from = at < 0 ? from : at + flat(text).length();
        }
    }

    private static void errors(CaseFolder c, CedreRunner.Result result, SoftAssertions all) throws IOException {
        List<String> texts = lines(c, "erreur.txt");
        if (texts.isEmpty()) {
            all.assertThat(result.err()).as("error output").isEmpty();
        } else {
            all.assertThat(result.out()).as("nothing on the standard output").isEmpty();
        }
        texts.forEach(
                text -> all.assertThat(flat(result.err())).as("error output").contains(flat(text)));
    }

    private static String ending(List<String> command) {
        int at = command.indexOf("-f");
        return ENDINGS.getOrDefault(at < 0 ? "texte" : command.get(at + 1), "txt");
    }

    private static int code(CaseFolder c) throws IOException {
        Path code = c.folder().resolve("code.txt");
        return Files.exists(code) ? Integer.parseInt(Files.readString(code).trim()) : 0;
    }

    /** Non-blank lines of a file of the case; none when there is no such file. */
    private static List<String> lines(CaseFolder c, String file) throws IOException {
        Path path = c.folder().resolve(file);
        return Files.exists(path)
                ? Files.readAllLines(path).stream().filter(l -> !l.isBlank()).toList()
                : List.of();
    }

    /** On one line: the text is folded at eighty columns. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }
}
