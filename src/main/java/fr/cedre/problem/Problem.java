package fr.cedre.problem;

/**
 * One thing the reader could not take as it stands, said once, with its place.
 *
 * @param severity how much it matters
 * @param location file, line and column
 * @param message French sentence: fact, what was expected, nearest valid name or exact remedy; never the content of a personal column
 * @param unusable true when a whole file (or the structure itself) could not be used: the run ends with exit code 2
 */
public record Problem(Severity severity, Location location, String message, boolean unusable)
        implements Comparable<Problem> {

    /** A value that cannot be used. */
    public static Problem error(Location location, String message) {
        return new Problem(Severity.ERREUR, location, message, false);
    }

    /** A file that cannot be used at all. */
    public static Problem unusable(Location location, String message) {
        return new Problem(Severity.ERREUR, location, message, true);
    }

    /** Something used with a doubt. */
    public static Problem warning(Location location, String message) {
        return new Problem(Severity.AVERTISSEMENT, location, message, false);
    }

    /** A choice that is stated. */
    public static Problem information(Location location, String message) {
        return new Problem(Severity.INFORMATION, location, message, false);
    }

    @Override
    public int compareTo(Problem other) {
        int order = location.compareTo(other.location);
        if (order == 0) {
            order = severity.compareTo(other.severity);
        }
        return order == 0 ? message.compareTo(other.message) : order;
    }
}
