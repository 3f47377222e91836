package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.cli.CommandLines;
import fr.cedre.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The photographs of {@code historique}: written whole and never over another, chosen by the day they bear, and the same bytes anywhere. */
class ReviewHistoryTest extends ReviewFolder {

    private static final String CLAIM = "1.1 reclamation-ouverte RC-1";
    private static final String FIRST = "2025-11-21-grille-2024.json";
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    // Writing

    @Test
    void aPhotographIsTheReportOfCheck() throws IOException {
        claims("RC-1", "RC-2 2025-10-10");
        Path photograph = keep(BEFORE);
        assertThat(history(folder)).containsExactly(FIRST);
        String check = run("check", BEFORE, "-f", "json").out();
        assertThat(Files.readString(photograph)).isEqualTo(check).contains("\"sha256\"");
        assertThat(run("check", BEFORE, "-f", "json").err()).isEmpty();
    }

    @Test
    void withoutTheOptionNothingIsWritten() throws IOException {
        claims("RC-1");
        assertThat(json(BEFORE).path("photographie").isNull()).isTrue();
        assertThat(history(folder)).isEmpty();
    }

    @Test
    void theSamePhotographIsNotTakenTwice() throws IOException {
        claims("RC-1");
        String before = Files.readString(keep(BEFORE));
        CedreRunner.Result again = review(BEFORE, "--enregistrer");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out() + again.err()).contains(FIRST);
        assertThat(history(folder)).containsExactly(FIRST);
        assertThat(Files.readString(folder.resolve("historique").resolve(FIRST)))
                .isEqualTo(before);
    }

    @Test
    void severalPhotographsOfOneDayStandSideBySide() throws IOException {
        List<String> claims = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            claims.add("RC-" + i);
            claims(claims.toArray(String[]::new));
            names.add(String.valueOf(keep(BEFORE).getFileName()));
        }
        assertThat(names)
                .startsWith(FIRST, "2025-11-21-grille-2024-2.json", "2025-11-21-grille-2024-3.json")
                .endsWith("2025-11-21-grille-2024-10.json", "2025-11-21-grille-2024-11.json");
        assertThat(history(folder)).hasSize(11);
        // the last one is the eleventh, though « -9 » comes after « -11 » in a list of names
        JsonNode report = json(NOW);
        assertThat(report.path("reference").path("fichier").asText())
                .isEqualTo("historique/2025-11-21-grille-2024-11.json");
        assertThat(words(report).values()).containsOnly("persistant").hasSize(11);
        // the folder as it was for the second one: already there, though not the last
        claims("RC-1", "RC-2");
        review(BEFORE, "--enregistrer");
        assertThat(history(folder)).hasSize(11);
    }

    @Test
    void whatBearsTheNameAlreadyIsLeftAsItWas() throws IOException {
        claims("RC-1");
        Path taken = Folders.write(folder.resolve("historique").resolve(FIRST), "mes notes");
        CedreRunner.Result result = review(BEFORE, "--enregistrer", "-f", "json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(Files.readString(taken)).isEqualTo("mes notes");
        assertThat(history(folder)).containsExactlyInAnyOrder(FIRST, "2025-11-21-grille-2024-2.json");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLeft() throws IOException {
        claims("RC-1");
        Path file = Folders.write(folder.resolve("historique"), "un fichier");
        CedreRunner.Result result = review(BEFORE, "--enregistrer");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("historique");
        assertThat(Files.readString(file)).isEqualTo("un fichier");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .containsExactlyInAnyOrder("structure.yaml", "preuves.csv", "registres", "historique");
        }
    }

    @Test
    void aFolderThatIsNotCheckedIsNotPhotographed() throws IOException {
        Files.writeString(folder.resolve("structure.yaml"), "nom: Le Pont\ntypes: [GEIQ]\n");
        assertThat(review(BEFORE, "--enregistrer").code()).isEqualTo(2);
        assertThat(history(folder)).isEmpty();
    }

    // Choosing

    @Test
    void theDayIsTheOneWrittenInside() throws IOException {
        claims("RC-1");
        Path old = keep("2024-11-21");
        claims("RC-1", "RC-2");
        Path recent = keep(BEFORE);
        Files.move(old, folder.resolve("historique/zzz.json"));
        Files.move(recent, folder.resolve("historique/2020-01-01-autre.json"));
        JsonNode report = json(NOW);
        assertThat(report.path("reference").path("date").asText()).isEqualTo(BEFORE);
        assertThat(report.path("reference").path("fichier").asText()).isEqualTo("historique/2020-01-01-autre.json");
        assertThat(report.path("photographies").findValuesAsText("date")).containsExactly("2024-11-21", BEFORE);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-20, false", "2025-11-22, true"})
    void aPhotographOfALaterDayIsSetAsideAndSaid(String date, boolean used) throws IOException {
        claims("RC-1");
        keep(BEFORE);
        CedreRunner.Result result = review(date, "-f", "json");
        JsonNode report = result.json();
        assertThat(report.path("reference").isNull()).isNotEqualTo(used);
        if (!used) {
            assertThat(report.path("problemes").toString()).contains("historique/" + FIRST, "postérieure");
            assertThat(flat(review(date))).contains(FIRST, "postérieure");
        }
        assertThat(result.code()).isEqualTo(1);
    }

    /** Yearly photographs from a leap day to the next. */
    @Test
    void leapDays() throws IOException {
        claims("RC-1");
        assertThat(keep("2024-02-29")).hasFileName("2024-02-29-grille-2024.json");
        JsonNode report = json("2028-02-29");
        assertThat(gap(report, "1.1 reclamation-ouverte RC-1")
                        .path("changement")
                        .asText())
                .isIn("persistant", "nouveau");
        assertThat(report.path("reference").path("date").asText()).isEqualTo("2024-02-29");
    }

    @Test
    void aKeptReportServesAsReference() throws IOException {
        claims("RC-1");
        Path report = Files.writeString(
                temp.resolve("rapport.json"), run("check", BEFORE, "-f", "json").out());
        claims("RC-1", "RC-2");
        keep("2026-01-01");
        JsonNode review = json(NOW, "--reference", report.toString());
        assertThat(review.path("reference").path("date").asText()).isEqualTo(BEFORE);
        assertThat(words(review))
                .containsEntry(CLAIM, "persistant")
                .containsEntry("1.1 reclamation-ouverte RC-2", "nouveau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"schema\":\"cedre/revue/1\"}", "nom: Le Pont"})
    void aReferenceAskedForThatIsNoneIsRefused(String content) throws IOException {
        claims("RC-1");
        Path report = Files.writeString(temp.resolve("rapport.json"), content);
        CedreRunner.Result result = review(NOW, "--reference", report.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("rapport.json");
    }

    @Test
    void aReferenceThatDoesNotExist() throws IOException {
        claims("RC-1");
        Path kept = keep(BEFORE);
        CedreRunner.Result result = review(
                NOW,
                "--reference",
                kept.resolveSibling("2025-11-21-grille-2042.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("2025-11-21-grille-2042.json");
    }

    // The same anywhere

    @ParameterizedTest
    @ValueSource(strings = {"texte", "json"})
    void photographsInAnyOrderAndAnyLocaleAndZone(String format) throws IOException {
        claims("RC-1");
        keep("2024-11-21");
        claims("RC-1", "RC-2");
        keep(BEFORE);
        claims("RC-2", "RC-3");
        Path other = temp.resolve("ailleurs");
        Folders.copy(folder, other);
        for (String name : history(folder)) {
            Files.delete(other.resolve("historique").resolve(name));
        }
        for (String name : List.of(FIRST, "2024-11-21-grille-2024.json")) {
            Files.copy(
                    folder.resolve("historique").resolve(name),
                    other.resolve("historique").resolve(name));
        }
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String first = review(NOW, "-f", format).out();
        assertThat(first).isNotBlank().isEqualTo(review(NOW, "-f", format).out());
        folder = other;
        assertThat(review(NOW, "-f", format).out()).isEqualTo(first);
        for (String locale : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
            for (String zone : List.of("Pacific/Kiritimati", "America/Adak")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(review(NOW, "-f", format).out()).isEqualTo(first);
            }
        }
    }

    @Test
    void aPhotographHasTheSameNameAndBytesAnywhere() throws IOException {
        claims("RC-1");
        String bytes = Files.readString(keep(BEFORE));
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Files.delete(folder.resolve("historique").resolve(FIRST));
        assertThat(Files.readString(keep(BEFORE))).isEqualTo(bytes);
        assertThat(history(folder)).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"texte", "json"})
    void noClockIsReadWhenTheDayIsGiven(String format) throws IOException {
        claims("RC-1");
        keep("2024-11-21");
        assertThat(at(new NoClock(), "--date", NOW, "-f", format, "--enregistrer"))
                .isEqualTo(1);
        assertThat(history(folder)).contains("2026-11-21-grille-2024.json");
    }

    @Test
    void theClockGivesTheDayOtherwise() throws IOException {
        claims("RC-1");
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);
        assertThat(at(clock, "--enregistrer")).isEqualTo(1);
        assertThat(history(folder)).containsExactly("2026-03-01-grille-2024.json");
    }

    private int at(Clock clock, String... options) {
        List<String> args = new ArrayList<>(List.of("review", folder.toString(), "--referentiels", grids.toString()));
        args.addAll(List.of(options));
        try (PrintWriter out = new PrintWriter(new StringWriter());
                PrintWriter err = new PrintWriter(new StringWriter())) {
            return CommandLines.run(args.toArray(String[]::new), out, err, clock, new Terminal(false, false, null));
        }
    }

    private static final class NoClock extends Clock {
        @Override
        public ZoneId getZone() {
            throw new AssertionError("a zone was read");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("a zone was read");
        }

        @Override
        public Instant instant() {
            throw new AssertionError("the clock was read");
        }
    }
}
