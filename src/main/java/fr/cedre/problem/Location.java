package fr.cedre.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands in the evidence folder.
 *
 * @param file path relative to the folder, with {@code /} whatever the system
 * @param line 1-based physical line where the record starts, or null when the whole file is meant
 * @param column canonical column name (CSV) or key path (YAML), or null
 */
public record Location(
        String file, @Nullable Integer line, @Nullable String column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparing(l -> l.line() == null ? 0 : l.line())
            .thenComparing(l -> l.column() == null ? "" : l.column());

    /** The whole file. */
    public static Location of(String file) {
        return new Location(file, null, null);
    }

    /** A line of a file. */
    public static Location of(String file, int line) {
        return new Location(file, line, null);
    }

    /** A cell. */
    public static Location of(String file, int line, @Nullable String column) {
        return new Location(file, line, column);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code fichier:ligne, colonne « x »}, the form shown to people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line != null) {
            text.append(':').append(line);
        }
        if (column != null) {
            text.append(", colonne « ").append(column).append(" »");
        }
        return text.toString();
    }
}
