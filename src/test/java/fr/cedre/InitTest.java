package fr.cedre;

import static fr.cedre.CedreRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.CedreRunner.Result;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Library;
import fr.cedre.report.Golden;
import fr.cedre.scaffold.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre init}: from nothing to a first report, reading only what the tool prints. */
class InitTest {

    private static final String HEADER =
            "ref;titre;nature;specifications;version;valide_le;valide_par;revu_le;expire_le;diffusion;contient;fichier";

    @TempDir
    Path temp;

    /** Every file by its path from the folder, with its bytes. */
    static Map<String, byte[]> tree(Path folder) throws IOException {
        Map<String, byte[]> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> !f.equals(folder)).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                tree.put(
                        Files.isDirectory(file) ? name + "/" : name,
                        Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file));
            }
        }
        return tree;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private Path init(String name, String... options) {
        Path folder = temp.resolve(name);
        List<String> args = new ArrayList<>(List.of("init", folder.toString()));
        args.addAll(List.of(options));
        Result result = run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"AI", "ETTI", "ACI", "EI", "AI,ACI"})
    void from_nothing_to_a_first_report(String types) throws IOException {
        Path folder = temp.resolve("Mon dossier à moi");
        Result init = run("init", folder.toString(), "--type", types);
        assertThat(init.code()).isZero();
        assertThat(init.out().replaceAll("\\s+", " "))
                .contains("structure.yaml qui est contrôlé : 3 lignes à écrire")
                .contains("nom, organe_direction et regulation")
                .contains("cedre check \"" + folder + "\"");

        // Straight away: gaps, and nothing wrong with the folder itself.
        first(folder);

        // The three lines that the output and the file point to.
        List<String> edited = new ArrayList<>();
        int marks = 0;
        for (String line : Files.readAllLines(folder.resolve("structure.yaml"))) {
            boolean marked = line.contains("# ◄");
            marks += marked ? 1 : 0;
            String value =
                    line.startsWith("nom:") ? "\"Clef Emploi\"" : line.contains("regulation") ? "2 semaines" : "bureau";
            edited.add(marked ? line.replaceFirst(":.*", ": " + value) : line);
        }
        assertThat(marks).isEqualTo(3);
        Files.write(folder.resolve("structure.yaml"), edited);
        String report = first(folder);
        assertThat(report)
                .contains("Clef Emploi (")
                .contains("0 preuve, ")
                .contains("lignes sont à remplir : une ligne compte comme preuve dès que version,")
                .doesNotContain("DOC-0");
        Result valid = run("validate", folder.toString());
        assertThat(valid.code()).isZero();
        assertThat(valid.out()).contains("Rien à corriger");
    }

    private static String first(Path folder) throws IOException {
        Result check = run("check", folder.toString());
        assertThat(check.err()).isEmpty();
        assertThat(check.code()).isEqualTo(1);
        JsonNode json = run("check", folder.toString(), "-f", "json").json();
        assertThat(json.get("problemes")).isEmpty();
        assertThat(json.get("synthese").get("conforme").asInt()).isZero();
        assertThat(json.get("synthese").get("ecart").asInt()).isPositive();
        return check.out().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cedre-v1", "cap", "cap-iso-9001", "cap-rse", "cedre-iso-9001", "iso-9001-2015"})
    void under_any_referential_what_is_created_is_read_without_a_problem(String referential) throws IOException {
        Path folder = init("d", "--type", "ACI", "-r", referential);
        JsonNode json = run("check", folder.toString(), "-f", "json").json();
        assertThat(json.get("referentiel").get("id").asText()).isEqualTo(referential);
        assertThat(json.get("problemes")).isEmpty();
        assertThat(run("validate", folder.toString()).code()).isZero();
        assertThat(Files.exists(folder.resolve("autoevaluation.csv"))).isEqualTo(referential.startsWith("cap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AI", "ACI"})
    void an_empty_folder_proves_nothing_more_than_no_folder(String type) throws IOException {
        Path folder = init("d", "--type", type);
        Path bare = Files.createDirectories(temp.resolve("bare"));
        Files.copy(folder.resolve("structure.yaml"), bare.resolve("structure.yaml"));
        Files.writeString(bare.resolve("preuves.csv"), HEADER + "\n");
        JsonNode with = run("check", folder.toString(), "-f", "json").json();
        JsonNode without = run("check", bare.toString(), "-f", "json").json();
        assertThat(with.get("synthese")).isEqualTo(without.get("synthese"));
        for (int i = 0; i < with.get("specifications").size(); i++) {
            JsonNode one = with.get("specifications").get(i);
            assertThat(one.get("statut"))
                    .isEqualTo(without.get("specifications").get(i).get("statut"));
            assertThat(one.get("preuves")).isEmpty();
        }
    }

    @Test
    void tree_and_texts() throws IOException {
        Path one = init("d", "--type", "ETTI", "--nom", "Passerelle", "--date", "2026-11-21");
        Golden.check("init-etti-structure.yaml", text(one.resolve("structure.yaml")));
        Golden.check("init-etti-lisezmoi.md", text(one.resolve("LISEZMOI.md")));
        Path two = init("e", "--type", "AI,ACI", "--date", "2026-11-21");
        Golden.check("init-ai-aci.txt", String.join("\n", tree(two).keySet()) + "\n");
        Golden.check("init-ai-aci-preuves.csv", text(two.resolve("preuves.csv")));
        Path cap = init("f", "--type", "EI", "-r", "cap", "--date", "2026-11-21");
        Golden.check("init-cap.txt", String.join("\n", tree(cap).keySet()) + "\n");
        assertThat(text(cap.resolve("autoevaluation.csv")))
                .startsWith("\uFEFFobjectif;voix;niveau;")
                .contains("\r\n1.1.1;direction;;;;;\r\n");
    }

    @Test
    void registers_and_documents_are_those_that_the_checks_want() throws IOException {
        Dictionary dictionary = Library.open(null, null).dictionary();
        var v2 = Library.open(null, null).referential("cedre-v2", dictionary);
        for (String type : List.of("AI", "ETTI", "ACI", "EI")) {
            Path folder = init("d-" + type, "--type", type);
            Needs needs = Needs.of(v2, List.of(new StructureType(type)), dictionary);
            for (String register : dictionary.schemas().keySet()) {
                Path file = folder.resolve("registres/" + register + ".csv");
                assertThat(Files.exists(file))
                        .as(type + " " + register)
                        .isEqualTo(needs.registers().containsKey(register));
                if (Files.exists(file)) {
                    assertThat(text(file)).startsWith("\uFEFF").endsWith("\r\n").doesNotContain("type_structure");
                }
            }
            assertThat(text(folder.resolve("preuves.csv"))).startsWith("\uFEFF" + HEADER + "\r\n");
        }
        assertThat(Files.exists(temp.resolve("d-AI/registres/missions.csv"))).isTrue();
        assertThat(Files.exists(temp.resolve("d-ACI/registres/missions.csv"))).isFalse();
        assertThat(text(init("m", "--type", "AI,ACI").resolve("registres/salaries.csv")))
                .contains("type_structure");
        assertThat(text(temp.resolve("d-ETTI/structure.yaml"))).contains("# financement:", "# objectif_engagements:");
        assertThat(text(temp.resolve("d-ACI/structure.yaml"))).doesNotContain("financement", "objectif_engagements");
    }

    @Test
    void a_filled_line_counts_and_a_line_begun_says_what_it_lacks() throws IOException {
        Path folder = init("d", "--type", "AI");
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(
                proofs,
                text(proofs)
                        .replaceFirst("(DOC-01;[^;]*;[^;]*;[^;]*);;;;", "$1;1;2026-10-12;bureau;")
                        .replaceFirst("(DOC-02;[^;]*;[^;]*;[^;]*);;;;", "$1;1;;;"));
        String report = run("check", folder.toString()).out().replaceAll("\\s+", " ");
        assertThat(report).contains("2 preuves, ", "DOC-02").doesNotContain("DOC-03");
        JsonNode json = run("check", folder.toString(), "--specification", "4.2", "-f", "json")
                .json();
        assertThat(json.get("specifications").get(0).get("preuves").get(0).asText())
                .isEqualTo("DOC-01");
    }

    @Test
    void nothing_is_ever_written_over() throws IOException {
        Path folder = init("d", "--type", "AI");
        for (String file : List.of("structure.yaml", "preuves.csv", "LISEZMOI.md", "registres/missions.csv")) {
            Files.write(folder.resolve(file), ("à moi : " + file).getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.writeString(folder.resolve("structure.yaml"), "nom: À moi\ntypes: [AI]\n");
        Files.move(folder.resolve("registres/salaries.csv"), folder.resolve("registres/Salariés.TXT"));
        Files.delete(folder.resolve("registres/heures.csv"));
        Map<String, byte[]> before = tree(folder);
        Result again = run("init", folder.toString(), "--type", "AI");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains(
                        "Dossier complété",
                        "preuves.csv         déjà là : laissé tel quel",
                        "1 registre, avec ses en-têtes");
        Map<String, byte[]> after = tree(folder);
        before.forEach((name, bytes) ->
                assertThat(Arrays.equals(bytes, after.get(name))).as(name).isTrue());
        assertThat(after.keySet())
                .hasSize(before.size() + 1)
                .contains("registres/heures.csv")
                .doesNotContain("registres/salaries.csv");
        assertThat(run("init", folder.toString(), "--type", "AI").out()).contains("Dossier déjà complet");
        Result other = run("init", folder.toString(), "--type", "ACI");
        assertThat(other.out().replaceAll("\\s+", " ")).contains("qui était déjà là, dit « types: [AI] »");
    }

    @Test
    void the_same_command_gives_the_same_bytes() throws IOException {
        Path one = init("one", "--type", "AI,ACI", "--date", "2026-11-21");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path two = init("two", "--type", "AI,ACI", "--date", "2026-11-21");
            Map<String, byte[]> expected = tree(one);
            Map<String, byte[]> actual = tree(two);
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            expected.forEach(
                    (name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EITI|ne couvre pas le type « EITI »",
                "GEIQ|ne couvre pas le type « GEIQ »",
                "EBE|ne couvre pas le type « EBE »",
                "ETT|vouliez-vous dire « ETTI » ?"
            })
    void a_type_that_is_not_covered_is_refused(String type, String expected) {
        Result result = run("init", temp.resolve("d").toString(), "--type", type);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(expected, "Types couverts : AI, ETTI, ACI, EI", "Rien n'a été écrit");
        assertThat(temp.resolve("d")).doesNotExist();
    }

    @Test
    void places_that_are_no_folder_are_refused() throws IOException {
        assertThat(run("init", temp.resolve("d").toString()).err()).contains("Quel type de structure ? Ajoutez --type");
        Path file = Files.writeString(temp.resolve("fichier"), "x");
        refused(run("init", file.toString(), "--type", "AI"), "est un fichier");
        Path group = Files.createDirectories(temp.resolve("groupe"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: G\nmembres: [a]\n");
        refused(run("init", group.toString(), "--type", "AI"), "est un groupe (groupe.yaml)");
        Path away = Files.createDirectories(temp.resolve("ailleurs"));
        Path linked = Files.createDirectories(temp.resolve("lien"));
        Files.createSymbolicLink(linked.resolve("registres"), away);
        refused(run("init", linked.toString(), "--type", "AI"), "mène hors du dossier");
        assertThat(tree(away)).isEmpty();
        assertThat(linked.resolve("structure.yaml")).doesNotExist();
        Path blocked = Files.createDirectories(temp.resolve("bloque"));
        Files.writeString(blocked.resolve("registres"), "pas un dossier");
        Result result = run("init", blocked.toString(), "--type", "AI");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).doesNotContain("défaut du programme");
        refused(
                run("init", temp.resolve("n").toString(), "--type", "AI", "--nom", "a\u202Eb"),
                "caractères invisibles");
    }

    private static void refused(Result result, String why) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(why);
    }

    @Test
    void a_name_is_kept_as_it_is_whatever_its_signs() throws IOException {
        Path folder = init("d", "--type", "AI", "--nom", "L'Été : \"Clé\" # [1] \\ <b>");
        assertThat(run("check", folder.toString(), "-f", "json")
                        .json()
                        .get("structure")
                        .get("nom")
                        .asText())
                .isEqualTo("L'Été : \"Clé\" # [1] \\ <b>");
        assertThat(text(folder.resolve("LISEZMOI.md"))).contains("\\<b\\>").doesNotContain("<b>");
        assertThat(text(folder.resolve("structure.yaml"))).contains("(2 en tout)");
    }
}
