package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken, enormous or malicious folders: always a French message that names the file, never a stack trace, never an exit code of 3,
 * never a piece of what people wrote about people.
 */
class HostileInputTest extends HostileFolder {

    // structure.yaml

    @Test
    void yamlAliasBomb() throws IOException {
        StringBuilder yaml = new StringBuilder("nom: x\ntypes: [ACI]\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        structure(yaml.toString());
        assertThat(unusable().err()).contains("structure.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNesting(String open) throws IOException {
        structure("nom: x\ntypes: [ACI]\nprofond: " + (open.equals("- ") ? "\n  " : "") + open.repeat(100_000));
        assertThat(unusable().err()).contains("structure.yaml");
    }

    @Test
    void tabsInYaml() throws IOException {
        structure("nom: x\ntypes:\n\t- ACI\n");
        assertThat(unusable().err()).contains("structure.yaml:3", "tabulation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# rien\n",
                "---\n",
                "- ACI\n- AI\n",
                "ACI",
                "nom: [",
                "nom: \"x",
                "{",
                "\u0000\u0001",
                "nom: x\n---\nnom: y\n"
            })
    void structureThatIsNoDescription(String yaml) throws IOException {
        structure(yaml);
        assertThat(unusable().err()).contains("structure.yaml");
    }

    @Test
    void sameKeyTwice() throws IOException {
        structure("nom: x\ntypes: [ACI]\ntypes: [AI]\n");
        assertThat(said(check())).contains("structure.yaml", "types");
    }

    @ParameterizedTest
    @CsvSource({"EITI,EITI", "GEIQ,GEIQ", "ETI,ETTI", "aci2,ACI"})
    void typeNotCovered(String type, String named) throws IOException {
        structure("nom: x\ntypes: [" + type + "]\n");
        assertThat(unusable().err()).contains("structure.yaml", named, "AI, ETTI, ACI, EI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nom: x\n",
                "nom: x\ntypes:\n",
                "nom: x\ntypes: []\n",
                "nom: x\ntypes: {ACI: oui}\n",
                "nom: x\ntype: [ACI]\n"
            })
    void noType(String yaml) throws IOException {
        structure(yaml);
        assertThat(unusable().err()).contains("structure.yaml", "types");
    }

    @Test
    void structureOfTwoMegabytes() throws IOException {
        structure("nom: x\ntypes: [ACI]\n#" + "x".repeat(2_000_000));
        assertThat(unusable().err()).contains("structure.yaml");
    }

    @Test
    void javaTagsAreNotObeyed() throws IOException {
        structure("nom: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:9/\"]]\ntypes: [ACI]\n");
        CedreRunner.Result result = CedreRunner.run("check", folder.toString(), "--date", "2026-11-21");
        assertThat(result.code()).isIn(0, 1, 2);
        assertThat(result.err()).doesNotContain("Exception");
    }

    // tables that are no tables

    @Test
    void enormousLineInLittleMemory() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(register("suivis"))) {
            out.write("id_salarie;date;nature;objectif\nS-01;2026-03-02;suivi;");
            for (int i = 0; i < 40_000; i++) {
                out.write((SECRET + "x".repeat(1015)));
            }
        }
        assertThat(subprocess(48, 2)).contains("registres/suivis.csv:2");
    }

