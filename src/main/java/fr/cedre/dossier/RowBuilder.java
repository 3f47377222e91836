package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a record into a typed row as seen on the audit day, and says what it cannot read. */
final class RowBuilder {

    private static final String TOTAL = "total";

    private final RegisterSchema schema;
    private final String file;
    private final Problems problems;
    private final int[] fields;
    private final List<Integer> absent = new ArrayList<>();
    private Row row;
    private final long auditDay;
    private final long periodStart;
    private final int[] startColumns;
    private final int[] endColumns;
    private final boolean monthly;
    private final boolean later;
    private final @Nullable Column[] columns;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Map<String, String>> exports = new HashMap<>();
    private final long[] raw;
    private long rows;
    private long laterInRow;
    private long laterRows;
    private long laterDates;

    RowBuilder(
            RegisterSchema schema,
            String file,
            int[] fields,
            Period period,
            Map<String, Map<String, String>> knownKeys,
            Set<String> exportedColumns,
            Problems problems,
            boolean later) {
        this.later = later;
        this.schema = schema;
        this.file = file;
        this.problems = problems;
        this.fields = fields.clone();
        this.row = new Row(schema, file);
        this.auditDay = period.end().toEpochDay();
        this.periodStart = period.start().toEpochDay();
        this.startColumns = positions(schema.periodStart());
        this.endColumns = positions(schema.periodEnd());
        this.monthly =
                startColumns.length > 0 && schema.fields().get(startColumns[0]).type() == Field.Type.YEARMONTH;
        int n = schema.fields().size();
        this.raw = new long[n];
        Arrays.fill(raw, Cell.EMPTY);
        for (int i = 0; i < n; i++) {
            absent.add(i);
        }
        this.columns = new Column[fields.length];
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] >= 0) {
                columns[i] = column(fields[i], knownKeys, exportedColumns);
            }
        }
    }

    private Column column(int position, Map<String, Map<String, String>> knownKeys, Set<String> exportedColumns) {
        Field field = schema.fields().get(position);
        String target = schema.foreignKeys().get(field.name());
        String full = schema.name() + "." + field.name();
        return new Column(
                position,
                field,
                field.type(),
                !field.codes().isEmpty(),
                field.unique() ? new SeenKeys() : null,
                target == null ? null : target.substring(0, target.indexOf('.')),
                target == null ? null : knownKeys.get(target),
                exportedColumns.contains(full) ? exports.computeIfAbsent(full, key -> new HashMap<>()) : null);
    }

    private int[] positions(List<String> columns) {
        return columns.stream().mapToInt(schema::position).toArray();
    }

    /** A row of this register, where the columns that the file does not have are known to be absent. */
    Row newRow() {
        Row fresh = new Row(schema, file);
        for (int column : absent) {
            fresh.set(column, "", Cell.ABSENT);
        }
        return fresh;
    }

    long rows() {
        return rows;
    }

    long laterRows() {
        return laterRows;
    }

    long laterDates() {
        return laterDates;
    }

    /** Keys seen in the columns other registers point to. */
    Map<String, Map<String, String>> exports() {
        return exports;
    }

    /** Fills a row; false when the record is blank, a footer, or set aside because it starts after the audit date. */
    boolean build(CSVRecord record, int line, Row into) {
        row = into;
        int size = record.size();
        if (blank(record, size) || footer(record, size, line)) {
            return false;
        }
        rows++;
        row.begin(line);
        laterInRow = 0;
        for (int i = 0; i < columns.length; i++) {
            Column column = columns[i];
            if (column != null) {
                cell(column, i < size ? ValueParser.trim(record.get(i)) : "", line);
            }
        }
        if (size > fields.length) {
            extraCells(record, size, line);
        }
        if (!place()) {
            return false;
        }
        laterDates += laterInRow;
        return true;
    }

    private static boolean blank(CSVRecord record, int size) {
        for (int i = 0; i < size; i++) {
            if (!ValueParser.trim(record.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Total lines of spreadsheets, closing line of national exports. */
    private boolean footer(CSVRecord record, int size, int line) {
        String first = ValueParser.trim(record.get(0));
        if (first.length() > 40 || first.isEmpty()) {
            return false;
        }
        boolean closing = size == 1 && fields.length > 2 && first.startsWith("FIN");
        boolean total = first.regionMatches(true, 0, TOTAL, 0, TOTAL.length())
                && (first.length() == TOTAL.length() || !Character.isLetterOrDigit(first.charAt(TOTAL.length())));
        if (closing || total) {
            problems.add(Problem.information(Location.of(file, line), "ligne de total ou de fin d'export, ignorée"));
        }
        return closing || total;
    }

    private void extraCells(CSVRecord record, int size, int line) {
        for (int i = fields.length; i < size; i++) {
            if (!ValueParser.trim(record.get(i)).isEmpty()) {
                problems.addRepeated(
                        Problem.error(
                                Location.of(file, line),
                                size + " cellules pour " + fields.length
                                        + " colonnes : un séparateur se trouve sans doute dans un texte"
                                        + " sans guillemets ; les colonnes de cette ligne ont pu glisser"),
                        "lignes trop longues");
                for (int field : fields) {
                    if (field >= 0 && !schema.fields().get(field).required() && Cell.isValue(row.value(field))) {
                        row.set(field, row.text(field), Cell.UNREADABLE);
                    }
                }
                return;
            }
        }
    }

    private void cell(Column column, String text, int line) {
        Field field = column.field();
        int position = column.position();
        long value = switch (column.type()) {
            case STRING, LIST -> text.isEmpty() || (field.trace() && ValueParser.saysNothing(text)) ? Cell.EMPTY : 1;
            case DATE -> ValueParser.date(text);
            case YEARMONTH -> ValueParser.month(text);
            case NUMBER, INTEGER -> ValueParser.number(text);
            case BOOLEAN -> ValueParser.bool(text);
        };
        String kept = text;
        raw[position] = value;
        if (value == Cell.EMPTY) {
            if (field.required()) {
                problems.addRepeated(
                        Problem.error(
                                Location.of(file, line, field.name()),
                                "« " + field.name() + " » est obligatoire et cette cellule est vide"),
                        "cellules vides");
            }
            row.set(position, kept, Cell.EMPTY);
            return;
        }
        if (field.nonNegative() && Cell.isValue(value) && value < 0) {
            value = Cell.UNREADABLE;
        }
        if (value == Cell.UNREADABLE) {
            problems.addRepeated(CellProblems.unreadable(file, field, text, line), "valeurs illisibles");
        } else if (column.type() == Field.Type.DATE) {
            value = date(field, text, value, line);
        } else if (column.type() == Field.Type.STRING) {
            if (column.coded()) {
                kept = ValueParser.code(text);
                if (!field.codes().contains(kept)) {
                    problems.addRepeated(CellProblems.unknownCode(file, field, text, line), "codes inconnus");
                    value = Cell.UNREADABLE;
                }
            }
            String same = column.known() == null ? null : column.known().get(text);
            if (same != null && !column.coded()) {
                kept = same; // one object by identifier: comparing it with itself is immediate, and a row keeps no
                // text alive
            }
            value = string(column, text, line, value, same != null);
        } else if (column.type() == Field.Type.LIST && column.coded()) {
            for (String item : ValueParser.items(text, field)) {
                if (!field.codes().contains(item)) {
                    problems.addRepeated(CellProblems.unknownCode(file, field, item, line), "codes inconnus");
                    value = Cell.UNREADABLE;
                }
            }
        }
        row.set(position, kept, value);
    }

    private long string(Column column, String text, int line, long value, boolean known) {
        if (known && column.seen() == null) {
            return value; // the register it points to has looked at it already
        }
        Field field = column.field();
        int position = column.position();
        char first = text.charAt(0);
        if (text.length() >= 13 && first >= '1' && first <= '8' && Privacy.isSocialSecurityNumber(text)) {
            once(
                    "nir" + position,
                    Problem.warning(
                            Location.of(file, line, field.name()),
                            "cette colonne contient ce qui ressemble à des numéros de sécurité sociale : employer un identifiant interne ;"
                                    + " les sorties les masquent"));
        } else if (field.person() && Privacy.looksPersonal(text, true)) {
            once(
                    "nom" + position,
                    Problem.warning(
                            Location.of(file, line, field.name()),
                            "cette colonne semble contenir des noms de personnes : employer un identifiant interne ; les sorties les masquent"));
        }
        if (first <= '9' && text.indexOf('E') > 0 && text.matches("\\d[.,]\\d+E\\+\\d{2}")) {
            problems.addRepeated(
                    Problem.error(
                            Location.of(file, line, field.name()),
                            "numéro abîmé par le tableur (notation scientifique) : reformater la colonne en texte puis ressaisir la valeur"),
                    "numéros abîmés");
            return Cell.UNREADABLE;
        }
        SeenKeys seen = column.seen();
        if (seen != null) {
            int before = seen.add(text, line);
            if (before == SeenKeys.FULL) {
                once(
                        "plein",
                        Problem.information(
                                Location.of(file, line, field.name()),
                                "au-delà de " + SeenKeys.MAX
                                        + " lignes, l'unicité des identifiants n'est plus vérifiée"));
            } else if (before != SeenKeys.NEW) {
                problems.addRepeated(
                        Problem.error(
                                Location.of(file, line, field.name()),
                                "identifiant « " + Privacy.mask(text, field.person()) + " » déjà employé ligne "
                                        + before + " : chaque ligne doit avoir le sien"),
                        "identifiants en double");
                return Cell.UNREADABLE;
            }
        }
        if (column.exported() != null) {
            column.exported().putIfAbsent(text, text);
        }
        if (column.known() != null && !known) {
            problems.addRepeated(
                    Problem.warning(
                            Location.of(file, line, field.name()),
                            "« " + Privacy.mask(text, field.person()) + " » ne figure pas dans registres/"
                                    + column.target() + ".csv"),
                    "identifiants introuvables");
        }
        return value;
    }

    private long date(Field field, String text, long value, int line) {
        if (ValueParser.isTwoDigitYear(text)) {
            once(
                    "an" + field.name(),
                    Problem.information(
                            Location.of(file, line, field.name()),
                            "années à deux chiffres dans cette colonne : jusqu'à " + ValueParser.TWO_DIGIT_PIVOT
                                    + " elles sont lues 20.., au-delà 19.."));
        } else if (text.length() >= 5 && text.length() <= 8 && ValueParser.isSerial(text)) {
            once(
                    "serie" + field.name(),
                    Problem.warning(
                            Location.of(file, line, field.name()),
                            "dates écrites comme des numéros de jour d'Excel dans cette colonne, lues comme telles (ici "
                                    + FrenchDates.day(value) + ")"));
        }
        if (field.time() == Field.Time.FAIT && value > auditDay) {
            laterInRow++;
            return Cell.EMPTY;
        }
        return value;
    }

    private void once(String key, Problem problem) {
        if (told.add(key)) {
            problems.add(problem);
        }
    }

    /** Places the row in time; false when it starts after the audit date. */
    private boolean place() {
        if (startColumns.length == 0) {
            return true;
        }
        long start = first(startColumns);
        if (!Cell.isValue(start)) {
            return true;
        }
        if (start > auditDay) {
            laterRows++;
            row.place(false, Cell.EMPTY);
            return later;
        }
        long end;
        if (monthly) {
            LocalDate month = LocalDate.ofEpochDay(start);
            end = month.withDayOfMonth(month.lengthOfMonth()).toEpochDay();
        } else if (endColumns.length == 0) {
            end = start;
        } else {
            end = first(endColumns);
            if (Cell.isValue(end) && end < start) {
                reversed(end);
                end = Cell.UNREADABLE;
            }
        }
        row.place(!Cell.isValue(end) || end >= periodStart, end);
        return true;
    }

    /** An interval that ends before it starts: neither date can be trusted for the end. */
    private void reversed(long end) {
        for (int column : endColumns) {
            if (raw[column] == end) {
                String name = schema.fields().get(column).name();
                String start = schema.fields().get(startColumns[0]).name();
                problems.addRepeated(
                        Problem.error(
                                row.at(name),
                                "« " + name + " » (" + FrenchDates.day(end) + ") précède « " + start
                                        + " » : l'une des deux dates est fausse"),
                        "dates en désordre");
                row.set(column, row.text(column), Cell.UNREADABLE);
                return;
            }
        }
    }

    private long first(int[] columns) {
        for (int column : columns) {
            // As written: a fact still to come places the row after the audit date, where it is set aside.
            long value = raw[column];
            if (Cell.isValue(value) || value == Cell.UNREADABLE) {
                return value;
            }
        }
        return Cell.EMPTY;
    }
}
