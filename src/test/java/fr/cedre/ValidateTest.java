package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code cedre validate}: what is shipped holds; a correspondence, a folder or a group with a mistake is refused at its line. */
class ValidateTest {

    private static final Path SHIPPED = Path.of("referentiels");

    @TempDir
    private Path temp;

    @Test
    void everythingShippedIsValid() throws IOException {
        CedreRunner.Result result = CedreRunner.run("validate");
        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("\n\nRien à corriger.\n").doesNotContain("avertissement", "erreur", "refusé");
        for (String file : shipped(SHIPPED)) {
            String kind = file.equals("echeances.yaml") ? "échéances " : "référentiel ";
            assertThat(result.out()).contains(kind + file + " : ");
        }
        for (String file : shipped(SHIPPED.resolve("correspondances"))) {
            assertThat(result.out())
                    .containsPattern("correspondance correspondances/" + file + " : .*complète dans les deux sens\n");
        }
        assertThat(result.out()).startsWith("dictionnaire registres : ");
        CedreRunner.Result folder = CedreRunner.run("validate", SHIPPED.toString());
        assertThat(folder.code()).as(folder.out()).isZero();
        assertThat(folder.out())
                .contains("référentiel referentiels/cedre-v2.yaml : ")
                .endsWith("\n\nRien à corriger.\n");
        CedreRunner.Result named = CedreRunner.run("validate", "v2", "cap-rse", "iso");
        assertThat(named.code()).isZero();
        assertThat(named.out())
                .contains("cedre-v2.yaml : ", "cap-rse.yaml : ", "iso-9001-2015.yaml : ")
                .endsWith("\n\nRien à corriger.\n");
        assertThat(CedreRunner.run("validate", "-q").out()).isEmpty();
    }

    // Correspondences

