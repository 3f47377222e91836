package fr.cedre;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A case of {@code src/test/resources/cases/check}: a folder that says which base it starts from, what it changes there and what must
 * be found.
 *
 * <pre>
 * cas.txt            line 1: name of a folder of src/test/resources/bases; line 2, if it starts with a dash: more command
 *                    options; the rest: one sentence that says what is tested
 * dossier/           files laid over the base (optional)
 * modifications.csv  fichier;ligne;colonne;valeur, applied in order (optional), see {@link #modify}
 * attendu.csv        specification;type;controle;objet;source: every constat of niveau ecart, no more, no less
 * a_examiner.csv     same header: constats of niveau a_examiner that must be there, among others (optional)
 * points_sensibles.csv  same header, for niveau point_sensible (optional)
 * mesures.csv        specification;type;controle;objet;mesure;seuil that constats must carry (optional)
 * statuts.csv        specification;type;statut;gravite that must be, among others (optional)
 * code.txt           exit code (optional; by default 1 when attendu.csv has rows, else 0)
 * erreur.txt         lines that the error output must contain (optional)
 * </pre>
 */
record CaseFolder(Path folder) {

    static final Path BASES = Path.of("src", "test", "resources", "bases");
    static final Path CASES = Path.of("src", "test", "resources", "cases", "check");

    private static final CSVFormat CSV =
            CSVFormat.Builder.create().setDelimiter(';').get();

    static List<CaseFolder> all() throws IOException {
        return all(CASES);
    }

    /** Every case of a folder, in order. */
    static List<CaseFolder> all(Path cases) throws IOException {
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(CaseFolder::new)
                    .toList();
        }
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    private List<String> head() throws IOException {
        return Files.readAllLines(folder.resolve("cas.txt"));
    }

    /** Options of the second line of {@code cas.txt}, separated by spaces. */
    List<String> options() throws IOException {
        List<String> lines = head();
        return lines.size() > 1 && lines.get(1).startsWith("-")
                ? List.of(lines.get(1).trim().split(" +", -1))
                : List.of();
    }

    /** Builds the evidence folder of the case in an empty folder. */
    void build(Path target) throws IOException {
        build(head().get(0).trim(), target);
    }

    /** Builds the evidence folder of the case, from a base, in an empty folder. */
    void build(String from, Path target) throws IOException {
        Path base = BASES.resolve(from);
        if (!Files.isDirectory(base)) {
            throw new IllegalArgumentException(name() + ": no base " + base);
        }
        copy(base, target);
        if (Files.isDirectory(folder.resolve("dossier"))) {
            copy(folder.resolve("dossier"), target);
        }
        for (List<String> row : rows("modifications.csv")) {
            if (row.size() != 4) {
                throw new IllegalArgumentException(name() + ": modification of " + row.size() + " cells: " + row);
            }
            modify(target.resolve(row.get(0)), row.get(1), row.get(2), row.get(3));
        }
    }

    /** Rows of a file of the case, without its header; none when there is no such file. */
    List<List<String>> rows(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(Files.readString(path), CSV)) {
            for (CSVRecord record : parser) {
                rows.add(List.of(record.values()));
            }
        }
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * Changes one file. {@code ligne} is the first cell of a row (the key, in YAML), {@code #n} for the n-th line of the file (the
     * header is 1) or {@code *} for every row. {@code colonne} is a column whose cell takes {@code valeur}, or one of: {@code *} the
     * row (of {@code *}: the file) is removed; {@code +} {@code valeur} is added as a line, at the end; {@code =} the line becomes
     * {@code valeur}; {@code -} the column named {@code valeur} is removed.
     */
    private void modify(Path file, String row, String column, String value) throws IOException {
        if (row.equals("*") && column.equals("*")) {
            Files.delete(file);
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (column.equals("+")) {
            lines.add(value);
        } else if (column.equals("-")) {
            int index = columnIndex(lines, value);
            lines.replaceAll(line -> without(line, index));
        } else {
            boolean done = false;
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (!selected(file, row, i, lines.get(i))) {
                    continue;
                }
                done = true;
                if (column.equals("*")) {
                    lines.remove(i);
                } else if (column.equals("=")) {
                    lines.set(i, value);
                } else {
                    lines.set(i, with(lines.get(i), columnIndex(lines, column), value));
                }
            }
            if (!done) {
                throw new IllegalArgumentException(name() + ": no row " + row + " in " + file.getFileName());
            }
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static boolean selected(Path file, String row, int index, String line) {
        if (row.startsWith("#")) {
            return index == Integer.parseInt(row.substring(1)) - 1;
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".yaml")) {
            return line.startsWith(row + ":");
        }
        return index > 0 && (row.equals("*") || cells(line).get(0).equals(row));
    }

    private int columnIndex(List<String> lines, String column) {
        int index = cells(lines.get(0)).indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(name() + ": no column " + column);
        }
        return index;
    }

    private static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(new StringReader(line), CSV)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty()
                    ? new ArrayList<>(List.of(""))
                    : new ArrayList<>(List.of(records.get(0).values()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String with(String line, int index, String value) {
        List<String> cells = cells(line);
        while (cells.size() <= index) {
            cells.add("");
        }
        cells.set(index, value);
        return line(cells);
    }

    private static String without(String line, int index) {
        List<String> cells = cells(line);
        if (index < cells.size()) {
            cells.remove(index);
        }
        return line(cells);
    }

    static String line(List<String> cells) {
        return CSV.format(cells.toArray());
    }
}
