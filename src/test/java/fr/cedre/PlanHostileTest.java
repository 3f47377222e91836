package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be taken up as a plan is refused, said, and left to the byte as it was. */
class PlanHostileTest extends PlanFolder {

    private static final byte[] WORKBOOK = {'P', 'K', 3, 4, 20, 0, 0, 0};

    @BeforeEach
    void gaps() throws IOException {
        spoil("R-03", "R-05");
        plan();
    }

    private void refused(String... words) throws IOException {
        byte[] before = bytes();
        List<String> files = names();
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("plan-actions.csv").contains(words);
        assertThat(result.out()).isEmpty();
        assertThat(bytes()).isEqualTo(before);
        assertThat(names()).isEqualTo(files);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aWorkbook() throws IOException {
        Files.write(plan, WORKBOOK);
        refused("classeur Excel", "CSV UTF-8", "plan-actions.precedent.csv", "renommez");
    }

    @Test
    void aBinary() throws IOException {
        Files.write(plan, new byte[] {1, 2, 0, 3, 0, 0, 0, 9});
        refused("octets nuls");
    }

    @Test
    void bytesThatNoSpreadsheetWrites() throws IOException {
        Files.write(plan, "identite;commentaire\r\nx;\u0081é\r\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("caractères");
        byte[] cut = "\uFEFFidentite;commentaire\r\nx;é\r\n".getBytes(StandardCharsets.UTF_8);
        cut[cut.length - 3] = ' ';
        Files.write(plan, cut);
        refused("caractères");
    }

    @Test
    void anOpenQuote() throws IOException {
        Files.writeString(plan, Files.readString(plan).replaceFirst("mineure;", "mineure;\""));
        refused("guillemet", "ligne 2");
        Files.writeString(plan, "\"identite;etat\n");
        refused("guillemet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "sep=;\n"})
    void nothing(String text) throws IOException {
        Files.writeString(plan, text);
        refused("vide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Notes de réunion\n", "etat;statut;echeance\nouvert;;\n", "<html>identite</html>", "sep="})
    void noIdentities(String text) throws IOException {
        Files.writeString(plan, text);
        refused("en-tête", "identite");
    }

    @Test
    void aFolder() throws IOException {
        Files.delete(plan);
        Files.createDirectory(plan);
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("n'est pas un fichier");
    }

    @Test
    void aLinkThatLeadsElsewhere() throws IOException {
        Path elsewhere = temp.resolve("ailleurs.csv");
        Files.move(plan, elsewhere);
        Files.createSymbolicLink(plan, elsewhere);
        mend("R-03");
        refused("hors du dossier");
        Files.delete(plan);
        Files.createSymbolicLink(plan, temp.resolve("nulle-part.csv"));
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("n'est pas un fichier");
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        Path real = folder.resolve("documents/plan.csv");
        Files.move(plan, real);
        Files.createSymbolicLink(plan, real);
        mend("R-03");
        assertThat(plan().code()).isEqualTo(1);
        assertThat(plan).isSymbolicLink();
        assertThat(Spreadsheet.open(real).cells("etat")).contains("levé");
    }

    /** No word of people is lost either when it holds what no word should. */
    @Test
    void strangeCharactersStay() throws IOException {
        Spreadsheet sheet = sheet();
        String strange = "\u0000\u0007\u202Eà l'envers\uFFFF 😀\u200B\"\r\n;";
        sheet.set(1, "commentaire", strange).set(1, "identite", sheet.get(1, "identite") + " ");
        sheet.save(plan, StandardCharsets.UTF_8, ';', "\r\n", "\uFEFF");
        mend("R-03");
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(1);
        assertThat(cell("R-03", "commentaire")).isEqualTo(strange);
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
    }

    @Test
    void aMemoryThatSaysAnythingIsForgotten() throws IOException {
        sheet().setAll("suivi_cedre", ":: etat:parti releve:hier leve:2026-02-30 note:\u0007 controle:")
                .save(plan);
        assertThat(plan().code()).isEqualTo(1);
        assertThat(cell("R-03", "etat")).isEqualTo("ouvert");
        assertThat(cell("R-03", "releve_le")).isEqualTo("21/11/2026");
        assertThat(cell("R-03", "suivi_cedre")).startsWith("etat:ouvert releve:2026-11-21 controle:" + CHECK);
    }

    @Test
    void aFolderThatRefusesToBeWrittenLosesNothing() throws IOException {
        mend("R-03");
        Files.createDirectories(previous.resolve("occupe"));
        byte[] before = bytes();
        CedreRunner.Result result = plan();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("fermez-le dans le tableur", "tel qu'il était");
        assertThat(bytes()).isEqualTo(before);
        assertThat(names()).noneMatch(n -> n.endsWith(".tmp"));
    }

    @Test
    void tenThousandRowsAreFollowed() throws IOException {
        StringBuilder text = new StringBuilder("identite;commentaire\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(String.format("6.2.B2#%08x;mot %d%n", i, i));
        }
        Files.writeString(plan, text);
        assertThat(plan().code()).isEqualTo(1);
        assertThat(sheet().rows()).hasSize(10_002);
        assertThat(sheet().get(10_000, "commentaire")).isEqualTo("mot 9999");
    }
}