    /** Line by line, the mistakes of a correspondence: the text replaced, what replaces it, the places and messages awaited. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeInACorrespondence(String name, List<String> replaced, List<String> reasons) throws IOException {
        Path file = correspondence();
        Folders.replace(file, replaced.get(0), replaced.get(1));
        refused(file, reasons.toArray(String[]::new));
    }

    static Stream<Arguments> mistakes() {
        String lost = "  - de: B.1\n    vers: A.1\n    sort: reformulee\n    pourquoi: Le livret est le même.\n";
        String fresh = "  - vers: A.3\n    sort: nouvelle\n    pourquoi: Personne n'en parlait.\n";
        String merged = "  - de: [B.2, B.3]\n";
        return Stream.of(
                Arguments.of(
                        "first specification lost",
                        List.of(lost, ""),
                        List.of(
                                "7:de: erreur: « B.1 » (charte-2019.yaml, ligne 14) n'a pas de sort : écrire ce qu'elle devient",
                                "7:vers: erreur: « A.1 » (charte-accueil.yaml, ligne 19) n'a pas d'origine : écrire d'où elle vient,"
                                        + " ou « nouvelle »")),
                Arguments.of(
                        "one of two merged lost",
                        List.of(merged, "  - de: B.2\n"),
                        List.of(
                                "11:de: erreur: « B.3 » (charte-2019.yaml, ligne 30) n'a pas de sort",
                                "11:sort: erreur: « fusionnee » : « A.2 » ne reçoit qu'une origine, « B.2 »")),
                Arguments.of(
                        "comes from nowhere",
                        List.of(fresh, ""),
                        List.of("11:vers: erreur: « A.3 » (charte-accueil.yaml, ligne 45) n'a pas d'origine")),
                Arguments.of(
                        "lost for one type",
                        List.of("types: [ACI, EI]", "types: [ACI]"),
                        List.of(
                                "11:de: erreur: « B.4 » (charte-2019.yaml, ligne 37) n'a pas de sort : écrire ce qu'elle devient (pour EI)")),
                Arguments.of(
                        "unknown origin",
                        List.of(merged, "  - de: [B.2, B.3, B.33]\n"),
                        List.of(
                                "11:de: erreur: « B.33 » n'est pas une spécification de charte-2019 ; vouliez-vous dire « B.3 » ?")),
                Arguments.of(
                        "unknown target",
                        List.of("voir: A.3", "voir: A.9"),
                        List.of("15:voir: erreur: « A.9 » n'est pas une spécification de charte-accueil")),
                Arguments.of(
                        "named twice",
                        List.of(merged, "  - de: [B.2, B.3, B.2]\n"),
                        List.of("11:de: erreur: « B.2 » est cité deux fois")),
                Arguments.of(
                        "two fates",
                        List.of(fresh, fresh + "  - {de: B.1, sort: supprimee, pourquoi: Essai.}\n"),
                        List.of(
                                "23:de: erreur: « B.1 » a deux sorts : « reformulee » ligne 7 et « supprimee » ligne 23")),
                Arguments.of(
                        "new twice",
                        List.of(fresh, fresh + "  - {vers: A.3, sort: nouvelle, pourquoi: Essai.}\n"),
                        List.of("23:vers: erreur: « A.3 » est déjà « nouvelle » ligne 20")),
                Arguments.of(
                        "new, and an origin on the same line",
                        List.of("  - vers: A.3\n", "  - vers: A.3\n    de: B.4\n"),
                        List.of(
                                "21:lignes.de: erreur: « nouvelle » n'a pas d'origine : retirer « de », ou changer de sort")),
                Arguments.of(
                        "new, and an origin on another line",
                        List.of("    vers: A.1\n    sort: reformulee", "    vers: [A.1, A.3]\n    sort: scindee"),
                        List.of("7:vers: erreur: « A.3 » est « nouvelle » ligne 20 et a pourtant une origine ici")),
                Arguments.of(
                        "two sole origins",
                        List.of(merged + "    vers: A.2\n    sort: fusionnee\n", """
                                  - {de: B.2, vers: A.2, sort: reformulee, pourquoi: Essai.}
                                  - de: B.3
                                    vers: A.2
                                    sort: deplacee
                                """),
                        List.of("12:vers: erreur: « A.2 » vient déjà de « B.2 » (« reformulee », ligne 11) :"
                                + " plusieurs origines, c'est « fusionnee »")),
                Arguments.of(
                        "unknown fate",
                        List.of("sort: reformulee", "sort: reformulé"),
                        List.of(
                                "9:lignes.sort: erreur: sort inconnu « reformulé » ; vouliez-vous dire « reformulee » ?")),
                Arguments.of(
                        "split in one",
                        List.of("sort: reformulee", "sort: scindee"),
                        List.of("8:lignes.vers: erreur: « scindee » demande au moins deux cibles")),
                Arguments.of(
                        "dropped, with a sequel",
                        List.of("sort: reformulee", "sort: supprimee"),
                        List.of("8:lignes.vers: erreur: « supprimee » n'a pas de suite : retirer « vers »")),
                Arguments.of(
                        "types that do not exist",
                        List.of("types: [ACI, EI]", "types: [ACI, EI, GEIQ]"),
                        List.of("15:types: erreur: le type « GEIQ » n'est pas couvert par les deux référentiels")),
                Arguments.of(
                        "no reason",
                        List.of("    pourquoi: Le livret est le même.\n", ""),
                        List.of("7:lignes.pourquoi: erreur: « pourquoi » manque")),
                Arguments.of(
                        "unknown key",
                        List.of("    voir: A.3\n", "    voire: A.3\n"),
                        List.of("18:lignes.voire: erreur: clé inconnue « voire » ; vouliez-vous dire « voir » ?")),
                Arguments.of(
                        "unknown file put together",
                        List.of("lignes:", "reunit: [charte--v2]\nlignes:"),
                        List.of("reunit: erreur: « charte--v2 » n'est pas une correspondance connue")));
    }

    @Test
    void aCorrespondenceThatHolds() throws IOException {
        Path file = correspondence();
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.out())
                .isEqualTo("correspondance " + file + " : 4 lignes, complète dans les deux sens\n\nRien à corriger.\n");
        CedreRunner.Result folder = CedreRunner.run("validate", temp.toString());
        assertThat(folder.code()).as(folder.out()).isZero();
        assertThat(folder.out())
                .startsWith(
                        "référentiel " + temp + "/charte-2019.yaml : 4 spécifications, 2 contrôles, reconstitution\n")
                .endsWith("correspondance " + file + " : 4 lignes, complète dans les deux sens\n\nRien à corriger.\n");
    }

    @Test
    void theWrongFileName() throws IOException {
        Path file = correspondence();
        Path wrong = Files.move(file, file.resolveSibling("charte-2019--charte.yaml"));
        refused(
                wrong,
                "2:de: erreur: le fichier doit s'appeler « charte-2019--charte-accueil.yaml », d'après « de » et « vers »");
    }

    /** A correspondence that contradicts itself is not followed: {@code diff} says where rather than choosing. */
    @Test
    void aContradictionStopsTheComparison() throws IOException {
        Path file = correspondence();
        Folders.replace(file, "  - vers: A.3\n", "  - {de: B.1, sort: supprimee, pourquoi: Essai.}\n  - vers: A.3\n");
        CedreRunner.Result diff =
                CedreRunner.run("diff", "charte-2019", "charte-accueil", "--referentiels", temp.toString());
        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.out()).isEmpty();
        assertThat(diff.err()).contains("correspondances/charte-2019--charte-accueil.yaml:20", "deux sorts");
    }

    /** The shipped ones are verified as those of a user: one line less, and the place of the loss is said. */
    @Test
    void aShippedCorrespondenceWithOneLineLess() throws IOException {
        for (String name : shipped(SHIPPED.resolve("correspondances"))) {
            String text = Files.readString(SHIPPED.resolve("correspondances").resolve(name));
            int last = text.lastIndexOf("\n  - ");
            if (last < 0) {
                continue;
            }
            Path file = Folders.write(temp.resolve("correspondances").resolve(name), text.substring(0, last + 1));
            assertThat(problems(file))
                    .isNotEmpty()
                    .allMatch(p ->
                            p.matches("(?s).*:\\d+:(de|vers): erreur: « .* » \\(.*\\.yaml, ligne \\d+\\) n'a pas .*"));
            CedreRunner.Result all = CedreRunner.run("validate", "--referentiels", temp.toString());
            assertThat(all.code()).isEqualTo(2);
            assertThat(all.out()).contains("\ncorrespondances/" + name + ":");
            Files.delete(file);
        }
    }

    // Folders, files, groups

    @Test
    void anEvidenceFolderAndOneOfItsFiles() throws IOException {
        Path folder = Folders.copy(CaseFolder.BASES.resolve("ai"), temp.resolve("pont"));
        assertThat(CedreRunner.run("validate", folder.toString()).code()).isZero();
        Folders.replace(folder.resolve("registres").resolve("reclamations.csv"), "RC-2;2026-06-02", "RC-2;2026-16-02");
        Folders.replace(folder.resolve("registres").resolve("enquetes.csv"), "public", "publik");
        Path register = folder.resolve("registres").resolve("reclamations.csv");
        String bad = register + ":3:date: erreur: valeur illisible : une date jj/mm/aaaa ou aaaa-mm-jj est attendue";
        CedreRunner.Result whole = CedreRunner.run("validate", folder + "/");
        assertThat(whole.code()).isEqualTo(2);
        assertThat(whole.out())
                .contains("dossier " + folder + " : ", "\n" + bad + "\n", folder + "/registres/enquetes.csv:");
        CedreRunner.Result one = CedreRunner.run("validate", register.toString());
        assertThat(one.code()).isEqualTo(2);
        assertThat(one.out())
                .isEqualTo("registre " + register + " : 3 lignes\n\n" + bad + "\n\n1 erreur, 0 avertissement.\n");
        CedreRunner.Result other =
                CedreRunner.run("validate", folder.resolve("preuves.csv").toString());
        assertThat(other.code()).isZero();
        assertThat(other.out()).isEqualTo("registre " + folder + "/preuves.csv : 95 lignes\n\nRien à corriger.\n");
    }

    @Test
    void aGroupAndItsMembers() throws IOException {
        Folders.copy(CaseFolder.BASES.resolve("ai"), temp.resolve("pont"));
        Path aci = Folders.copy(CaseFolder.BASES.resolve("aci"), temp.resolve("jardins"));
        Path group = Folders.write(temp.resolve("groupe.yaml"), "nom: Groupe\nmembres: [pont, jardins]\n");
        for (Path named : List.of(group, temp)) {
            CedreRunner.Result result = CedreRunner.run("validate", named.toString());
            assertThat(result.code()).as(result.out()).isZero();
            assertThat(result.out())
                    .contains(
                            "groupe " + temp + " : 2 membres\n",
                            "dossier " + temp + "/pont : ",
                            "dossier " + aci + " : ");
        }
        Folders.replace(aci.resolve("structure.yaml"), "types: [ACI]", "typs: [ACI]");
        CedreRunner.Result result = CedreRunner.run("validate", temp.toString());
        assertThat(result.code()).as(result.out()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        aci + "/structure.yaml:1:types: erreur: « types » manque",
                        aci
                                + "/structure.yaml:2:typs: avertissement: clé inconnue « typs », ignorée ; vouliez-vous dire");
        Folders.write(group, "nom: Groupe\nmembres:\n  - pont\n  - jardin\n");
        result = CedreRunner.run("validate", temp.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(group
                        + ":4:membres: erreur: sous-dossier « jardin » introuvable ; vouliez-vous dire « jardins » ?");
    }

    @Test
    void whatCannotBeRead() throws IOException {
        Path dictionary = Folders.write(temp.resolve("registres").resolve("missions.json"), "{\"fields\": [");
        Path empty = Files.createDirectory(temp.resolve("vide"));
        CedreRunner.Result result =
                CedreRunner.run("validate", "absent.yaml", dictionary.toString(), empty.toString(), "cedre-v9", "v2");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "absent.yaml: erreur: fichier introuvable\n",
                        "dictionnaire " + dictionary + " : refusé\n",
                        "\n" + dictionary + ":",
                        empty + ": erreur: ni structure.yaml ni référentiel (fichiers .yaml) dans ce dossier\n",
                        "cedre-v9: erreur: Référentiel inconnu « cedre-v9 » ; vouliez-vous dire « cedre-v1 » ?",
                        "référentiel cedre-v2.yaml : 95 spécifications");
    }

    @Test
    void asJson() throws IOException {
        Path file = correspondence();
        Folders.replace(file, "  - vers: A.3\n", "  - {de: B.1, sort: supprimee, pourquoi: Essai.}\n  - vers: A.3\n");
        CedreRunner.Result result = CedreRunner.run("validate", file.toString(), "-f", "json");
        assertThat(result.code()).isEqualTo(2);
        JsonNode json = result.json();
        assertThat(json.path("schema").asText()).isEqualTo("cedre/validation/1");
        assertThat(json.path("outil").path("nom").asText()).isEqualTo("cedre");
        assertThat(json.path("verifies")).hasSize(1);
        assertThat(json.path("verifies").get(0).path("fichier").asText()).isEqualTo(file.toString());
        assertThat(json.path("verifies").get(0).path("nature").asText()).isEqualTo("correspondance");
        assertThat(json.path("verifies").get(0).path("resume").asText()).endsWith(" lignes, refusée");
        JsonNode problem = json.path("problemes").get(0);
        assertThat(problem.path("niveau").asText()).isEqualTo("erreur");
        assertThat(problem.path("fichier").asText()).isEqualTo(file.toString());
        assertThat(problem.path("ligne").asInt()).isEqualTo(20);
        assertThat(problem.path("colonne").asText()).isEqualTo("de");
        assertThat(problem.path("message").asText()).contains("deux sorts");
        Path report = temp.resolve("rapport.json");
        assertThat(CedreRunner.run("validate", file.toString(), "-f", "json", "-o", report.toString())
                        .out())
                .isEmpty();
        assertThat(Files.readString(report)).isEqualTo(result.out());
        assertThat(CedreRunner.run("validate", "v2", "-f", "json").json().path("problemes"))
                .isEmpty();
    }

    // tools

    /** The two charters and what leads from one to the other, as a user would lay them out. */
    private Path correspondence() throws IOException {
        Folders.copy(Path.of("src/test/resources/referentiels/charte"), temp);
        return temp.resolve("correspondances").resolve("charte-2019--charte-accueil.yaml");
    }

    /** Refused for these reasons and no other, by its path as among all the others. */
    private void refused(Path file, String... reasons) {
        List<String> problems = problems(file);
        assertThat(problems).hasSize(reasons.length);
        for (int i = 0; i < reasons.length; i++) {
            assertThat(problems.get(i)).startsWith(file + ":" + reasons[i]);
        }
        CedreRunner.Result all = CedreRunner.run("validate", "--referentiels", temp.toString());
        assertThat(all.code()).isEqualTo(2);
        for (String reason : reasons) {
            assertThat(all.out()).contains("\ncorrespondances/" + file.getFileName() + ":" + reason);
        }
    }

    private static List<String> problems(Path file) {
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).as(result.out()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("correspondance " + file + " : ", "refusée");
        return result.out().lines().filter(l -> l.contains(": erreur: ")).toList();
    }

    private static List<String> shipped(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.endsWith(".yaml"))
                    .toList());
            assertThat(names).hasSizeGreaterThan(5);
            return names;
        }
    }
}
