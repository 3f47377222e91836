package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre diff} in its four formats: the same content in each, and nothing that runs. */
class DiffFormatsTest {

    private static final String PASSAGE = "avant apres --referentiels src/test/resources/referentiels/passage";
    private static final Pattern BARE = Pattern.compile("(?<!\\\\)[<>`*\\[\\]~&]");
    private static final Map<String, String> WORDS =
            Map.of("ecart", "écart", "a_examiner", "à examiner", "sans_objet", "sans objet");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"v1 v2", "v2 v1", "v2 cap-iso-9001 --type ACI", "iso-9001-2015 cap", PASSAGE})
    void theCellsOfAComparisonAreThoseOfItsJson(String command) throws IOException {
        JsonNode report = run(command, "json").json();
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode entry : report.path("specifications")) {
            List<String> origins = new ArrayList<>();
            for (JsonNode origin : entry.path("origines")) {
                origins.add(origin.path("id").asText() + (whole(origin) ? "" : " (en partie)"));
            }
            expected.add(List.of(
                    text(entry, "id"),
                    text(entry, "intitule"),
                    list(entry, "types"),
                    text(entry, "sort"),
                    String.join(", ", origins),
                    text(entry, "pourquoi")));
        }
        for (JsonNode dropped : report.path("supprimees")) {
            expected.add(List.of(
                    "",
                    text(dropped, "intitule"),
                    list(dropped, "types"),
                    "supprimee",
                    text(dropped, "id"),
                    text(dropped, "pourquoi")));
        }
        List<List<String>> rows = csv(run(command, "csv"));
        assertThat(rows.get(0))
                .containsExactly("chapitre", "specification", "intitule", "types", "sort", "origines", "pourquoi");
        assertThat(rows.subList(1, rows.size()))
                .allMatch(row -> !row.get(0).isEmpty())
                .extracting(row -> row.subList(1, row.size()))
                .isEqualTo(expected);
        assertThat(markdown(run(command, "markdown"), 7)).hasSize(rows.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1 v2 ai-aci", "v2 cap-iso-9001 ai", "v2 v1 etti", PASSAGE + " passage"})
    void theCellsOfATransitionAreThoseOfItsJson(String words) throws IOException {
        String base = words.substring(words.lastIndexOf(' ') + 1);
        String command = words.substring(0, words.lastIndexOf(' '));
        String[] parts = command.split(" ", 3);
        command = parts[0] + " " + parts[1] + " " + CaseFolder.BASES.resolve(base)
                + (parts.length > 2 ? " " + parts[2] : "");
        JsonNode report = run(command, "json").json();
        List<String> plan = new ArrayList<>();
        report.path("plan").forEach(p -> plan.add(label(text(p, "id"), text(p, "type"))));
        List<List<String>> rows = csv(run(command, "csv"));
        List<List<String>> content = rows.subList(1, rows.size());
        for (JsonNode item : report.path("specifications")) {
            assertThat(content).contains(row(item, plan));
        }
        assertThat(content)
                .hasSize(report.path("specifications").size()
                        + report.path("supprimees").size());
        assertThat(content.stream().filter(r -> !r.get(0).isEmpty()).map(r -> label(r.get(1), r.get(3))))
                .as("the plan, in its order")
                .isEqualTo(plan);
        assertThat(content.stream().filter(r -> r.get(4).equals("abandonnable")).map(r -> r.get(6)))
                .isEqualTo(report.path("supprimees").findValuesAsText("id"));
        assertThat(markdown(run(command, "markdown"), rows.get(0).size())).hasSize(rows.size());
    }

    private static List<String> row(JsonNode item, List<String> plan) {
        List<String> origins = new ArrayList<>();
        for (JsonNode origin : item.path("origines")) {
            String status = text(origin, "statut");
            origins.add(text(origin, "id")
                    + (whole(origin) ? "" : " en partie")
                    + (status.isEmpty() ? "" : " (" + WORDS.getOrDefault(status, status) + ")"));
        }
        int rank = plan.indexOf(label(text(item, "id"), text(item, "type"))) + 1;
        return List.of(
                rank == 0 ? "" : Integer.toString(rank),
                text(item, "id"),
                text(item, "intitule"),
                text(item, "type"),
                text(item, "categorie"),
                text(item, "sort"),
                String.join(", ", origins),
                text(item, "statut"),
                text(item, "gravite"),
                list(item, "preuves_reutilisables"),
                list(item, "preuves_a_completer"),
                list(item, "a_produire"),
                rank == 0 ? "" : text(item, "action"),
                text(item, "pourquoi"));
    }

    @Test
    void aSpreadsheetOpensItByDoubleClick() {
        String csv = run("v1 v2", "csv").out();
        assertThat(csv).startsWith("\uFEFFchapitre;specification;intitule;").endsWith("\r\n");
        assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    /** What a hostile referential writes everywhere it can. */
    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "<script>alert(1)</script>",
            "[lien](javascript:alert(1))",
            "a | b",
            "\u001b[31mrouge\u0007",
            "\u202Eesrevni\u2066",
            "``` # titre *gras* ~~barré~~ &lt;",
            "deux\nlignes\t\u2028fin");

    @Test
    void hostileTextIsInert() throws IOException {
        Path folder = hostile();
        String comparison = folder.resolve("un.yaml") + " " + folder.resolve("deux.yaml");
        for (String command : List.of(comparison, comparison + " " + folder.resolve("dossier"))) {
            for (String option : List.of("", " --detail")) {
                String text = run(command + option, "texte").out();
                assertThat(HostileFolder.CONTROL.matcher(text).find()).as(text).isFalse();
                assertThat(text).contains("rouge", "esrevni", "alert(1)");
            }
            CedreRunner.Result json = run(command, "json");
            assertThat(HostileFolder.CONTROL.matcher(json.out()).find())
                    .as(json.out())
                    .isFalse();
            assertThat(json.json().toString()).contains("=cmd|' /C calc'!A0", "<script>");
            List<List<String>> rows = csv(run(command, "csv"));
            assertThat(rows).hasSizeGreaterThan(HOSTILE.size());
            for (List<String> row : rows) {
                assertThat(row).allMatch(cell -> !Pattern.matches("[=+\\-@\\t\\r].*", cell));
                assertThat(row)
                        .noneMatch(cell -> HostileFolder.CONTROL.matcher(cell).find() || cell.contains("\n"));
            }
            assertThat(rows.stream().flatMap(List::stream)).contains("'=cmd|' /C calc'!A0", "'@SUM(A1)");
            new HtmlPage(run(command, "html").out()).sound();
            CedreRunner.Result markdown = run(command, "markdown");
            assertThat(HostileFolder.CONTROL.matcher(markdown.out()).find()).isFalse();
            assertThat(BARE.matcher(markdown.out())
                            .results()
                            .map(r -> r.group())
                            .toList())
                    .as(markdown.out())
                    .isEmpty();
            assertThat(markdown(markdown, rows.get(0).size())).hasSize(rows.size());
        }
    }

    private Path hostile() throws IOException {
        Path folder = temp.resolve("hostile");
        Files.createDirectories(folder.resolve("correspondances"));
        Files.createDirectories(folder.resolve("dossier"));
        Files.writeString(folder.resolve("un.yaml"), referential("un"), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("deux.yaml"), referential("deux"), StandardCharsets.UTF_8);
        StringBuilder lines = new StringBuilder(
                "de: un\nvers: deux\nprovenance: proposition\nnotice: " + quoted(HOSTILE.get(4)) + "\nlignes:\n");
        for (int i = 0; i < HOSTILE.size(); i++) {
            String fate = i % 2 == 0 ? "sort: reformulee" : "sort: supprimee";
            lines.append("  - {de: un-" + i + ", " + (i % 2 == 0 ? "vers: deux-" + i + ", " : "") + fate
                    + ", pourquoi: " + quoted(HOSTILE.get((i + 3) % HOSTILE.size())) + "}\n");
        }
        Files.writeString(folder.resolve("correspondances/un--deux.yaml"), lines.toString());
        Files.writeString(
                folder.resolve("dossier/structure.yaml"),
                "nom: " + quoted(String.join(" ", HOSTILE)) + "\ntypes: [AI]\n");
        Files.writeString(folder.resolve("dossier/preuves.csv"), """
                ref;titre;nature;specifications;version;valide_le;valide_par
                "=1+1|<b>\u001b[0m";x;;deux-0;1;2026-01-01;moi
                @a;x;;un-2;1;2026-01-01;moi
                """);
        return folder;
    }

    private static String referential(String id) {
        StringBuilder yaml = new StringBuilder("id: " + id + "\ntitre: " + quoted(HOSTILE.get(7))
                + "\nversion: \"1\"\nprovenance: proposition\nnotice: " + quoted(String.join(" ", HOSTILE))
                + "\nfamilles: [{id: f, titre: F, types: [AI]}]\nchapitres:\n  - id: \"=1\"\n    titre: "
                + quoted(HOSTILE.get(4)) + "\n    specifications:\n");
        for (int i = 0; i < HOSTILE.size(); i++) {
            yaml.append("      - id: " + id + "-" + i + "\n        intitule: " + quoted(HOSTILE.get(i))
                    + "\n        reference: {section: x}\n        exigence: " + quoted(HOSTILE.get(i))
                    + "\n        gravite: mineure\n        conseil: " + quoted(HOSTILE.get(i))
                    + "\n        controles: [{id: absente, genre: document, message: \"Rien.\"}]\n");
        }
        return yaml.toString();
    }

    /** A double-quoted YAML scalar, with every character that is not plain written as an escape. */
    private static String quoted(String text) {
        StringBuilder yaml = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
            yaml.append(
                    plain
                            ? String.valueOf(c)
                            : "\\u" + Integer.toHexString(0x10000 | c).substring(1));
        }
        return yaml.append('"').toString();
    }

    private static CedreRunner.Result run(String command, String format) {
        List<String> words = new ArrayList<>(List.of("diff"));
        words.addAll(List.of(command.split(" ", -1)));
        words.addAll(List.of("-f", format, "--date", "2026-11-21"));
        CedreRunner.Result result = CedreRunner.run(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isBetween(0, 1);
        return result;
    }

    private static List<List<String>> csv(CedreRunner.Result result) throws IOException {
        assertThat(result.out()).startsWith("\uFEFF");
        List<List<String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.Builder.create().setDelimiter(';').get();
        try (CSVParser parser = CSVParser.parse(result.out().substring(1), format)) {
            for (CSVRecord record : parser) {
                rows.add(List.of(record.values()));
            }
        }
        assertThat(rows).allMatch(r -> r.size() == rows.get(0).size());
        return rows;
    }

    /** Rows of the table, its header among them; each has as many cells, whatever they hold. */
    private static List<String> markdown(CedreRunner.Result result, int columns) {
        List<String> rows = result.out()
                .lines()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| ---"))
                .toList();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.replaceAll("\\\\.", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .as(row)
                        .isEqualTo(columns + 1));
        return rows;
    }

    private static String label(String id, String type) {
        return type.isEmpty() ? id : id + " [" + type + "]";
    }

    private static boolean whole(JsonNode origin) {
        return origin.path("couverture").asText().equals("entiere");
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).isNull() ? "" : node.path(key).asText();
    }

    private static String list(JsonNode node, String key) {
        List<String> all = new ArrayList<>();
        node.path(key).forEach(t -> all.add(t.asText()));
        return String.join(", ", all);
    }
}
