package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that miss, ways out of the folder, and what must never be repeated. */
class PrivateInputTest extends HostileFolder {

    // names that miss

    @Test
    void unknownRegister() throws IOException {
        Files.move(register("salaries"), folder.resolve("registres/salarie.csv"));
        assertThat(said(check())).contains("registres/salarie.csv", "« salaries »");
    }

    @Test
    void unknownColumn() throws IOException {
        Files.writeString(
                register("salaries"), Files.readString(register("salaries")).replaceFirst("date_sortie", "date_sorti"));
        CedreRunner.Result result = check();
        assertThat(said(result)).contains("date_sorti", "« date_sortie »");
        assertThat(problems(result)).anyMatch(p -> p.startsWith("avertissement|registres/salaries.csv|1|date_sorti|"));
    }

    @Test
    void missingFolder() {
        CedreRunner.Result result =
                CedreRunner.run("check", temp.resolve("dosier").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(clean(result).err()).contains("dosier", "« dossier »");
    }

    @ParameterizedTest
    @ValueSource(strings = {"structure.yaml", "preuves.csv"})
    void aFileInsteadOfAFolder(String name) {
        CedreRunner.Result result =
                CedreRunner.run("check", folder.resolve(name).toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(clean(result).err()).contains(name);
    }

    @Test
    void groupWithoutItsMembers() throws IOException {
        Path group = Files.createDirectory(temp.resolve("groupe"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: Groupe\nmembres: [absent, ../dossier, /etc]\n");
        CedreRunner.Result result = CedreRunner.run("check", group.toString(), "--date", "2026-11-21");
        assertThat(result.code()).isEqualTo(2);
        assertThat(clean(result).err()).contains("groupe");
    }

    @Test
    void emptyFolder() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("vide"));
        CedreRunner.Result result = CedreRunner.run("check", empty.toString(), "--date", "2026-11-21");
        assertThat(result.code()).isEqualTo(2);
        assertThat(clean(result).err()).contains("structure.yaml");
    }

    // ways out of the folder

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "documents/../../secret.txt",
                "C:\\Windows\\win.ini",
                "..\\secret.txt",
                "file:///etc/passwd",
                "~/secret.txt",
                "documents/lien"
            })
    void proofOutsideTheFolder(String path) throws IOException {
        Files.writeString(temp.resolve("secret.txt"), SECRET);
        Files.createDirectories(folder.resolve("documents"));
        Files.createSymbolicLink(folder.resolve("documents/lien"), temp.resolve("secret.txt"));
        proof("EVADE-1;Fiche;procedure;6.1.A;1;2026-01-12;direction;" + path);
        CedreRunner.Result result = check("-f", "json");
        assertThat(problems(result))
                .anyMatch(p -> p.startsWith("erreur|preuves.csv|2|fichier|") && p.contains("sort du dossier"));
        for (JsonNode specification : result.json().path("specifications")) {
            if (specification.path("id").asText().equals("6.1.A")) {
                assertThat(specification.path("statut").asText()).isEqualTo("ecart");
                assertThat(specification.path("preuves")).isEmpty();
            }
        }
        assertThat(result.json().path("empreintes").findValuesAsText("fichier"))
                .allMatch(f -> f.matches("structure\\.yaml|preuves\\.csv|registres/[a-z]+\\.csv"));
    }

    @Test
    void proofThatIsALoopOfLinks() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Files.createSymbolicLink(folder.resolve("documents/a"), folder.resolve("documents/b"));
        Files.createSymbolicLink(folder.resolve("documents/b"), folder.resolve("documents/a"));
        proof("BOUCLE;Fiche;procedure;6.1.A;1;2026-01-12;direction;documents/a");
        assertThat(said(check())).contains("preuves.csv", "fichier");
    }

    // private matters

    @Test
    void freeTextIsNeverRepeated() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> text = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("referentiels", "registres"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                JsonNode schema = json.readTree(file.toFile());
                for (JsonNode field : schema.path("fields")) {
                    if (field.path("cedre:nature").asText().equals("texte")) {
                        text.put(
                                schema.path("name").asText() + "."
                                        + field.path("name").asText(),
                                field.path("type").asText());
                    }
                }
            }
        }
        assertThat(text).hasSizeGreaterThan(40);
        rewrite((register, columns, row, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                if (text.containsKey(register + "." + columns.get(i))) {
                    cells.set(i, row % 3 == 0 ? "" : SECRET + " Durand " + row);
                } else if (i > 0 && (row + i) % 7 == 0) {
                    cells.set(i, "");
                }
            }
        });
        nowhere(SECRET, "Durand");
    }

    @Test
    void unreadableValuesAreNeverRepeated() throws IOException {
        rewrite((register, columns, row, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                String column = columns.get(i);
                if (column.startsWith("date")
                        || column.endsWith("_le")
                        || column.equals("envoyes")
                        || column.equals("mois")) {
                    cells.set(i, "le jour où " + SECRET + " Durand est venue");
                } else if (List.of("suite", "nature", "partage_avec", "themes", "public", "type", "trajectoire")
                        .contains(column)) {
                    cells.set(i, SECRET + " Durand");
                }
            }
        });
        nowhere(SECRET, "Durand");
    }

    @Test
    void namesAndSocialSecurityNumbersInTheirOwnColumns() throws IOException {
        write("salaries", """
                id;date_entree;Nom;Prénom;N° sécurité sociale;Date de naissance;Téléphone
                S-01;2025-03-03;Durand;Zébulonne;1850578006048;05/05/1985;0601020304
                S-02;2025-06-02;Durand;Zébulonne;1 85 05 78 006 048 30;05/05/1985;0601020304
                """);
        assertThat(said(check())).contains("registres/salaries.csv", "personnelles");
        nowhere("Durand", SECRET, "1850578006048", "006 048", "0601020304", "05/05/1985", "1985-05-05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1850578006048",
                "1 85 05 78 006 048 30",
                "2 99 02 2A 001 002",
                "Zébulonne Durand",
                "zebulonne.durand@exemple.fr"
            })
    void identifiersThatArePeople(String identifier) throws IOException {
        for (String register :
                List.of("salaries", "contrats", "engagements", "suivis", "diagnostics", "informations")) {
            Files.writeString(
                    register(register), Files.readString(register(register)).replace("S-04", identifier));
        }
        Files.writeString(
                register("contrats"), Files.readString(register("contrats")).replace("2026-01-02", ""));
        nowhere(identifier, identifier.replace(" ", ""), "zebulonne", "006 048");
    }

    @Test
    void controlAndDirectionCharacters() throws IOException {
        String evil = "F\u001b[31m\u202eEVIL\u2066\u0007\u009b1m";
        write(
                "fournisseurs",
                "id;criteres;evalue_le;co\u001b[2Jlonne\u202e\n" + evil + ";;\n" + evil + ";;2025-12-10\n");
        structure(Files.readString(folder.resolve("structure.yaml"))
                .replace("Les Jardins du Pont", "\"Jar\\e[31mdins\\u202e du Pont\""));
        assertThat(said(check())).contains("EVIL");
        for (CedreRunner.Result result : everyOutput()) {
            // A table ends its lines as Windows does.
            assertThat(CONTROL.matcher(result.out().replace("\r\n", "\n")).find())
                    .isFalse();
            assertThat(CONTROL.matcher(result.err()).find()).isFalse();
        }
    }

    @Test
    void controlCharactersInTheFolderName() throws IOException {
        Path odd = temp.resolve("do\u001b[31mssier\u202e");
        CedreRunner.Result result = CedreRunner.run("check", odd.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(CONTROL.matcher(result.err()).find()).isFalse();
    }
}
