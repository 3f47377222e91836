package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A folder and a referential that put traps wherever text goes: inert in every format, and valid under every schema. */
class ExchangeHostileTest extends HostileFolder {

    private static final List<String> TRAPS = List.of(
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "-2+3",
            "<script>alert(1)</script>",
            "]]><failure/>",
            "\"/><x y=\"",
            "[lien](javascript:alert(1))",
            "https://evil.example/ www.evil.example",
            "a | b",
            "\u001b[31mrouge\u0007",
            "\u202Eesrevni\u2066",
            "\uFFFE\uFFFF",
            "``` # titre *gras* &lt; $x$",
            "1. un",
            "%SRCROOT%/../{0} ${a}",
            "deux\nlignes\u2028fin");

    /** Mark-up that a reader of Markdown would obey: none of it is left bare. */
    private static final Pattern BARE =
            Pattern.compile("(?<!\\\\)[<`]|(?<!\\\\)\\[[^\\]\\\\]*\\](?=\\()|[a-z]://|www\\.[a-z]");

    @Test
    void aTableRunsNothing() throws IOException {
        List<CSVRecord> rows = ExchangeFormatsTest.csv(trapped("csv"));
        assertThat(rows).hasSizeGreaterThan(TRAPS.size());
        for (CSVRecord row : rows) {
            assertThat(row.size()).isEqualTo(rows.get(0).size());
            for (String cell : row) {
                assertThat(cell).doesNotMatch("[=+\\-@\\t\\r][\\s\\S]*");
                assertThat(CONTROL.matcher(cell).find() || cell.contains("\n"))
                        .as(cell)
                        .isFalse();
            }
        }
        assertThat(rows.stream().map(r -> r.get("intitule"))).contains("'=cmd|' /C calc'!A0", "'@SUM(A1)");
    }

    @Test
    void aPageShowsItAsText() throws IOException {
        for (String option : List.of("-q", "--detail")) {
            String page = trapped("markdown", option.equals("-q") ? List.of() : List.of(option));
            assertThat(CONTROL.matcher(page).find()).isFalse();
            assertThat(BARE.matcher(page).results().map(r -> page.substring(Math.max(0, r.start() - 20), r.end() + 5)))
                    .isEmpty();
            assertThat(page).contains("\\<script\\>", "rouge").doesNotContain("\n1. un", "\n- 1. un");
            List<String> rows = page.lines().filter(l -> l.startsWith("| ")).toList();
            assertThat(rows).hasSizeGreaterThan(TRAPS.size());
            assertThat(rows).allMatch(row -> row.endsWith(" |"));
        }
    }

    @Test
    void xmlHasNoElementOfTheirs() throws Exception {
        String xml = trapped("junit");
        assertThat(CONTROL.matcher(xml).find()).isFalse();
        assertThat(xml).doesNotContain("\uFFFE", "\uFFFF");
        Document document = ExchangeFormatsTest.junit(xml);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("testcase").getLength(); i++) {
            names.add(((Element) document.getElementsByTagName("testcase").item(i)).getAttribute("name"));
        }
        assertThat(names)
                .anyMatch(n -> n.contains("<script>alert(1)</script>"))
                .anyMatch(n -> n.contains("]]><failure/>"));
    }

    @Test
    void sarifKeepsItsShape() throws IOException {
        String json = trapped("sarif");
        assertThat(CONTROL.matcher(json).find()).isFalse();
        JsonNode run = ExchangeFormatsTest.sarif(json).path("runs").get(0);
        assertThat(run.path("results").size()).isGreaterThanOrEqualTo(TRAPS.size());
        for (JsonNode result : run.path("results")) {
            String message = result.path("message").path("text").asText();
            assertThat(message).doesNotContain("](").doesNotMatch(".*(?<!\\{)\\{(\\{\\{)*(?!\\{).*");
            String uri = result.path("locations")
                    .get(0)
                    .path("physicalLocation")
                    .path("artifactLocation")
                    .path("uri")
                    .asText();
            assertThat(uri).matches("[A-Za-z0-9._~/%-]+");
        }
        for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
            String markdown = rule.path("help").path("markdown").asText();
            assertThat(BARE.matcher(markdown).find()).as(markdown).isFalse();
        }
    }

    private String trapped(String format) throws IOException {
        return trapped(format, List.of());
    }

    private String trapped(String format, List<String> more) throws IOException {
        Path grid = temp.resolve("un.yaml");
        Files.writeString(grid, referential());
        structure("nom: " + quoted(String.join(" ", TRAPS)) + "\ntypes: [ACI]\nnon_applicables:\n  - {specification: "
                + quoted(TRAPS.get(3)) + ", motif: x, valide_par: y}\n");
        StringBuilder proofs =
                new StringBuilder("ref;titre;nature;specifications;version;valide_le;valide_par;fichier\n");
        for (int i = 0; i < TRAPS.size(); i++) {
            proofs.append('"')
                    .append(TRAPS.get(i).replace("\"", "\"\""))
                    .append("\";x;;un-")
                    .append(i)
                    .append(i % 2 == 0 ? ";1;2026-01-01;moi;\n" : ";;;;\n");
        }
        Files.writeString(folder.resolve("preuves.csv"), proofs);
        Files.writeString(folder.resolve("registres/<b>=é 1.csv"), "a;b\n1;2\n");
        List<String> options = new ArrayList<>(List.of("-r", grid.toString(), "-f", format));
        options.addAll(more);
        CedreRunner.Result result = check(options.toArray(String[]::new));
        assertThat(result.out()).as(result.err()).isNotEmpty();
        return result.out();
    }

    private static String referential() {
        StringBuilder yaml = new StringBuilder("id: un\ntitre: " + quoted(TRAPS.get(7))
                + "\nversion: \"1\"\nprovenance: proposition\nnotice: " + quoted(String.join(" ", TRAPS))
                + "\nfamilles: [{id: f, titre: F, types: [ACI]}]\nchapitres:\n  - id: \"=1\"\n    titre: "
                + quoted(TRAPS.get(3)) + "\n    specifications:\n");
        for (int i = 0; i < TRAPS.size(); i++) {
            String trap = quoted(TRAPS.get(i));
            yaml.append("      - id: un-" + i + "\n        intitule: " + trap
                    + "\n        reference: {section: x}\n        exigence: " + trap
                    + "\n        gravite: mineure\n        conseil: " + trap + "\n        controles:\n"
                    + "          - {id: absente, genre: document, nature: rien, message: "
                    + trap.replace("{", "").replace("}", "") + "}\n");
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
}
