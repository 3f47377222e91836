package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import java.util.List;

/** Join keys: the texts of one or several columns. */
final class Keys {

    private Keys() {}

    /** The key of a row; empty when any part is missing, so that nothing is joined on a blank. */
    static String of(Row row, int[] positions) {
        if (positions.length == 1) {
            return Cell.isValue(row.value(positions[0])) ? row.text(positions[0]) : "";
        }
        StringBuilder key = new StringBuilder();
        for (int position : positions) {
            if (!Cell.isValue(row.value(position))) {
                return "";
            }
            key.append(row.text(position)).append('\u0001');
        }
        return key.toString();
    }

    static int[] positions(RegisterSchema schema, List<String> columns) {
        return columns.stream().mapToInt(schema::position).toArray();
    }
}