    @Test
    void enormousFileWithoutAnyLineEndInLittleMemory() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(register("suivis"))) {
            for (int i = 0; i < 40_000; i++) {
                out.write("x".repeat(1024));
            }
        }
        assertThat(subprocess(48, 2)).contains("registres/suivis.csv");
    }

    @Test
    void quoteNeverClosedInLittleMemory() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(register("suivis"))) {
            out.write("id_salarie;date;nature;objectif\nS-01;2026-03-02;suivi;cv\nS-02;2026-03-02;suivi;\"" + SECRET
                    + "\n");
            for (int i = 0; i < 600_000; i++) {
                out.write("S-03;2026-03-02;suivi;le point du mois, avec de quoi faire une longue ligne\n");
            }
        }
        assertThat(subprocess(48, 2)).contains("registres/suivis.csv:3", "guillemet");
    }

    @Test
    void quoteNeverClosedInASmallFile() throws IOException {
        write(
                "suivis",
                "id_salarie;date;nature;objectif\nS-01;2026-03-02;suivi;cv\nS-02;2026-03-02;suivi;\"" + SECRET
                        + "\nS-03;2026-03-02;suivi;cv\n");
        assertThat(said(unusable())).contains("registres/suivis.csv:3", "guillemet");
    }

    @ParameterizedTest
    @CsvSource({"504B0304, Excel", "D0CF11E0A1B11AE1, Excel", "255044462D312E37, PDF", "1F8B0800, compressée"})
    void knownBinaryNamedCsv(String magic, String named) throws IOException {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        byte[] start = java.util.HexFormat.of().parseHex(magic);
        System.arraycopy(start, 0, bytes, 0, start.length);
        Files.write(register("contrats"), bytes);
        assertThat(said(unusable())).contains("registres/contrats.csv", named);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomBytes(long seed) throws IOException {
        byte[] bytes = new byte[20_000];
        new Random(seed).nextBytes(bytes);
        Files.write(register("contrats"), bytes);
        Files.write(folder.resolve("preuves.csv"), bytes);
        assertThat(said(unusable())).contains("registres/contrats.csv", "preuves.csv");
    }

    @Test
    void nulBytes() throws IOException {
        String text = Files.readString(register("contrats"));
        Files.writeString(register("contrats"), text.replace("S-04", "S-\u000004"));
        assertThat(said(unusable())).contains("registres/contrats.csv", "nuls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "\ufeff", ";;;;\n;;;;\n"})
    void emptyTable(String text) throws IOException {
        write("contrats", text);
        assertThat(said(unusable())).contains("registres/contrats.csv");
    }

    @Test
    void headerOnly() throws IOException {
        for (String register : List.of("travaux", "reclamations", "fournisseurs", "demandes")) {
            write(register, Files.readAllLines(register(register)).get(0));
        }
        assertThat(check().code()).isLessThan(2);
    }

    @Test
    void mandatoryColumnMissing() throws IOException {
        String text = Files.readString(register("contrats"));
        Files.writeString(register("contrats"), text.replaceFirst("id_salarie", "salarie"));
        assertThat(said(unusable())).contains("registres/contrats.csv", "id_salarie", "« salarie »");
    }

    @Test
    void sameColumnTwice() throws IOException {
        write("fournisseurs", "id;criteres;evalue_le;Critères\nF-1;CRIT;2025-12-10;autre\n");
        assertThat(said(check())).contains("registres/fournisseurs.csv", "criteres", "deux fois");
    }

    @Test
    void sameIdentifierTwice() throws IOException {
        write("fournisseurs", "id;criteres;evalue_le\nF-1;CRIT;2025-12-10\nF-2;CRIT;2025-12-10\nF-1;CRIT;2025-12-10\n");
        CedreRunner.Result result = check();
        assertThat(said(result)).contains("F-1", "ligne 2");
        assertThat(problems(result)).anyMatch(p -> p.startsWith("erreur|registres/fournisseurs.csv|4|id|"));
    }

    @Test
    void raggedRows() throws IOException {
        write(
                "fournisseurs",
                "id;criteres;evalue_le\nF-1\nF-2;CRIT;2025-12-10;en;trop\nF-3;CRIT;2025-12-10;;;\nF-4;CRIT;2025-12-10\n");
        CedreRunner.Result result = check();
        assertThat(problems(result)).anyMatch(p -> p.startsWith("erreur|registres/fournisseurs.csv|3|"));
        assertThat(problems(result)).noneMatch(p -> p.startsWith("erreur|registres/fournisseurs.csv|4|"));
    }

    @Test
    void registerThatIsAFolder() throws IOException {
        Files.delete(register("contrats"));
        Files.createDirectory(register("contrats"));
        assertThat(said(check())).contains("registres/contrats.csv");
    }

    @Test
    void unreadableFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(register("contrats"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(register("contrats")), "root reads everything");
        assertThat(said(unusable())).contains("registres/contrats.csv", "droits");
    }

    @Test
    void threeHundredThousandBadRows() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(register("suivis"))) {
            out.write("id_salarie;date;nature;prochaine_echeance\n");
            for (int i = 0; i < 300_000; i++) {
                out.write("S-" + i + ";32/13/2026;inconnu;jamais\n");
            }
        }
        assertThat(subprocess(256, 1)).hasSizeLessThan(100_000);
        CedreRunner.Result json = check("-f", "json");
        assertThat(json.json().path("problemes").size()).isBetween(1, 500);
        assertThat(json.out()).hasSizeLessThan(2_000_000);
    }

    @Test
    void severalBrokenFilesAreAllNamed() throws IOException {
        Files.write(register("contrats"), new byte[] {'P', 'K', 3, 4, 0, 0});
        write("salaries", "");
        write("engagements", "id;debut;echeance\nE-1;2026-01-01;2026-06-30\n");
        Files.write(folder.resolve("preuves.csv"), new byte[] {0, 1, 2, 0, 0, 5});
        String said = said(unusable());
        assertThat(said)
                .contains(
                        "registres/contrats.csv", "registres/salaries.csv", "registres/engagements.csv", "preuves.csv");
    }

    @Test
    void brokenStructureDoesNotHideBrokenRegisters() throws IOException {
        structure("nom: x\n");
        write("salaries", "");
        write("engagements", "id;debut;echeance\nE-1;2026-01-01;2026-06-30\n");
        assertThat(unusable().err()).contains("structure.yaml", "registres/salaries.csv", "registres/engagements.csv");
    }
}
