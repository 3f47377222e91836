package fr.cedre.dossier;

import java.util.Set;

/**
 * A register of the folder, before its rows are read.
 *
 * @param schema its description
 * @param file path in the folder
 * @param present true when the file exists
 * @param usable false when it exists but cannot be read (binary, mandatory column absent…)
 * @param columns canonical columns its header provides
 */
public record RegisterInfo(RegisterSchema schema, String file, boolean present, boolean usable, Set<String> columns) {
    /** Copies the set. */
    public RegisterInfo {
        columns = Set.copyOf(columns);
    }

    /** True when rows can be read. */
    public boolean readable() {
        return present && usable;
    }
}
