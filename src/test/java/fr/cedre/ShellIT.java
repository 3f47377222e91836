package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled program among terminals, pipes and full disks. */
@DisabledOnOs(OS.WINDOWS)
class ShellIT {

    private static final Path HOME = Path.of("target/cedre").toAbsolutePath();
    private static final String CEDRE = "'" + HOME.resolve("bin/cedre") + "'";
    private static final String CHECK = CEDRE + " check examples/ei-premier-jour --date 2026-11-21";
    private static final String GROUP = CEDRE + " check examples --date 2026-11-21";
    private static final String ESCAPE = "\u001B[";
    private static final String ERASE = "\r\u001B[K";

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    /** Runs a line of shell. */
    private Outcome sh(String line) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm");
        int code = builder.start().waitFor();
        return new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** What a terminal of some width receives from a line of shell. */
    private String terminal(int columns, String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script (util-linux) est absent de cette machine");
        Path script = Files.writeString(folder.resolve("ligne.sh"), "stty cols " + columns + "\n" + line + "\n");
        return sh("script -qec 'sh " + script + "' /dev/null </dev/null").out();
    }

    // What cannot be written

    @Test
    void aFullDiskIsSaid() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "/dev/full n'existe pas ici");
        for (String command : List.of(CHECK, CEDRE + " --version", CEDRE + " completion fish", CEDRE)) {
            Outcome outcome = sh(command + " > /dev/full");
            assertThat(outcome.code()).as(command).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("cedre : la sortie standard n'a pas pu être écrite en entier")
                    .hasLineCount(1);
        }
        assertThat(sh(CHECK + " -q > /dev/full")).isEqualTo(new Outcome(1, "", ""));
    }

    @Test
    void aClosedOutputIsSaidAndAClosedInputOrErrorIsNot() throws Exception {
        Outcome closed = sh(CHECK + " >&-");
        assertThat(closed.code()).isEqualTo(2);
        assertThat(closed.err()).contains("n'a pas pu être écrite");
        assertThat(sh(CHECK + " >/dev/null <&-")).isEqualTo(new Outcome(1, "", ""));
        assertThat(sh(CHECK + " >/dev/null 2>&-")).isEqualTo(new Outcome(1, "", ""));
    }

    @Test
    void aReaderThatLeavesIsNoError() throws Exception {
        Path code = folder.resolve("code");
        for (String reader : List.of("head -n 1", "true", "head -c 1")) {
            Outcome outcome = sh("{ " + CHECK + " --detail; echo $? >" + code + "; } | " + reader);
            assertThat(outcome.err()).as(reader).isEmpty();
            assertThat(Files.readString(code).strip()).as(reader).isEqualTo("1");
        }
        Outcome outcome = sh("{ " + CEDRE + " completion zsh; echo $? >" + code + "; } | true");
        assertThat(outcome.err() + Files.readString(code)).isEqualTo("0\n");
    }

    @Test
    void aFileOnAFullDiskKeepsWhatItWas() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disque"));
        assumeTrue(
                sh("mount -t tmpfs -o size=16k tmpfs " + disk).code() == 0,
                "un petit disque ne peut être monté que par root");
        try {
            Path report = Files.writeString(disk.resolve("r.json"), "avant");
            Outcome outcome = sh(CHECK + " -f json -o " + report);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("cedre : ").contains("r.json", "disque plein");
            assertThat(report).hasContent("avant");
            try (Stream<Path> files = Files.list(disk)) {
                assertThat(files).containsExactly(report);
            }
            Outcome redirected = sh(CHECK + " -f json > " + disk.resolve("o.json"));
            assertThat(redirected.code()).isEqualTo(2);
            assertThat(redirected.err()).contains("disque plein");
        } finally {
            sh("umount " + disk);
        }
    }

    /** A report once took the place of the device. */
    @Test
    void aDeviceNamedAsFileIsWrittenTo() throws Exception {
        Path pipe = folder.resolve("tube");
        assumeTrue(sh("mkfifo " + pipe).code() == 0, "mkfifo est absent de cette machine");
        Outcome outcome = sh("cat " + pipe + " & " + CHECK + " -f json -o " + pipe + "; wait");
        assertThat(outcome.out()).startsWith("{").endsWith("}\n");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    // Terminals

    @Test
    void coloursAreForTerminalsThatWantThem() throws Exception {
        assertThat(terminal(80, CHECK)).contains(ESCAPE + "1m");
        assertThat(terminal(80, "NO_COLOR= " + CHECK)).contains(ESCAPE + "1m");
        assertThat(terminal(80, "NO_COLOR=0 " + CHECK)).doesNotContain(ESCAPE + "1m");
        assertThat(terminal(80, "NO_COLOR=1 " + CHECK + " --couleur toujours")).contains(ESCAPE + "1m");
        assertThat(terminal(80, "TERM=dumb " + CHECK)).doesNotContain(ESCAPE);
        assertThat(terminal(80, CHECK + " --couleur jamais")).doesNotContain(ESCAPE + "1m");
        assertThat(terminal(80, CHECK + " | cat")).doesNotContain(ESCAPE + "1m");
        assertThat(sh(CHECK).out()).doesNotContain(ESCAPE);
        assertThat(sh(CHECK + " --couleur toujours").out()).contains(ESCAPE + "1m");
    }

    @Test
    void linesAreAsWideAsTheTerminalOnlyThere() throws Exception {
        String command = "NO_COLOR=1 " + CHECK;
        assertThat(longest(terminal(100, command))).isBetween(81, 100);
        assertThat(longest(terminal(250, command))).isBetween(81, 100);
        assertThat(longest(terminal(66, command))).isBetween(50, 66);
        assertThat(longest(sh("COLUMNS=100 " + command).out())).isBetween(60, 80);
        assertThat(longest(terminal(100, command + " | cat"))).isBetween(60, 80);
    }

    private static int longest(String text) {
        return text.replace(ERASE, "")
                .lines()
                .mapToInt(l -> l.replaceAll("cedre : lecture [^\r]*", "")
                        .replace("\r", "")
                        .length())
                .max()
                .orElse(0);
    }

    @Test
    void progressIsForTheTerminalAlone() throws Exception {
        Path out = folder.resolve("rapport.txt");
        String shown = terminal(80, GROUP + " > " + out);
        assertThat(shown).contains(ERASE + "1/5 ").doesNotContain("\n").endsWith(ERASE);
        assertThat(Files.readString(out)).isEqualTo(sh(GROUP).out()).doesNotContain("\r", "\u001B");
        assertThat(sh(GROUP).err()).isEmpty();
        assertThat(terminal(80, GROUP + " -q")).isEmpty();
        assertThat(terminal(80, "TERM=dumb " + GROUP + " > " + out)).isEmpty();
        assertThat(terminal(80, "NO_COLOR=1 " + GROUP + " > " + out)).contains(ERASE);
    }

    // Beside the program

    @Test
    void manFindsThePages() throws Exception {
        assumeTrue(sh("command -v man").code() == 0, "man est absent de cette machine");
        Outcome page = sh("LC_ALL=C.UTF-8 MANWIDTH=80 MAN_KEEP_FORMATTING= man --warnings -M '"
                + HOME.resolve("share/man") + "' cedre-check | cat");
        assertThat(page.err()).isEmpty();
        assertThat(page.out()).contains("cedre-check - Contrôle un dossier de preuves", "CODES DE SORTIE");
    }

    @Test
    void theFirstScreenNamesAnExampleThatWorks() throws Exception {
        Outcome start = sh(CEDRE);
        String example = start.out()
                .lines()
                .filter(l -> l.contains("examples"))
                .findFirst()
                .orElseThrow()
                .strip();
        Outcome first = sh(example.replaceFirst("^cedre", CEDRE));
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isEqualTo(1);
    }
}
