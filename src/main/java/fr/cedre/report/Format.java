package fr.cedre.report;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The formats of {@code --format} (contrat § 7): the only list of them. */
public enum Format {
    /** For a terminal or a text file. */
    TEXTE("texte", TextReport::new),
    /** {@code cedre/rapport/1} (contrat § 8). */
    JSON("json", JsonReport::new),
    /** One page to print or share. */
    HTML("html", null),
    /** One line per specification, for a spreadsheet. */
    CSV("csv", null),
    /** For a wiki or an issue. */
    MARKDOWN("markdown", null),
    /** For continuous integration. */
    JUNIT("junit", null),
    /** For code scanning tools. */
    SARIF("sarif", null);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, Renderer> factory;

    Format(String code, @Nullable Function<String, Renderer> factory) {
        this.code = code;
        this.factory = factory;
    }

    /** The word written after {@code --format}. */
    public String code() {
        return code;
    }

    /** False while the format is announced only. */
    public boolean available() {
        return factory != null;
    }

    /**
     * A renderer of this format.
     *
     * @param version version of cedre, shown in reports
     * @throws CedreException when the format is announced only
     */
    public Renderer renderer(String version) {
        if (factory == null) {
            throw new CedreException("le format « " + code + " » n'est pas encore disponible ; formats disponibles : "
                    + String.join(", ", availableCodes()));
        }
        return factory.apply(version);
    }

    /**
     * The format of this name, without regard to case.
     *
     * @throws CedreException with the nearest name when there is none
     */
    public static Format named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.code.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CedreException("format « " + Sanitiser.line(name) + " » inconnu"
                        + NearestName.hint(name, codes()) + " ; formats : " + String.join(", ", codes())));
    }

    /** Every name, in the order of the contract. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Format::code).toList();
    }

    private static List<String> availableCodes() {
        return Arrays.stream(values())
                .filter(Format::available)
                .map(Format::code)
                .toList();
    }
}
