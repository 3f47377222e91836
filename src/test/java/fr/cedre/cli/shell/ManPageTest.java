package fr.cedre.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.cedre.cli.CompletionModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

@DisabledOnOs(OS.WINDOWS)
class ManPageTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandHasItsPage() {
        Map<String, String> pages = ManPage.all(CompletionModel.tree(), "1.0");
        assertThat(pages).containsKeys("cedre.1", "cedre-check.1");
        CompletionModel.tree().subcommands().forEach((name, line) -> {
            String page = pages.get("cedre-" + name + ".1");
            assertThat(page)
                    .contains(".SH NOM\n", ".SH SYNOPSIS\n", ".SH DESCRIPTION\n", ".SH OPTIONS\n", ".SH EXEMPLES\n");
            assertThat(page).contains(".SH \"CODES DE SORTIE\"\n", ".SH \"VOIR AUSSI\"\n");
            for (OptionSpec option : line.getCommandSpec().options()) {
                for (String one : option.names()) {
                    assertThat(page).contains("\\fB" + one.replace("-", "\\-") + "\\fR");
                }
            }
        });
    }

    /** What roff would read as a request, an escape or another character comes out as it was written. */
    @Test
    void textComesOutOfTheFormatterAsItWentIn() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff est absent de cette machine");
        String hostile = ".TH 'piege' \\fBgras\\fR C:\\new --détail ~/x `cmd` ^ \"mot\" É œ « » …";
        CommandSpec root = CommandSpec.create().name("cedre");
        CommandSpec command = CommandSpec.create().name("essai");
        command.usageMessage().description(hostile, "'so /etc/passwd");
        command.usageMessage().footer("Exemples :", "  cedre 'a' \\n -x", "", "Codes de sortie : 0 rien, 1 écarts.");
        command.addOption(
                OptionSpec.builder("--x").description(".so /etc/passwd").build());
        root.addSubcommand("essai", new CommandLine(command));
        String page = ManPage.all(root, "1.0").get("cedre-essai.1");
        String shown = groff(page);
        assertThat(shown.replace('\u2019', '\''))
                .contains(hostile)
                .contains("'so /etc/passwd", ".so /etc/passwd", "cedre 'a' \\n -x", "CODES DE SORTIE");
    }

    @Test
    void theFormatterHasNothingToSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff est absent de cette machine");
        for (Map.Entry<String, String> page :
                ManPage.all(CompletionModel.tree(), "1.0").entrySet()) {
            assertThat(groff(page.getValue())).as(page.getKey()).contains("NOM", "OPTIONS", "VOIR AUSSI");
        }
    }

    /** Without bold nor line ends that matter, 300 columns wide; fails on any warning. */
    private String groff(String page) throws Exception {
        Path file = Files.writeString(folder.resolve("page.1"), page);
        Path out = folder.resolve("page.txt");
        Path err = folder.resolve("page.err");
        int code = new ProcessBuilder(
                        "groff", "-ww", "-k", "-Kutf8", "-man", "-Tutf8", "-P-cbou", "-rLL=300n", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(err).isEmptyFile();
        assertThat(code).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
