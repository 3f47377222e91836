package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one register: first its layout ({@link #open}), then its rows, once, as a stream ({@link #stream}). Tolerant of what spreadsheets do,
 * never silent about it (contrat § 4).
 */
final class RegisterReader {

    private static final int SAMPLE = 1 << 15;
    private static final long AHEAD = 4L << 20;
    private static final int CHUNK = 1 << 11;

    private final Path path;
    private final String file;
    private final RegisterSchema schema;
    private final Problems problems;
    private @Nullable TextEncoding encoding;
    private @Nullable CsvLayout layout;
    private boolean usable = true;

    RegisterReader(Path path, String file, RegisterSchema schema, Problems problems) {
        this.path = path;
        this.file = file;
        this.schema = schema;
        this.problems = problems;
    }

    /** Settles encoding, separator and header; says what is wrong with them. */
    RegisterInfo open(Map<String, String> mapping) {
        Set<String> columns = new TreeSet<>();
        try {
            TextEncoding found = TextEncoding.of(path);
            encoding = found;
            if (found.defect() != null) {
                unusable(
                        null,
                        "ce fichier n'est pas un CSV mais " + found.defect()
                                + " : l'ouvrir dans le tableur et l'enregistrer au format « CSV UTF-8 (délimité par des points-virgules) »");
                return new RegisterInfo(schema, file, true, false, columns);
            }
            CsvLayout detected = CsvLayout.detect(sample(found), schema, mapping);
            if (detected == null) {
                unusable(
                        null,
                        "fichier vide : une ligne d'en-tête est attendue (" + String.join(";", required()) + "…)");
                return new RegisterInfo(schema, file, true, false, columns);
            }
            layout = detected;
            checkHeader(detected, mapping, columns);
        } catch (IOException e) {
            unusable(
                    null,
                    "fichier impossible à ouvrir : vérifier les droits d'accès et qu'il n'est pas verrouillé par un tableur");
        }
        return new RegisterInfo(schema, file, true, usable, columns);
    }

    private List<String> required() {
        return schema.fields().stream().filter(Field::required).map(Field::name).toList();
    }

    private String sample(TextEncoding found) throws IOException {
        try (Reader reader = reader(found)) {
            char[] buffer = new char[SAMPLE];
            int n = 0;
            int lines = 0;
            int read;
            while (n < SAMPLE
                    && lines <= CsvLayout.LINES_SEARCHED
                    && (read = reader.read(buffer, n, Math.min(CHUNK, SAMPLE - n))) > 0) {
                for (int i = n; i < n + read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                n += read;
            }
            return new String(buffer, 0, n);
        }
    }

    private Reader reader(TextEncoding found) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(found.bom());
        return new InputStreamReader(
                in,
                java.util.Objects.requireNonNull(found.charset())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private void unusable(@Nullable Integer line, String message) {
        usable = false;
        problems.add(Problem.unusable(new Location(file, line, null), message));
    }

    private void checkHeader(CsvLayout detected, Map<String, String> mapping, Set<String> columns) {
        int line = detected.headerLine();
        Map<Integer, String> seen = new HashMap<>();
        List<String> absent = new ArrayList<>();
        List<String> names = schema.columnNames();
        int[] fields = detected.fields();
        for (int i = 0; i < fields.length; i++) {
            int position = fields[i];
            String header = detected.headers().get(i);
            if (position < 0) {
                unknownColumn(header, i, line, names);
            } else if (seen.putIfAbsent(position, header) != null) {
                detected.ignore(i);
                problems.add(Problem.error(
                        Location.of(file, line, names.get(position)),
                        "colonne « " + names.get(position) + " » présente deux fois : la première est gardée"));
            } else {
                columns.add(names.get(position));
            }
        }
        mapping.forEach((column, header) -> {
            if (!columns.contains(column) && schema.has(column)) {
                problems.add(Problem.error(
                        Location.of(file, line, column),
                        "l'en-tête « " + header + " » annoncé dans structure.yaml pour « " + column
                                + " » est introuvable" + NearestName.hint(header, detected.headers())));
            } else if (!schema.has(column)) {
                problems.add(Problem.warning(
                        Location.of(Structure.FILE),
                        "colonnes." + schema.name() + " : « " + column + " » n'est pas une colonne de ce registre"
                                + NearestName.hint(column, names)));
            }
        });
        for (String required : required()) {
            if (!columns.contains(required)) {
                absent.add(required);
            }
        }
        if (!absent.isEmpty()) {
            List<String> foundNames = detected.headers().stream()
                    .filter(h -> !h.isEmpty() && !PersonalHeaders.isPersonal(h))
                    .toList();
            for (String column : absent) {
                usable = false;
                problems.add(Problem.unusable(
                        Location.of(file, line, column),
                        "colonne obligatoire « " + column + " » absente"
                                + NearestName.of(column, foundNames)
                                        .map(near -> " ; l'en-tête « " + near
                                                + " » en est proche : le renommer, ou le déclarer dans"
                                                + " structure.yaml (colonnes." + schema.name() + "." + column + ")")
                                        .orElse(" ; colonnes attendues au moins : " + String.join(", ", required()))));
            }
        }
        if (line > 1 && detected.skip() > 0) {
            problems.add(Problem.information(
                    Location.of(file, line), "l'en-tête a été reconnu à cette ligne ; ce qui précède est ignoré"));
        }
    }

    private void unknownColumn(String header, int index, int line, List<String> names) {
        if (header.isEmpty()) {
            return;
        }
        if (PersonalHeaders.isPersonal(header)) {
            problems.add(Problem.warning(
                    new Location(file, line, "n° " + (index + 1)),
                    "la colonne n° " + (index + 1)
                            + " semble contenir des données personnelles (nom, NIR, coordonnées…) dont cedre"
                            + " n'a pas besoin : la retirer avant de partager ce dossier"));
            return;
        }
        problems.add(Problem.warning(
                Location.of(file, line, clean(header)), "colonne inconnue, ignorée" + NearestName.hint(header, names)));
    }

    private static String clean(String header) {
        String oneLine = header.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() > 60 ? oneLine.substring(0, 60) + "…" : oneLine;
    }

    /** Why a stream stopped before the end, with its line; null when it went through. */
    record Interruption(int line, String message) {}

    /**
     * Reads every row into {@code consumer}.
     *
     * @param rows turns cells into rows and counts what it sets aside
     * @param say false when the file was already read once, and its defects said
     */
    @Nullable
    Interruption stream(RowBuilder rows, Consumer<Row> consumer, boolean say) {
        TextEncoding text = encoding;
        CsvLayout found = layout;
        if (!usable || text == null || found == null) {
            return null;
        }
        CSVFormat.Builder format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(found.separator())
                .setIgnoreEmptyLines(false)
                .setTrailingData(true);
        if (found.separator() == '|') {
            format.setQuote(null); // national exports with bars have no quoting rule: a lone quote is a character
        }
        Rows read = null;
        try (Reader plain = reader(text);
                GuardedReader guarded = new GuardedReader(plain)) {
            plain.skip(found.skip());
            try (CSVParser parser = CSVParser.builder()
                    .setReader(guarded)
                    .setFormat(format.get())
                    .get()) {
                Records records = RecordStream.belowHeader(parser, guarded, found.headerLine());
                read = big() ? new ReadAhead(records, rows) : Rows.of(records, rows);
                try (Rows closed = read) {
                    Row row;
                    while ((row = closed.next()) != null) {
                        consumer.accept(row);
                    }
                }
            }
            return null;
        } catch (UncheckedIOException | IOException e) {
            int line = read == null ? found.headerLine() : read.line();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof GuardedReader.RecordTooLongException) {
                    return interrupted(line, tooLong(), say);
                }
            }
            return interrupted(
                    line,
                    "enregistrement illisible : un guillemet ouvert n'est sans doute jamais refermé ; la suite du fichier n'a pas été lue",
                    say);
        }
    }

    /** A second thread is worth starting from a few megabytes on. */
    private boolean big() throws IOException {
        return Files.size(path) > AHEAD && Runtime.getRuntime().availableProcessors() > 1;
    }

    private static String tooLong() {
        return "enregistrement de plus d'un million de caractères : guillemet jamais refermé, ou fichier qui n'est pas un tableau ;"
                + " la suite n'a pas été lue";
    }

    private Interruption interrupted(int line, String message, boolean say) {
        if (say) {
            problems.add(Problem.unusable(Location.of(file, line), message));
        }
        return new Interruption(line, message);
    }

    /** Position in the schema of each cell. */
    int[] fields() {
        return layout == null ? new int[0] : layout.fields();
    }

    /** Header as written for a canonical column, when it differs. */
    @Nullable
    TextEncoding encoding() {
        return encoding;
    }

    @Nullable
    Character separator() {
        return layout == null ? null : layout.separator();
    }
}
