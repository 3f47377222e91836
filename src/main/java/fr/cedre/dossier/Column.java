package fr.cedre.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of the file being read: what its schema says, taken out once rather than at each of a million rows, and what it remembers.
 *
 * @param position in the schema
 * @param field description
 * @param type its type
 * @param coded true when only some codes are allowed
 * @param seen identifiers met so far, or null when they may be repeated
 * @param target register it points to, or null
 * @param known identifiers of that register, each mapped to itself, or null when that register was not read
 * @param exported where to keep its identifiers, each mapped to itself, because other registers point to them, or null
 */
record Column(
        int position,
        Field field,
        Field.Type type,
        boolean coded,
        @Nullable SeenKeys seen,
        @Nullable String target,
        @Nullable Map<String, String> known,
        @Nullable Map<String, String> exported) {

    String name() {
        return field.name();
    }
}
