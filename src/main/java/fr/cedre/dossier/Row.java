package fr.cedre.dossier;

import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register as seen on the audit day. The reader fills and reuses the same object for every row (one million rows cost one
 * row of memory): a check that must remember something copies the values it needs.
 */
public final class Row {

    private final RegisterSchema schema;
    private final String file;
    private final String[] texts;
    private final long[] values;
    private final long[] hashes;
    private final @Nullable List<String>[] lists;
    private int line;
    private boolean inPeriod;
    private long lastDay;
    private @Nullable String key;

    /** An empty row of a file, filled by the reader. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Row(RegisterSchema schema, String file) {
        this.schema = schema;
        this.file = file;
        int n = schema.fields().size();
        this.texts = new String[n];
        this.values = new long[n];
        this.hashes = new long[n];
        this.lists = new List[n];
    }

    /** Starts a new row. */
    void begin(int newLine) {
        line = newLine;
        key = null;
        inPeriod = true;
        lastDay = Cell.EMPTY;
    }

    /** Sets a cell; {@code text} is what may be printed or compared, {@code value} the typed value or a sentinel. */
    void set(int field, String text, long value) {
        texts[field] = text;
        values[field] = value;
        lists[field] = null;
        hashes[field] = 0;
    }

    /** Places the row in time; {@code last} is its last day, or a sentinel when nothing tells it. */
    void place(boolean touchesPeriod, long last) {
        inPeriod = touchesPeriod;
        lastDay = last;
    }

    /** Description of the register. */
    public RegisterSchema schema() {
        return schema;
    }

    /** 1-based physical line where the row starts. */
    public int line() {
        return line;
    }

    /** True when the row touches the controlled period, or has no date that could place it. */
    public boolean inPeriod() {
        return inPeriod;
    }

    /** Epoch day of the last day that it covers, or a sentinel of {@link Cell} when it has no end. */
    public long lastDay() {
        return lastDay;
    }

    /**
     * Typed value or a sentinel of {@link Cell}. For texts and lists: 1 when something is written ("non" in a trace column counts as nothing),
     * else a sentinel.
     */
    public long value(int field) {
        return values[field];
    }

    /** The text of a cell, trimmed; codes are normalised; empty when nothing is written. */
    public String text(int field) {
        return texts[field];
    }

    /** The {@link TextHash} of a cell's text: computed once a row, however many checks look the row up by it. */
    public long hash(int field) {
        if (hashes[field] == 0) {
            hashes[field] = TextHash.of(texts[field]);
        }
        return hashes[field];
    }

    /** The items of a list cell. */
    public List<String> list(int field) {
        List<String> items = lists[field];
        if (items == null) {
            items = ValueParser.items(texts[field], schema.fields().get(field));
            lists[field] = items;
        }
        return items;
    }

    /** The identifiers of a cell as written, in capitals or not, separated by spaces, commas or bars. */
    public List<String> identifiers(int field) {
        return ValueParser.identifiers(texts[field]);
    }

    /** Place of a cell, or of the row when {@code column} is null. */
    public Location at(@Nullable String column) {
        return Location.of(file, line, column);
    }

    /** The row's stable key: its primary key columns, masked when they look personal. */
    public String key() {
        if (key == null) {
            StringBuilder text = new StringBuilder();
            for (String column : schema.primaryKey()) {
                if (text.length() > 0) {
                    text.append('/');
                }
                text.append(iso(schema.position(column)));
            }
            key = text.toString();
        }
        return key;
    }

    private String iso(int field) {
        long value = values[field];
        Field.Type type = schema.fields().get(field).type();
        if (type == Field.Type.DATE && Cell.isValue(value)) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (type == Field.Type.YEARMONTH && Cell.isValue(value)) {
            return LocalDate.ofEpochDay(value).toString().substring(0, 7);
        }
        Field column = schema.fields().get(field);
        boolean free = column.type() == Field.Type.STRING && column.codes().isEmpty();
        // What could not be read may be anything, a name included.
        return value == Cell.UNREADABLE && !free ? "?" : printable(field);
    }

    private String printable(int field) {
        return Privacy.mask(texts[field], schema.fields().get(field).person());
    }

    /** What a message may show of a cell: a French date, a code, a masked identifier; « ? » when there is nothing readable. */
    public String display(int field) {
        long value = values[field];
        if (!Cell.isValue(value)) {
            return value == Cell.EMPTY ? "(vide)" : "?";
        }
        return switch (schema.fields().get(field).type()) {
            case DATE -> FrenchDates.day(value);
            case YEARMONTH -> FrenchDates.month(value);
            default -> printable(field);
        };
    }
}
