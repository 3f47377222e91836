package fr.cedre.scaffold;

import fr.cedre.dossier.CsvTable;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.CedreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of an older file as they are written, laid out again under the columns of the contract; columns of the user follow, in their order.
 *
 * @param columns columns of the contract, then those of the user as they are headed
 * @param byLine cells by column, by the line where the row starts
 */
record Rows(List<String> columns, Map<Integer, Map<String, String>> byLine) {

    Rows {
        columns = List.copyOf(columns);
        byLine = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLine));
    }

    /**
     * Reads a file whole.
     *
     * @param file its name, for messages
     * @param mapping header of the user by expected column
     */
    static Rows of(byte[] bytes, String file, RegisterSchema schema, Map<String, String> mapping) {
        Map<String, String> known = new HashMap<>();
        schema.columnNames().forEach(c -> known.put(ValueParser.code(c), c));
        mapping.forEach((column, header) -> known.put(ValueParser.code(header), column));
        CsvTable table;
        try {
            table = CsvTable.read(bytes, cells -> (int) cells.stream()
                    .filter(c -> known.containsKey(ValueParser.code(c)))
                    .count());
        } catch (CedreException e) {
            throw new CedreException(file + " de l'ancien dossier ne peut pas être repris : " + e.getMessage()
                    + ". Rien n'a été écrit.");
        }
        List<String> names = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (String header : table.headers().cells()) {
            String name = known.get(ValueParser.code(header));
            boolean again = name != null && names.contains(name);
            if (name == null && !header.isBlank()) {
                own.add(header);
            }
            names.add(again ? "" : name == null ? header : name);
        }
        List<String> columns = new ArrayList<>(Scaffolder.columns(schema, names.contains(RegisterSchema.TYPE_COLUMN)));
        own.stream().filter(c -> !columns.contains(c)).forEach(columns::add);
        Map<Integer, Map<String, String>> byLine = new LinkedHashMap<>();
        for (CsvTable.Line line : table.rows()) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), line.cells().size()); i++) {
                row.putIfAbsent(names.get(i), line.cells().get(i));
            }
            byLine.put(line.number(), row);
        }
        return new Rows(columns, byLine);
    }
}
