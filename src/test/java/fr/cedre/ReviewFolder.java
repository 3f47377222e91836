package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder to review year after year under {@code grille-2024}: it starts with proofs of everything and no register, hence without any gap. */
abstract class ReviewFolder {

    protected static final Path GRIDS = Path.of("src", "test", "resources", "referentiels", "revue");
    protected static final Path YEARS = Path.of("src", "test", "resources", "cases", "review", "trois-ans");
    protected static final String BEFORE = "2025-11-21";
    protected static final String NOW = "2026-11-21";

    @TempDir
    protected Path temp;

    protected Path folder;
    protected Path grids = GRIDS;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectories(temp.resolve("dossier"));
        for (String file : List.of("structure.yaml", "preuves.csv")) {
            Files.copy(YEARS.resolve("2024").resolve(file), folder.resolve(file));
        }
    }

    // What stands in the folder

    protected void register(String name, String header, String... rows) throws IOException {
        Folders.write(
                folder.resolve("registres").resolve(name + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    /** Claims as {@code RC-1} (open) or {@code RC-1 2026-01-15} (closed that day). */
    protected void claims(String... claims) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String claim : claims) {
            String[] parts = claim.split(" ", 2);
            rows.add(parts[0] + ";2024-03-03;client;" + (parts.length > 1 ? parts[1] : ""));
        }
        register("reclamations", "id;date;origine;cloture_le", rows.toArray(String[]::new));
    }

    /** Missions with {@code debut;fin;date_suivi_client}, numbered from M-1. */
    protected void missions(String... missions) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String mission : missions) {
            rows.add("M-" + (rows.size() + 1) + ";S-1;CL-1;" + mission + ";2025-01-01");
        }
        register(
                "missions",
                "id;id_salarie;id_client;debut;fin;date_suivi_client;date_eval_client",
                rows.toArray(String[]::new));
    }

    protected void remove(String register) throws IOException {
        Files.delete(folder.resolve("registres").resolve(register + ".csv"));
    }

    /** A judgement in force in 2026 that gives a gravity to a specification. */
    protected void requalify(String specification, String gravity) throws IOException {
        Folders.write(
                folder.resolve("jugements.csv"),
                "specification;type;statut;gravite;commentaire;evalue_par;evalue_le;valable_jusqu_au\n" + specification
                        + ";AI;;" + gravity + ";relu;bureau;2025-10-01;2027-10-01\n");
    }

    /** Lays the files of a year in a folder, in place of those of the year before; the history stays. */
    protected static void install(Path year, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("historique"))) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.walk(year)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(year.relativize(file).toString());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(file, target);
            }
        }
    }

    // Commands

    protected CedreRunner.Result run(String command, String date, String... options) {
        List<String> args = new ArrayList<>(
                List.of(command, folder.toString(), "--date", date, "--referentiels", grids.toString()));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    protected CedreRunner.Result review(String date, String... options) {
        return run("review", date, options);
    }

    /** The review at a date as JSON; it must have gone without a word. */
    protected JsonNode json(String date, String... options) throws IOException {
        CedreRunner.Result result = review(date, with(options, "-f", "json"));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isIn(0, 1);
        return result.json();
    }

    /** Photographs the folder at a date; returns the photograph. */
    protected Path keep(String date, String... options) throws IOException {
        CedreRunner.Result result = review(date, with(options, "--enregistrer", "-f", "json"));
        assertThat(result.code()).as(result.err()).isIn(0, 1);
        String file = result.json().path("photographie").asText("");
        assertThat(file).startsWith("historique/");
        return folder.resolve(file);
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
    }

    // What a review says

    /** One gap, named {@code specification controle objet}. */
    protected static JsonNode gap(JsonNode report, String name) {
        for (JsonNode gap : report.path("ecarts")) {
            if (name(gap).equals(name)) {
                return gap;
            }
        }
        throw new AssertionError("no " + name + " among " + words(report));
    }

    /** The word of every gap, with its reason when it has one. */
    protected static Map<String, String> words(JsonNode report) {
        Map<String, String> words = new TreeMap<>();
        for (JsonNode gap : report.path("ecarts")) {
            String reason = gap.path("motif").asText("");
            String before = words.put(
                    name(gap),
                    gap.path("changement").asText() + (gap.path("motif").isNull() ? "" : " (" + reason + ")"));
            assertThat(before).as("one entry for " + name(gap)).isNull();
        }
        return words;
    }

    protected static String name(JsonNode gap) {
        return gap.path("specification").asText() + " " + gap.path("controle").asText() + " "
                + gap.path("objet").asText();
    }

    /** Names of the files of a folder's history, sorted; hidden ones too. */
    protected static List<String> history(Path folder) throws IOException {
        Path history = folder.resolve("historique");
        if (!Files.exists(history)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(history)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    protected static String flat(CedreRunner.Result result) {
        return result.out().replaceAll("\\s+", " ");
    }
}
