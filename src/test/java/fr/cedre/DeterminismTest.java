package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Same inputs and same date: same output, to the byte (contrat § 5), wherever and however the program runs. */
class DeterminismTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final List<String> FORMATS = List.of("texte", "json", "csv", "markdown", "junit", "sarif");

    @TempDir
    private Path temp;

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"texte", "json", "csv", "markdown", "junit", "sarif"})
    void twoRuns(String format) throws IOException {
        Path folder = folder("a", Comparator.naturalOrder());
        assertThat(report(folder, format)).isEqualTo(report(folder, format)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati",
        "tr-TR, America/Adak",
        "fr-FR, Pacific/Kiritimati",
        "en-US, America/Adak",
        "ar-EG-u-nu-arab, Asia/Kathmandu",
        "th-TH-u-ca-buddhist, UTC"
    })
    void anyLocaleAndTimeZone(String locale, String zone) throws IOException {
        Path folder = folder("a", Comparator.naturalOrder());
        for (String format : FORMATS) {
            Locale.setDefault(Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            String expected = report(folder, format);
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(report(folder, format)).isEqualTo(expected);
        }
    }

    @Test
    void anyOrderOfFilesAndAnyPlace() throws IOException {
        Path first = folder("un", Comparator.naturalOrder());
        Path second = folder("ailleurs/deux", Comparator.reverseOrder());
        for (String format : FORMATS) {
            assertThat(report(second, format)).isEqualTo(report(first, format));
        }
    }

    @Test
    void aTrailingSlashOrADotChangesNothing() throws IOException {
        Path folder = folder("a", Comparator.naturalOrder());
        String expected = report(folder, "json");
        assertThat(report(folder.resolve("."), "json")).isEqualTo(expected);
        assertThat(run(folder + "/", "json").out()).isEqualTo(expected);
        assertThat(report(folder.resolve("registres/.."), "json")).isEqualTo(expected);
    }

    @Test
    void lineEnds() throws IOException {
        Path unix = folder("unix", Comparator.naturalOrder());
        Path dos = folder("dos", Comparator.naturalOrder());
        try (Stream<Path> files = Files.walk(dos)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
            }
        }
        for (String format : FORMATS) {
            if (!format.equals("json")) {
                assertThat(report(dos, format)).isEqualTo(report(unix, format));
            }
        }
        // The digests name the bytes that were read: they alone may differ.
        assertThat(withoutDigests(report(dos, "json"))).isEqualTo(withoutDigests(report(unix, "json")));
    }

    private static String withoutDigests(String json) {
        return json.replaceAll("\"sha256\" ?: ?\"[0-9a-f]+\"", "\"sha256\":\"\"");
    }

    private static String report(Path folder, String format) {
        return run(folder.toString(), format).out();
    }

    private static CedreRunner.Result run(String folder, String format) {
        CedreRunner.Result result = CedreRunner.run("check", folder, "--date", "2026-11-21", "--detail", "-f", format);
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        return result;
    }

    /** The two-type base with gaps of several kinds, its files created in the given order. */
    private Path folder(String name, Comparator<Path> order) throws IOException {
        Path from = CaseFolder.BASES.resolve("ai-aci");
        Path to = temp.resolve(name);
        Files.createDirectories(to.resolve("registres"));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted(order).toList()) {
                String text = Files.readString(file);
                switch (String.valueOf(file.getFileName())) {
                    case "bilans.csv", "travaux.csv", "missions.csv" ->
                        text = text.replaceFirst("2026-0[1-9]-\\d\\d;", ";");
                    case "engagements.csv" -> text = text.replaceAll("mobilisation_preparation", "inconnu");
                    default -> {
                        // as it is
                    }
                }
                Files.writeString(to.resolve(from.relativize(file).toString()), text);
            }
        }
        return to;
    }
}
