package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A compliant folder to spoil, and what no output may ever hold. */
abstract class HostileFolder {

    protected static final String SECRET = "Zébulonne";
    protected static final Pattern FORBIDDEN = Pattern.compile(
            "Exception|StackOverflow|OutOfMemory|Caused by|\\bat [a-z]+\\.[a-z.]+\\(|fr\\.cedre\\.|java\\.|snakeyaml|null\\b");
    protected static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u0080-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    @TempDir
    protected Path temp;

    protected Path folder;

    @BeforeEach
    void base() throws IOException {
        folder = temp.resolve("dossier");
        try (Stream<Path> files = Files.walk(CaseFolder.BASES.resolve("aci"))) {
            for (Path file : files.sorted().toList()) {
                Path target = folder.resolve(
                        CaseFolder.BASES.resolve("aci").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    // tools

    protected interface Change {
        void change(String register, List<String> columns, int row, List<String> cells);
    }

    protected void rewrite(Change change) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> columns = List.of(lines.get(0).split(";", -1));
                List<String> out = new ArrayList<>(List.of(lines.get(0)));
                String name = String.valueOf(file.getFileName()).replace(".csv", "");
                for (int i = 1; i < lines.size(); i++) {
                    List<String> cells = new ArrayList<>(List.of(lines.get(i).split(";", -1)));
                    change.change(name, columns, i, cells);
                    out.add(String.join(";", cells));
                }
                Files.write(file, out);
            }
        }
    }

    /** None of these words in any output, whatever the format. */
    protected void nowhere(String... words) {
        for (CedreRunner.Result result : everyOutput()) {
            for (String word : words) {
                assertThat(result.out()).doesNotContainIgnoringCase(word);
                assertThat(result.err()).doesNotContainIgnoringCase(word);
            }
        }
    }

    protected List<CedreRunner.Result> everyOutput() {
        List<CedreRunner.Result> all = new ArrayList<>(List.of(check(), check("--detail"), check("-q")));
        for (String format : List.of("json", "csv", "markdown", "junit", "sarif")) {
            all.add(check("--detail", "-f", format));
        }
        return all;
    }

    protected void structure(String yaml) throws IOException {
        Files.writeString(folder.resolve("structure.yaml"), yaml);
    }

    protected Path register(String name) {
        return folder.resolve("registres").resolve(name + ".csv");
    }

    protected void write(String register, String text) throws IOException {
        Files.writeString(register(register), text, StandardCharsets.UTF_8);
    }

    /** One proof, for 6.1.A only. */
    protected void proof(String row) throws IOException {
        Files.writeString(
                folder.resolve("preuves.csv"),
                "ref;titre;nature;specifications;version;valide_le;valide_par;fichier\n" + row + "\n");
    }

    protected CedreRunner.Result check(String... options) {
        List<String> command = new ArrayList<>(List.of("check", folder.toString(), "--date", "2026-11-21"));
        command.addAll(List.of(options));
        return clean(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> CedreRunner.run(command)));
    }

    protected CedreRunner.Result unusable() {
        CedreRunner.Result result = check();
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(2);
        return result;
    }

    protected static CedreRunner.Result clean(CedreRunner.Result result) {
        assertThat(result.code()).as(result.err()).isBetween(0, 2);
        assertThat(FORBIDDEN
                        .matcher(result.err().replace("/fr.cedre.", ""))
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .as(result.err())
                .isEmpty();
        assertThat(FORBIDDEN
                        .matcher(result.out().replaceAll(": ?null", ""))
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .isEmpty();
        return result;
    }

    /** Everything said to people, on one line, since the text is folded at eighty columns. */
    protected String said(CedreRunner.Result result) {
        CedreRunner.Result detail = check("--detail");
        return (result.out() + " " + result.err() + " " + detail.out() + " " + detail.err()).replaceAll("\\s+", " ");
    }

    /** Problems of the JSON report: niveau|fichier|ligne|colonne|message. */
    protected Set<String> problems(CedreRunner.Result any) throws IOException {
        CedreRunner.Result result = any.out().startsWith("{") ? any : check("-f", "json");
        Set<String> all = new TreeSet<>();
        for (JsonNode p : result.json().path("problemes")) {
            all.add(String.join(
                    "|",
                    p.path("niveau").asText(),
                    p.path("fichier").asText(),
                    p.path("ligne").asText(),
                    p.path("colonne").asText(),
                    p.path("message").asText()));
        }
        return all;
    }

    /** Runs the program in its own process, with so many megabytes of memory; returns all it says. */
    protected String subprocess(int megabytes, int code) throws IOException, InterruptedException {
        Path said = temp.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.cedre.Main",
                        "check",
                        folder.toString(),
                        "--date",
                        "2026-11-21")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said).replaceAll("\\s+", " ");
        assertThat(process.exitValue()).as(text).isEqualTo(code);
        assertThat(text).doesNotContain("Exception", SECRET);
        return text;
    }
}
