package fr.cedre.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A register described by its Table Schema: columns, key, and which columns place a row in time.
 *
 * @param name register name, also its file name without {@code .csv}
 * @param title French title
 * @param description what a row is
 * @param fields columns in order; {@code type_structure} is the last
 * @param primaryKey columns that identify a row
 * @param foreignKeys column → {@code register.column} it points to
 * @param periodStart columns that give the start of the row, first filled wins; empty when the row has no date
 * @param periodEnd columns that give its end, first filled wins; empty when it is the start
 * @param events true when having no row is normal: nothing happened
 * @param index position of a column by name
 */
public record RegisterSchema(
        String name,
        String title,
        String description,
        List<Field> fields,
        List<String> primaryKey,
        Map<String, String> foreignKeys,
        List<String> periodStart,
        List<String> periodEnd,
        boolean events,
        Map<String, Integer> index) {

    /** The column that says which type of structure a row belongs to. */
    public static final String TYPE_COLUMN = "type_structure";

    /** Builds the index. */
    public RegisterSchema(
            String name,
            String title,
            String description,
            List<Field> fields,
            List<String> primaryKey,
            Map<String, String> foreignKeys,
            List<String> periodStart,
            List<String> periodEnd,
            boolean events) {
        this(
                name,
                title,
                description,
                fields,
                primaryKey,
                foreignKeys,
                periodStart,
                periodEnd,
                events,
                indexOf(fields));
    }

    /** Copies the collections. */
    public RegisterSchema {
        fields = List.copyOf(fields);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = Map.copyOf(foreignKeys);
        periodStart = List.copyOf(periodStart);
        periodEnd = List.copyOf(periodEnd);
        index = Map.copyOf(index);
    }

    /** Position of a column, or -1. */
    public int position(String column) {
        return index.getOrDefault(column, -1);
    }

    /** A column by name; the caller knows it exists. */
    public Field field(String column) {
        return fields.get(position(column));
    }

    /** True if the column exists. */
    public boolean has(String column) {
        return index.containsKey(column);
    }

    /** Names of the columns in order. */
    public List<String> columnNames() {
        return fields.stream().map(Field::name).toList();
    }

    private static Map<String, Integer> indexOf(List<Field> fields) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            index.put(fields.get(i).name(), i);
        }
        return index;
    }
}
