package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code groupe.yaml} that cannot be followed: nothing is checked, every defect is said with its line. */
class GroupFileTest extends GroupFolder {

    @Test
    void everyWrongMemberIsNamedWithItsLine() throws IOException {
        member("ai", "pont");
        member("aci", "jardins");
        Folders.write(group.resolve("lot").resolve("groupe.yaml"), "nom: Lot\nmembres: [a]\n");
        Path outside = Files.createDirectory(group.resolveSibling(group.getFileName() + "-ailleurs"));
        Files.createSymbolicLink(group.resolve("lien"), outside);
        Files.writeString(group.resolve("groupe.yaml"), """
                nom: Groupe du Fleuve
                membres:
                  - pond
                  - ../%s
                  - %s
                  - lien
                  - pont
                  - jardins
                  - pont
                  - ./jardins
                  - pont/
                  - lot
                  - pont/../../x
                  - ""
                  - {nom: pont}
                  - pont/preuves.csv
                membre: [jardins]
                """.formatted(outside.getFileName(), outside));
        CedreRunner.Result result = check();
        Files.delete(outside);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().map(String::strip).toList())
                .containsExactly(
                        "cedre : Le groupe n'a pas pu être lu.",
                        line(3, "sous-dossier « pond » introuvable ; vouliez-vous dire « pont » ?"),
                        line(
                                4,
                                "« ../" + outside.getFileName()
                                        + " » sort du dossier du groupe : seul un sous-dossier est lu"),
                        line(5, "« " + outside + " » sort du dossier du groupe : seul un sous-dossier est lu"),
                        line(6, "« lien » mène hors du dossier du groupe : il n'est pas lu"),
                        line(9, "« pont » est cité deux fois"),
                        line(10, "« ./jardins » est cité deux fois"),
                        line(11, "« pont/ » est cité deux fois"),
                        line(12, "« lot » est lui-même un groupe : citer ses membres (« lot/… »)"),
                        line(13, "« pont/../../x » sort du dossier du groupe : seul un sous-dossier est lu"),
                        line(14, "le nom d'un sous-dossier est attendu"),
                        line(15, "le nom d'un sous-dossier est attendu"),
                        line(16, "sous-dossier « pont/preuves.csv » introuvable"),
                        "erreur groupe.yaml:17, clé « membre » : clé inconnue « membre » ; vouliez-vous dire « membres » ?");
    }

    @Test
    void membersOfASubGroupMayBeNamedOneByOne() throws IOException {
        member("ai", "lot/pont");
        Folders.write(group.resolve("lot").resolve("groupe.yaml"), "nom: Lot\nmembres: [pont]\n");
        group("membres: [./lot/pont/]");
        assertThat(check().code()).isZero();
        assertThat(json().path("membres").get(0).path("dossier").asText()).isEqualTo("lot/pont");
    }

    @ParameterizedTest
    @ValueSource(strings = {"membres: []", "membres:", "referentiel: cedre-v2", "membres: ~", "membres: ''"})
    void aGroupOfNobody(String yaml) throws IOException {
        group(yaml);
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("groupe.yaml:", "« membres » doit citer au moins un sous-dossier, par exemple « membres: [");
    }

    @Test
    void aMappingInsteadOfAList() throws IOException {
        member("ai", "pont");
        group("membres: {pont: AI}");
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(line(2, "« membres » doit être une liste"));
    }

    @Test
    void oneLineOfNamesIsAList() throws IOException {
        member("ai", "pont");
        member("aci", "jardins");
        group("membres: jardins, pont");
        assertThat(last(check())).isEqualTo("2 membres contrôlés, aucun en défaut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# rien\n", "- pont\n", "pont\n", "nom: [", "nom: x\n\tmembres: [pont]\n"})
    void noDescription(String yaml) throws IOException {
        member("ai", "pont");
        Files.writeString(group.resolve("groupe.yaml"), yaml);
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().toList()).hasSize(2);
        assertThat(result.err()).contains("Le groupe n'a pas pu être lu.", "  erreur groupe.yaml");
    }

    @Test
    void nobodyKnowsItsName() throws IOException {
        member("ai", "pont");
        Files.writeString(group.resolve("groupe.yaml"), "membres: [pont]\ncertification_groupe: peut-être\n");
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "groupe.yaml:1, clé « nom » : « nom » manque",
                        "groupe.yaml:2, clé « certification_groupe » : oui ou non est attendu");
    }

    @Test
    void notInUtf8() throws IOException {
        member("ai", "pont");
        Files.write(
                group.resolve("groupe.yaml"), "nom: Forêt\nmembres: [pont]\n".getBytes(StandardCharsets.ISO_8859_1));
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().strip()).isEqualTo("cedre : Le fichier groupe.yaml doit être enregistré en UTF-8.");
    }

    @Test
    void aByteOrderMarkChangesNothing() throws IOException {
        member("ai", "pont");
        Files.writeString(group.resolve("groupe.yaml"), "\uFEFFnom: Groupe du Fleuve\r\nmembres: [pont]\r\n");
        assertThat(check().code()).isZero();
        assertThat(json().path("groupe").path("nom").asText()).isEqualTo("Groupe du Fleuve");
    }

    @Test
    void unknownFormatsAreRefusedBeforeAnyWork() throws IOException {
        member("ai", "pont");
        group("membres: [pont]");
        for (String format : List.of("pdf", "jso")) {
            CedreRunner.Result result = check("-f", format);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .contains("« " + format + " »", "texte", "json")
                    .doesNotContain("contrôlé");
        }
    }

    private static String line(int line, String message) {
        return "erreur groupe.yaml:" + line + ", clé « membres » : " + message;
    }
}
