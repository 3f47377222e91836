package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The campaign script of the examples, run with the assembled distribution as a federation's quality officer runs it. */
@DisabledOnOs(OS.WINDOWS)
class CampaignIT {

    private static final Path SCRIPT = Path.of("examples/campagne-annuelle.sh").toAbsolutePath();
    private static final Path LAUNCHER = Path.of("target/cedre/bin/cedre").toAbsolutePath();
    private static final Path EXAMPLES = Path.of("examples");
    private static final String DAY = "2026-11-21";
    private static final List<String> RESULTS =
            List.of("echeances-" + DAY + ".ics", "revue-" + DAY + ".csv", "revue-" + DAY + ".json");
    private static final String BARE = "nom: %s\ntypes: [EI]\n";

    @TempDir
    private Path folder;

    private Path group;
    private Path output;

    private record Outcome(int code, String out, String err) {

        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    @BeforeEach
    void names_with_spaces() {
        group = folder.resolve("réseau d'ici/nos membres");
        output = folder.resolve("résultats à garder/cette année");
    }

    private Outcome campaign(String... arguments) throws IOException, InterruptedException {
        return campaignOf(LAUNCHER.toString(), arguments);
    }

    private Outcome campaignOf(String cedre, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CEDRE", cedre);
        int code = builder.start().waitFor();
        return new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The five members of the examples, one of which has photographs of two years. */
    private void examples() throws IOException {
        Files.createDirectories(group.getParent());
        Folders.copy(EXAMPLES, group);
    }

    /** Members that hold a structure.yaml and nothing else. */
    private void bare(String... members) throws IOException {
        for (String member : members) {
            Folders.write(group.resolve(member).resolve("structure.yaml"), BARE.formatted(member));
        }
        Folders.write(group.resolve("groupe.yaml"), "nom: Essai\nmembres: [" + String.join(", ", members) + "]\n");
    }

    /** Every file under a folder, with its bytes and the time it was written. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(
                        root.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " "
                                + Files.readString(file, StandardCharsets.ISO_8859_1)
                                        .hashCode());
            }
        }
        return tree;
    }

    private List<String> results() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(output.resolve("revue-" + DAY + ".csv"));
    }

    @Test
    void is_plain_sh_that_can_be_run() throws Exception {
        assertThat(Files.isExecutable(SCRIPT)).isTrue();
        assertThat(Files.readAllLines(SCRIPT).get(0)).isEqualTo("#!/bin/sh");
        assertThat(new ProcessBuilder("/bin/sh", "-n", SCRIPT.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void reviews_every_member_and_writes_nothing_in_their_folders() throws Exception {
        examples();
        Map<String, String> before = tree(group);
        Outcome outcome = campaign(group.toString(), output.toString(), DAY);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lastLine()).startsWith("Campagne terminée : au moins une régression");
        assertThat(tree(group)).isEqualTo(before);
        assertThat(results()).isEqualTo(RESULTS);
        assertThat(rows()).hasSize(6);
        assertThat(rows().get(3)).contains("aci-jardins-du-pre", "2025-11-21");
        JsonNode review = new ObjectMapper()
                .readTree(output.resolve("revue-" + DAY + ".json").toFile());
        assertThat(review.get("membres")).hasSize(5);
        assertThat(Files.readString(output.resolve("echeances-" + DAY + ".ics")))
                .startsWith("BEGIN:VCALENDAR")
                .contains("BEGIN:VEVENT");

        Map<String, String> first = contents();
        assertThat(campaign(group.toString(), output.toString(), DAY).code()).isEqualTo(1);
        assertThat(contents()).isEqualTo(first);
        assertThat(tree(group)).isEqualTo(before);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String result : results()) {
            contents.put(result, Files.readString(output.resolve(result)));
        }
        return contents;
    }

    @Test
    void keeps_a_photograph_of_every_member_when_asked_and_once() throws Exception {
        examples();
        Map<String, String> before = tree(group);
        Outcome outcome = campaign(group.toString(), output.toString(), DAY, "--enregistrer");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
        Map<String, String> after = tree(group);
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 5);
        assertThat(after.keySet()).contains("ei-premier-jour/historique/" + DAY + "-cedre-v2.json");
        assertThat(rows().subList(1, 6)).allMatch(row -> row.contains("historique/" + DAY + "-cedre-v2.json"));
        // Photographs are taken last: the members without an older one are told as a first review.
        JsonNode premier = new ObjectMapper()
                .readTree(output.resolve("revue-" + DAY + ".json").toFile())
                .get("membres")
                .get(3);
        assertThat(premier.get("reference").isNull()).isTrue();

        assertThat(campaign(group.toString(), output.toString(), DAY, "--enregistrer")
                        .code())
                .isEqualTo(1);
        assertThat(tree(group)).isEqualTo(after);
        assertThat(results()).isEqualTo(RESULTS);
    }

    @Test
    void keeps_the_plans_of_every_member_when_asked() throws Exception {
        bare("ei un", "ei-deux");
        Outcome outcome = campaign(group.toString(), output.toString(), "--plans", DAY);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(results()).hasSize(4).contains("plans-" + DAY + ".txt");
        Map<String, String> after = tree(group);
        assertThat(after.keySet()).contains("ei un/plan-actions.csv", "ei-deux/plan-actions.csv");
        assertThat(after.keySet()).noneMatch(name -> name.contains("historique"));
        assertThat(campaign(group.toString(), output.toString(), DAY, "--plans").code())
                .isZero();
        assertThat(tree(group)).isEqualTo(after);
    }

    @Test
    void known_gaps_alone_are_no_regression() throws Exception {
        bare("ei-un");
        Outcome outcome = campaign(group.toString(), output.toString(), DAY);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lastLine()).isEqualTo("Campagne terminée : aucune régression.");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_member_that_cannot_be_read_does_not_stop_the_others() throws Exception {
        bare("ei-un", "illisible", "ei-trois");
        Folders.write(group.resolve("illisible/structure.yaml"), "nom: [\n");
        Outcome outcome = campaign(group.toString(), output.toString(), DAY, "--enregistrer");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.lastLine()).startsWith("Campagne incomplète").contains("« erreur »");
        assertThat(results()).isEqualTo(RESULTS);
        assertThat(rows()).hasSize(4);
        assertThat(group.resolve("ei-trois/historique")).isDirectory();
        assertThat(group.resolve("illisible/historique")).doesNotExist();
    }

    @Test
    void follows_links_spaces_and_names_that_look_like_options() throws Exception {
        group = folder.resolve("--plans d'ici");
        output = folder.resolve("-sortie");
        bare("ei-un");
        Files.move(group, folder.resolve("-groupe"));
        Path link = Files.createSymbolicLink(folder.resolve("le cedre"), LAUNCHER);
        Outcome outcome = campaignOf(link.toString(), "-groupe", "-sortie", DAY);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(results()).isEqualTo(RESULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | indiquez le dossier du groupe",
                "G  | '' | indiquez le dossier du groupe",
                "S  | O  | ne contient pas groupe.yaml",
                "G  | G/ei-un/resultats | est dans le dossier de preuves",
                "G  | G/groupe.yaml/la | n'a pas pu être créé",
                "G  | O 21/11/2026 | écrivez-la AAAA-MM-JJ",
                "G  | O 2026-11-21 autre | est de trop",
                "G  | O --enregistre | option inconnue",
                "G  | O 2026-13-45 | n'a pas pu écrire",
            })
    void says_in_french_what_is_wrong_and_writes_nothing(String first, String others, String said) throws Exception {
        bare("ei-un");
        Map<String, String> before = tree(group);
        List<String> arguments = new ArrayList<>();
        for (String argument : (first + " " + others).trim().split(" ", -1)) {
            if (!argument.isEmpty()) {
                arguments.add(argument.replaceFirst("^G", group.toString())
                        .replaceFirst("^S", group.resolve("ei-un").toString())
                        .replaceFirst("^O", output.toString()));
            }
        }
        Outcome outcome = campaign(arguments.toArray(String[]::new));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Campagne arrêtée : ").contains(said);
        assertThat(tree(group)).isEqualTo(before);
        assertThat(Files.exists(output) ? results() : List.of()).isEmpty();
        assertThat(group.resolve("ei-un/resultats")).doesNotExist();
    }

    @Test
    void says_that_cedre_is_missing_or_broken() throws Exception {
        bare("ei-un");
        Outcome missing = campaignOf("nulle-part/cedre", group.toString(), output.toString(), DAY);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("« nulle-part/cedre » est introuvable");
        Path broken = Files.writeString(folder.resolve("cedre"), "#!/bin/sh\nexit 3\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
        Outcome outcome = campaignOf(broken.toString(), group.toString(), output.toString(), DAY);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Campagne arrêtée : cedre s'est terminé par le code 3");
        assertThat(results()).isEmpty();
    }
}
