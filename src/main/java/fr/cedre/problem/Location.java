package fr.cedre.problem;

import java.util.Objects;
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
        // By hand: AppCDS cannot keep the lambdas of Comparator.comparing, which are serializable.
        int order = file.compareTo(other.file);
        if (order == 0) {
            order = Integer.compare(line == null ? 0 : line, other.line == null ? 0 : other.line);
        }
        if (order == 0) {
            order = (column == null ? "" : column).compareTo(other.column == null ? "" : other.column);
        }
        return order;
    }

    /** By hand, like {@link #hashCode}: a record's own are linked anew at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location
                && file.equals(location.file)
                && Objects.equals(line, location.line)
                && Objects.equals(column, location.column);
    }

    @Override
    public int hashCode() {
        return (file.hashCode() * 31 + (line == null ? 0 : line)) * 31 + (column == null ? 0 : column.hashCode());
    }

    /** {@code fichier:ligne, colonne « x »}, the form shown to people; a YAML file has keys, not columns. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line != null) {
            text.append(':').append(line);
        }
        if (column != null) {
            boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml");
            text.append(yaml ? ", clé « " : ", colonne « ").append(column).append(" »");
        }
        return text.toString();
    }
}
