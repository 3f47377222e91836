package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled distribution, run as a user runs it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of("target/cedre/bin/cedre").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    private Outcome run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void runs_from_a_symlink_of_a_symlink_and_a_name_with_spaces() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("lien un"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("deux"), first.getFileName());
        Outcome outcome = run(Map.of(), second.toString(), "check", "examples/ei-premier-jour", "--date", "2026-11-21");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("cedre-v2");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void reads_accented_names_in_the_c_locale() throws Exception {
        Path dossier = Files.createDirectories(folder.resolve("évaluation 2026"));
        Files.writeString(dossier.resolve("structure.yaml"), "nom: Été\ntypes: [EI]\n");
        Outcome outcome = run(
                Map.of("LC_ALL", "C", "LANG", ""),
                LAUNCHER.toString(),
                "check",
                dossier.toString(),
                "--seuil",
                "jamais");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Structure    Été (EI)");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_moved_distribution_works_without_its_archive_and_says_nothing() throws Exception {
        Path moved = folder.resolve("cedre déplacé");
        copy(LAUNCHER.getParent().getParent(), moved);
        Outcome outcome = run(
                Map.of(),
                moved.resolve("bin/cedre").toString(),
                "check",
                "examples/ei-premier-jour",
                "--date",
                "2026-11-21");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void an_edited_referential_of_the_distribution_is_the_one_that_is_read() throws Exception {
        Path moved = folder.resolve("cedre-modifie");
        copy(LAUNCHER.getParent().getParent(), moved);
        Path yaml = moved.resolve("referentiels/cedre-v2.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml).replace("titre: Référentiel CEDRE, version 2", "titre: Référentiel modifié"));
        Outcome outcome = run(Map.of(), moved.resolve("bin/cedre").toString(), "check", "examples/ei-premier-jour");
        assertThat(outcome.out()).contains("Référentiel modifié");
    }

    @Test
    void says_in_french_that_java_is_missing() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", "/nulle/part"), LAUNCHER.toString(), "--version");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("JAVA_HOME").contains("/nulle/part");
    }

    @Test
    void every_command_of_the_readme_does_what_it_says() throws Exception {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(Path.of("README.md"), StandardCharsets.UTF_8)) {
            shell = line.startsWith("```") ? line.equals("```sh") : shell;
            if (shell && line.startsWith("cedre ")) {
                commands.add(line);
            }
        }
        assertThat(commands).hasSizeGreaterThan(5);
        for (String line : commands) {
            assertThat(line).contains("# code ");
            int expected =
                    Integer.parseInt(line.substring(line.indexOf("# code ") + 7).strip());
            String command = line.substring("cedre".length(), line.indexOf('#')).strip();
            Outcome outcome = run(Map.of(), "/bin/sh", "-c", LAUNCHER + " " + command);
            assertThat(outcome.err()).as(line).isEmpty();
            assertThat(outcome.code()).as(line).isEqualTo(expected);
        }
        // The first command, whose build is the one this test runs after, and what the README shows of its output.
        Outcome first = run(Map.of(), LAUNCHER.toString(), "check", "examples/ai-clef-emploi", "--date", "2026-11-21");
        List<String> last = first.out().lines().toList();
        assertThat(Files.readString(Path.of("README.md")))
                .contains(last.get(last.size() - 2) + "\n" + last.get(last.size() - 1) + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (var walk = Files.walk(from)) {
            walk.forEach(paths::add);
        }
        for (Path path : paths) {
            Files.copy(
                    path,
                    to.resolve(from.relativize(path).toString()),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
