package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What other tools read of a check says what the JSON says, and is what their schemas expect. */
class ExchangeFormatsTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final Schema SARIF = sarif();

    @TempDir
    private Path temp;

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            List<Path> all =
                    new ArrayList<>(examples.filter(Files::isDirectory).sorted().toList());
            all.add(CaseFolder.BASES.resolve("ai-aci"));
            all.add(CaseFolder.BASES.resolve("ai-iso"));
            all.add(EXAMPLES); // the group
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theOfficialSchemasAccept(Path folder) throws Exception {
        junit(run(folder, "junit"));
        sarif(run(folder, "sarif"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFormatCountsTheSame(Path folder) throws Exception {
        Map<String, Integer> statuses = new TreeMap<>();
        Map<String, Integer> levels = new TreeMap<>();
        int alone = 0;
        int problems = 0;
        JsonNode report = new ObjectMapper().readTree(run(folder, "json"));
        List<JsonNode> members = members(report);
        for (JsonNode member : members) {
            problems += member.path("problemes").size();
            for (JsonNode one : specifications(member)) {
                statuses.merge(one.path("statut").asText(), 1, Integer::sum);
                alone += one.path("constats").isEmpty() ? 1 : 0;
                for (JsonNode finding : one.path("constats")) {
                    levels.merge(finding.path("niveau").asText(), 1, Integer::sum);
                }
            }
        }
        List<CSVRecord> rows = csv(run(folder, "csv"));
        Map<String, Integer> natures = count(rows, "nature");
        assertThat(count(rows, "niveau", "constat")).isEqualTo(levels);
        assertThat(natures.getOrDefault("specification", 0)).isEqualTo(alone);
        assertThat(natures.getOrDefault("lecture", 0)).isEqualTo(problems);
        Map<String, String> byUnit = new HashMap<>();
        for (CSVRecord row : rows) {
            if (!row.get("statut").isEmpty()) {
                String dossier = row.isMapped("dossier") ? row.get("dossier") : "";
                byUnit.put(dossier + "|" + row.get("specification") + "|" + row.get("type"), row.get("statut"));
            }
        }
        Map<String, Integer> csvStatuses = new TreeMap<>();
        byUnit.values().forEach(s -> csvStatuses.merge(s, 1, Integer::sum));
        assertThat(csvStatuses).isEqualTo(statuses);

        Document junit = junit(run(folder, "junit"));
        int cases = statuses.values().stream().mapToInt(Integer::intValue).sum();
        int failures = statuses.getOrDefault("ecart", 0);
        int skipped = statuses.getOrDefault("sans_objet", 0) + statuses.getOrDefault("a_examiner", 0);
        assertThat(junit.getElementsByTagName("testcase").getLength()).isEqualTo(cases + members.size());
        assertThat(junit.getElementsByTagName("failure").getLength()).isEqualTo(failures);
        assertThat(junit.getElementsByTagName("skipped").getLength()).isEqualTo(skipped);
        assertThat(junit.getDocumentElement().getAttribute("failures")).isEqualTo(Integer.toString(failures));
        assertThat(junit.getDocumentElement().getAttribute("tests"))
                .isEqualTo(Integer.toString(cases + members.size()));
        assertThat(sum(junit, "tests")).isEqualTo(cases + members.size());
        assertThat(sum(junit, "failures")).isEqualTo(failures);
        assertThat(sum(junit, "skipped")).isEqualTo(skipped);

        Map<String, Integer> results = new TreeMap<>();
        int judged = 0;
        JsonNode sarif = sarif(run(folder, "sarif"));
        for (JsonNode result : results(sarif)) {
            boolean open = result.path("ruleId").asText().endsWith("/a-examiner");
            judged += open ? 1 : 0;
            if (!open) {
                results.merge(result.path("properties").path("niveau").asText(), 1, Integer::sum);
            }
        }
        assertThat(results).isEqualTo(levels);
        long silent = members.stream()
                .flatMap(m -> specifications(m).stream())
                .filter(s -> s.path("statut").asText().equals("a_examiner"))
                .filter(s -> !s.path("constats").findValuesAsText("niveau").contains("a_examiner"))
                .count();
        assertThat(judged).isEqualTo((int) silent);
    }

    /** A spreadsheet gives back the evaluation: each finding with its cells, each specification with its status. */
    @ParameterizedTest
    @MethodSource("folders")
    void theTableReadsBack(Path folder) throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode member : members(new ObjectMapper().readTree(run(folder, "json")))) {
            for (JsonNode one : specifications(member)) {
                List<String> unit = List.of(
                        member.path("dossier").asText(),
                        text(one, "id"),
                        text(one, "type"),
                        text(one, "intitule"),
                        text(one, "statut"),
                        list(one, "preuves"),
                        list(one, "registres"),
                        text(one, "reference"),
                        text(one, "provenance"),
                        member.path("date").asText());
                if (one.path("constats").isEmpty()) {
                    expected.add(unit + "|||||||||||");
                }
                for (JsonNode f : one.path("constats")) {
                    JsonNode source = f.path("source");
                    expected.add(unit + "|"
                            + String.join(
                                    "|",
                                    text(f, "niveau"),
                                    text(f, "controle"),
                                    text(f, "objet"),
                                    text(f, "message"),
                                    text(f, "conseil"),
                                    fraction(text(f, "mesure")),
                                    fraction(text(f, "seuil")),
                                    text(source, "fichier"),
                                    text(source, "ligne"),
                                    text(source, "colonne"))
                            + "|");
                }
            }
        }
        List<String> actual = new ArrayList<>();
        for (CSVRecord row : csv(run(folder, "csv"))) {
            if (row.get("statut").isEmpty()) {
                continue;
            }
            List<String> unit = List.of(
                    row.isMapped("dossier") ? row.get("dossier") : "",
                    row.get("specification"),
                    row.get("type"),
                    row.get("intitule"),
                    row.get("statut"),
                    row.get("preuves"),
                    row.get("registres"),
                    row.get("reference"),
                    row.get("provenance"),
                    row.get("date"));
            actual.add(unit + "|"
                    + String.join(
                            "|",
                            row.get("niveau"),
                            row.get("controle"),
                            row.get("objet"),
                            row.get("message"),
                            row.get("conseil"),
                            row.get("mesure"),
                            row.get("seuil"),
                            row.get("fichier"),
                            row.get("ligne"),
                            row.get("colonne"))
                    + "|");
            assertThat(row.get("portee")).containsPattern("ne certifie rien|ne vaut ni label ni certificat");
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** Nobody takes a report for a certificate, nor a reconstitution for the official text. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "markdown", "junit", "sarif"})
    void provenanceAndLimitsAreSaid(String format) {
        Path base = EXAMPLES.resolve("ai-clef-emploi");
        String v1 = check(base, "-f", format, "-r", "cedre-v1").out();
        assertThat(v1).contains("reconstitution", "prépare l'audit", "ne certifie rien");
        String cap = check(EXAMPLES.resolve("cap-atelier-des-possibles"), "-f", format)
                .out();
        assertThat(cap).contains("proposition", "ne vaut ni label ni certificat");
        for (String text : List.of(v1, cap)) {
            assertThat(text).doesNotContain("conforme CEDRE").doesNotContainIgnoringCase("certifié conforme");
        }
    }

    @Test
    void eachResultHasItsRuleItsPlaceAndAnIdentityOfItsOwn() throws IOException {
        JsonNode log = sarif(run(EXAMPLES, "sarif"));
        Set<String> files = new HashSet<>();
        for (JsonNode run : log.path("runs")) {
            Set<String> fingerprints = new HashSet<>();
            JsonNode rules = run.path("tool").path("driver").path("rules");
            for (JsonNode result : run.path("results")) {
                JsonNode rule = rules.get(result.path("ruleIndex").asInt());
                assertThat(rule.path("id").asText())
                        .isEqualTo(result.path("ruleId").asText());
                assertThat(rule.path("help").path("text").asText()).contains("Exigence : ", "Référence : ");
                assertThat(result.path("locations")).hasSize(1);
                JsonNode place = result.path("locations").get(0).path("physicalLocation");
                String uri = place.path("artifactLocation").path("uri").asText();
                files.add(uri.substring(0, uri.indexOf('/')));
                assertThat(place.path("region").path("startLine").asInt()).isPositive();
                assertThat(fingerprints.add(result.path("partialFingerprints")
                                .path("primaryLocationLineHash")
                                .asText()))
                        .isTrue();
                String kind = result.path("kind").asText();
                assertThat(result.path("level").asText().equals("none")).isEqualTo(!kind.equals("fail"));
            }
        }
        assertThat(files).contains("ai-clef-emploi", "ei-premier-jour").doesNotContain("registres");
    }

    /** A line inserted above moves the place, not the identity. */
    @Test
    void theFingerprintStaysWhenLinesMove() throws IOException {
        Path folder = Folders.copy(EXAMPLES.resolve("ai-clef-emploi"), temp.resolve("a"));
        JsonNode before = result(folder, "6.2.D4/");
        Path missions = folder.resolve("registres/missions.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(missions));
        lines.add(1, "");
        Files.write(missions, lines);
        JsonNode after = result(folder, "6.2.D4/");
        assertThat(line(after)).isEqualTo(line(before) + 1);
        assertThat(after.path("partialFingerprints")).isEqualTo(before.path("partialFingerprints"));
    }

    /** What a person judged more serious, or less, is so everywhere. */
    @Test
    void aRequalifiedGravityIsFollowed() throws Exception {
        Path folder = Folders.copy(EXAMPLES.resolve("ai-clef-emploi"), temp.resolve("a"));
        assertThat(result(folder, "6.2.D4/").path("level").asText()).isEqualTo("error");
        Path judgements = folder.resolve("jugements.csv");
        String header = Files.readAllLines(judgements).get(0);
        Map<String, String> cells =
                Map.of("specification", "6.2.D4", "gravite", "mineure", "evalue_par", "X", "evalue_le", "2026-10-01");
        List<String> row = new ArrayList<>();
        for (String column : header.replace("\uFEFF", "").split(";", -1)) {
            row.add(cells.getOrDefault(column, ""));
        }
        Files.writeString(judgements, header + "\n" + String.join(";", row) + "\n");
        assertThat(result(folder, "6.2.D4/").path("level").asText()).isEqualTo("warning");
        assertThat(csv(run(folder, "csv")).stream()
                        .filter(r -> r.get("specification").equals("6.2.D4"))
                        .map(r -> r.get("gravite"))
                        .distinct())
                .containsExactly("mineure");
        NodeList failures = junit(run(folder, "junit")).getElementsByTagName("failure");
        for (int i = 0; i < failures.getLength(); i++) {
            assertThat(((Element) failures.item(i)).getAttribute("type")).isEqualTo("écart mineur");
        }
    }

    @Test
    void aMemberThatCannotBeReadIsAnError() throws Exception {
        Path group = Folders.copy(EXAMPLES.resolve("ei-premier-jour"), temp.resolve("g/sain"))
                .getParent();
        Files.createDirectories(group.resolve("vide"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: G\nmembres: [sain, vide]\n");
        Document junit = junit(run(group, "junit"));
        assertThat(junit.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        JsonNode sarif = sarif(run(group, "sarif"));
        JsonNode invocation = sarif.path("runs").get(0).path("invocations").get(0);
        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.path("toolExecutionNotifications").findValuesAsText("level"))
                .contains("error");
        assertThat(csv(run(group, "csv")).stream()
                        .filter(r -> r.get("nature").equals("membre"))
                        .map(r -> r.get("dossier")))
                .containsExactly("vide");
        assertThat(run(group, "markdown")).contains("Non contrôlé");
        Files.delete(group.resolve("sain/structure.yaml"));
        assertThat(sarif(run(group, "sarif")).path("runs")).hasSize(1);
        junit(run(group, "junit"));
    }

    // tools

    private JsonNode result(Path folder, String rule) throws IOException {
        for (JsonNode result : results(sarif(run(folder, "sarif")))) {
            if (result.path("ruleId").asText().startsWith(rule)
                    && result.path("properties").path("niveau").asText().equals("ecart")) {
                return result;
            }
        }
        throw new AssertionError(rule);
    }

    private static int line(JsonNode result) {
        return result.path("locations")
                .get(0)
                .path("physicalLocation")
                .path("region")
                .path("startLine")
                .asInt();
    }

    private static List<JsonNode> results(JsonNode sarif) {
        List<JsonNode> all = new ArrayList<>();
        sarif.path("runs").forEach(run -> run.path("results").forEach(all::add));
        return all;
    }

    private static List<JsonNode> members(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        if (report.has("membres")) {
            report.path("membres").forEach(all::add);
        } else {
            all.add(report);
        }
        return all;
    }

    private static List<JsonNode> specifications(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        report.path("champ").forEach(all::add);
        report.path("specifications").forEach(all::add);
        return all;
    }

    private static CedreRunner.Result check(Path folder, String... options) {
        List<String> args = new ArrayList<>(List.of("check", folder.toString(), "--date", "2026-11-21"));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    private static String run(Path folder, String format) {
        CedreRunner.Result result = check(folder, "-f", format);
        assertThat(result.code()).as(result.err()).isBetween(0, 2);
        assertThat(result.out()).as(result.err()).isNotEmpty();
        return result.out();
    }

    static List<CSVRecord> csv(String text) throws IOException {
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        try (CSVParser parser = CSVParser.parse(
                text.substring(1),
                CSVFormat.Builder.create()
                        .setDelimiter(';')
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    private static Map<String, Integer> count(List<CSVRecord> rows, String column) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(r -> counts.merge(r.get(column), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> count(List<CSVRecord> rows, String column, String nature) {
        return count(rows.stream().filter(r -> r.get("nature").equals(nature)).toList(), column);
    }

    private static int sum(Document junit, String attribute) {
        int sum = 0;
        NodeList suites = junit.getElementsByTagName("testsuite");
        for (int i = 0; i < suites.getLength(); i++) {
            sum += Integer.parseInt(((Element) suites.item(i)).getAttribute(attribute));
        }
        return sum;
    }

    /** Valid under the schema of Jenkins. */
    static Document junit(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/schemas/junit-4.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** Valid under the official schema. */
    static JsonNode sarif(String json) throws IOException {
        assertThat(JsonSchemas.errors(SARIF, json)).isEmpty();
        return new ObjectMapper().readTree(json);
    }

    private static Schema sarif() {
        try (InputStream schema = ExchangeFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new ObjectMapper().readTree(schema).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).isNull() ? "" : node.path(key).asText();
    }

    private static String list(JsonNode node, String key) {
        List<String> all = new ArrayList<>();
        node.path(key).forEach(t -> all.add(t.asText()));
        return String.join(", ", all);
    }

    private static String fraction(String measure) {
        return measure.matches("\\d+/\\d+") ? measure.replace("/", " sur ") : measure;
    }
}
