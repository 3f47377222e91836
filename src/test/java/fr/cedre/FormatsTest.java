package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same facts, however a spreadsheet wrote them, give the same findings (domain note « données de terrain », § 7). Every base is
 * damaged all over, so that most controls have something to say, then rewritten in each layout.
 */
class FormatsTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Set<String> BOOLEANS = Set.of(
            "offre_ensemblier",
            "contrat_prescripteur",
            "ecart_constate",
            "referent_qualite",
            "discriminatoire",
            "actif",
            "logo",
            "charte",
            "source_coorace",
            "conforme");
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("debut", "Début"),
            Map.entry("echeance", "Échéance"),
            Map.entry("themes", "THÈMES"),
            Map.entry("id_salarie", "ID_SALARIÉ"),
            Map.entry("activites_proposees", "Activités proposées"),
            Map.entry("specifications", "Spécifications"),
            Map.entry("valide_le", "Validé le"),
            Map.entry("realisee_le", "réalisée-le"),
            Map.entry("capacites_requises", "Capacités requises"),
            Map.entry("date_tenue", "Date Tenue"),
            Map.entry("compte_rendu", "Compte\u00a0rendu"),
            Map.entry("categorie", "Catégorie"));

    @TempDir
    private Path temp;

    /** A way a spreadsheet writes a table. */
    enum Layout {
        WINDOWS_1252_FRENCH(WINDOWS, "", ';', "\r\n"),
        UTF_8_COMMA(StandardCharsets.UTF_8, "", ',', "\n"),
        UTF_16_TAB(StandardCharsets.UTF_16LE, "\ufeff", '\t', "\r\n"),
        DRESSED_UP(StandardCharsets.UTF_8, "\ufeff", ';', "\r\n"),
        BAR(StandardCharsets.UTF_8, "", '|', "\n"),
        WITH_TIMES(StandardCharsets.UTF_8, "\ufeff", ';', "\n");

        private final Charset charset;
        private final String bom;
        private final char separator;
        private final String end;

        Layout(Charset charset, String bom, char separator, String end) {
            this.charset = charset;
            this.bom = bom;
            this.separator = separator;
            this.end = end;
        }

        private String cell(String column, String value) {
            boolean iso = value.matches("\\d{4}-\\d{2}-\\d{2}");
            return switch (this) {
                case WINDOWS_1252_FRENCH -> {
                    if (iso) {
                        yield value.substring(8) + "/" + value.substring(5, 7) + "/" + value.substring(0, 4);
                    }
                    yield column.equals("heures") || column.equals("volume_heures") ? value + ",00" : value;
                }
                case DRESSED_UP -> {
                    if (BOOLEANS.contains(column)) {
                        yield value.equals("oui") ? "X" : value.equals("non") ? "0" : value;
                    }
                    yield iso
                            ? value.substring(8) + "." + value.substring(5, 7) + "." + value.substring(0, 4)
                            : "\u00a0" + value + " ";
                }
                case UTF_16_TAB -> BOOLEANS.contains(column) ? value.toUpperCase(Locale.ROOT) : value;
                case WITH_TIMES -> {
                    if (BOOLEANS.contains(column)) {
                        yield value.equals("oui") ? "1" : value.equals("non") ? "n" : value;
                    }
                    yield iso ? value + " 00:00:00" : value;
                }
                case UTF_8_COMMA, BAR -> value;
            };
        }

        private String header(String column) {
            return this == DRESSED_UP
                    ? ACCENTS.getOrDefault(
                            column, column.toUpperCase(Locale.ROOT).replace('_', ' '))
                    : column;
        }

        void write(Path file, List<List<String>> table) throws IOException {
            CSVFormat.Builder format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setRecordSeparator(end)
                    .setQuoteMode(QuoteMode.MINIMAL);
            if (this == BAR) {
                format.setQuote(null).setQuoteMode(QuoteMode.NONE).setEscape('\\');
            }
            CSVFormat csv = format.get();
            StringBuilder text = new StringBuilder(bom);
            if (this == DRESSED_UP) {
                text.append("sep=;").append(end).append("Export du 21/11/2026").append(end);
            }
            List<String> columns = table.get(0);
            text.append(csv.format(columns.stream().map(this::header).toArray()))
                    .append(end);
            for (List<String> row : table.subList(1, table.size())) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.get(i).isEmpty() ? "" : cell(columns.get(i), row.get(i)));
                }
                text.append(csv.format(cells.toArray())).append(end);
            }
            if (this == DRESSED_UP) {
                text.append(";".repeat(columns.size() - 1)).append(end);
                text.append("Total : ")
                        .append(table.size() - 1)
                        .append(";".repeat(columns.size() - 1))
                        .append(end);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(text.toString().getBytes(charset));
            Files.write(file, bytes.toByteArray());
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void oneTypeFolderSaysTheSame(Layout layout) throws IOException {
        sameFindings("aci", layout);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void twoTypeFolderSaysTheSame(Layout layout) throws IOException {
        sameFindings("ai-aci", layout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aci", "ai-aci"})
    void damagedBaseHasMuchToSay(String base) throws IOException {
        // Otherwise the comparisons above would compare silence with silence.
        Set<String> findings = findings(damaged(base, false), true);
        assertThat(findings.stream().filter(f -> f.contains("|ecart|"))).hasSizeGreaterThan(60);
    }

    @Test
    void structureInWindows1252WithTabsAfterValues() throws IOException {
        Path plain = damaged("aci", false);
        Set<String> expected = findings(plain, true);
        Path structure = plain.resolve("structure.yaml");
        String text = Files.readString(structure).replace("Les Jardins du Pont", "Les Jardins de l’Été");
        Files.write(structure, text.replace("\n", "\r\n").getBytes(WINDOWS));
        CedreRunner.Result result = check(plain);
        assertThat(result.json().path("structure").path("nom").asText()).isEqualTo("Les Jardins de l’Été");
        assertThat(findings(result, true)).isEqualTo(expected);
    }

    private void sameFindings(String base, Layout layout) throws IOException {
        Path plain = damaged(base, layout != Layout.BAR);
        Path rewritten = Folders.copy(plain, temp.resolve("rewritten"));
        for (Path file : tables(rewritten)) {
            layout.write(file, read(file));
        }
        boolean lines = layout != Layout.DRESSED_UP;
        CedreRunner.Result before = check(plain);
        CedreRunner.Result after = check(rewritten);
        assertThat(findings(after, lines)).isEqualTo(findings(before, lines));
        assertThat(after.code()).isEqualTo(before.code());
        assertThat(problems(after, lines)).isEqualTo(problems(before, lines));
    }

    /** A base where, in every table, one cell of each row in two is emptied, and a few are made unreadable. */
    private Path damaged(String base, boolean lineBreaks) throws IOException {
        Path folder = Folders.copy(CaseFolder.BASES.resolve(base), temp.resolve("plain"));
        for (Path file : tables(folder)) {
            List<List<String>> table = read(file);
            List<String> columns = table.get(0);
            for (int i = 1; i < table.size(); i++) {
                List<String> row = table.get(i);
                int hit = i % columns.size();
                boolean key = hit == 0 || columns.get(hit).equals("type_structure");
                if (i % 2 == 0 && !key) {
                    row.set(hit, "");
                } else if (i % 11 == 0 && columns.get(hit).startsWith("date")) {
                    row.set(hit, "12/25/2026");
                }
                int text = columns.indexOf("objectif");
                if (text > 0 && lineBreaks && i == 3) {
                    row.set(text, "d’abord « le CV » ; puis\nun \"vrai\" stage, à 5 €");
                }
            }
            write(file, table);
        }
        return folder;
    }

    private static void write(Path file, List<List<String>> table) throws IOException {
        CSVFormat csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        StringBuilder text = new StringBuilder();
        table.forEach(row -> text.append(csv.format(row.toArray())).append('\n'));
        Files.writeString(file, text);
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> table = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                Files.readString(file),
                CSVFormat.DEFAULT.builder().setDelimiter(';').get())) {
            for (CSVRecord record : parser) {
                table.add(new ArrayList<>(record.toList()));
            }
        }
        return table;
    }

    private static List<Path> tables(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static CedreRunner.Result check(Path folder) {
        CedreRunner.Result result =
                CedreRunner.run("check", folder.toString(), "--date", "2026-11-21", "-f", "json", "--detail");
        assertThat(result.code()).as(result.err()).isLessThan(2);
        return result;
    }

    private static Set<String> findings(Path folder, boolean lines) throws IOException {
        return findings(check(folder), lines);
    }

    /** Every status and finding as one line each; {@code lines} is false when the layout moves rows down. */
    private static Set<String> findings(CedreRunner.Result result, boolean lines) throws IOException {
        JsonNode report = new ObjectMapper().readTree(result.out());
        UnaryOperator<String> words = text -> lines ? text : text.replaceAll("ligne \\d+", "ligne n");
        Set<String> all = new TreeSet<>();
        for (String part : List.of("specifications", "champ")) {
            for (JsonNode unit : report.path(part)) {
                String id = unit.path("id").asText() + "|" + unit.path("type").asText();
                all.add(id + "|" + unit.path("statut").asText() + "|"
                        + unit.path("gravite").asText());
                for (JsonNode f : unit.path("constats")) {
                    JsonNode source = f.path("source");
                    all.add(String.join(
                            "|",
                            id,
                            f.path("controle").asText(),
                            f.path("niveau").asText(),
                            f.path("objet").asText(),
                            words.apply(f.path("message").asText()),
                            f.path("mesure").asText(),
                            f.path("seuil").asText(),
                            source.path("fichier").asText(),
                            lines ? source.path("ligne").asText() : "",
                            source.path("colonne").asText()));
                }
            }
        }
        return all;
    }

    /** Errors and warnings, by file, line and column, with their number; remarks on the layout itself are no part of it. */
    private static Map<String, Integer> problems(CedreRunner.Result result, boolean lines) throws IOException {
        Map<String, Integer> all = new TreeMap<>();
        for (JsonNode p : new ObjectMapper().readTree(result.out()).path("problemes")) {
            if (!p.path("niveau").asText().equals("information")) {
                String message = p.path("message").asText();
                all.merge(
                        String.join(
                                "|",
                                p.path("fichier").asText(),
                                lines ? p.path("ligne").asText() : "",
                                p.path("colonne").asText(),
                                lines ? message : message.replaceAll("ligne \\d+", "ligne n")),
                        1,
                        Integer::sum);
            }
        }
        return all;
    }
}
