package fr.cedre.report;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats of {@code --format} (contrat § 7): the only list of them. */
public enum Format {
    /** For a terminal or a text file. */
    TEXTE("texte", TextReport::new, GroupText::new, DiffText::new, ReviewText::new, VerificationText::new),
    /** {@code cedre/rapport/1} (contrat § 8). */
    JSON("json", JsonReport::new, GroupJson::new, DiffJson::new, ReviewJson::new, VerificationJson::new),
    /** One page to print or share. */
    HTML("html", null, null, null, null, null),
    /** One line per specification, for a spreadsheet. */
    CSV("csv", null, null, DiffCsv::new, ReviewCsv::new, null),
    /** For a wiki or an issue. */
    MARKDOWN("markdown", null, null, DiffMarkdown::new, null, null),
    /** For continuous integration. */
    JUNIT("junit", null, null, null, null, null),
    /** For code scanning tools. */
    SARIF("sarif", null, null, null, null, null);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, Renderer> factory;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, GroupRenderer> groups;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, DiffRenderer> diffs;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, ReviewRenderer> reviews;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final @Nullable Function<String, VerificationRenderer> verifications;

    Format(
            String code,
            @Nullable Function<String, Renderer> factory,
            @Nullable Function<String, GroupRenderer> groups,
            @Nullable Function<String, DiffRenderer> diffs,
            @Nullable Function<String, ReviewRenderer> reviews,
            @Nullable Function<String, VerificationRenderer> verifications) {
        this.code = code;
        this.verifications = verifications;
        this.reviews = reviews;
        this.diffs = diffs;
        this.factory = factory;
        this.groups = groups;
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
            throw announced(f -> f.factory != null);
        }
        return factory.apply(version);
    }

    /** The same for a group. */
    public GroupRenderer groupRenderer(String version) {
        if (groups == null) {
            throw announced(f -> f.groups != null);
        }
        return groups.apply(version);
    }

    /** The same for {@code cedre diff}. */
    public DiffRenderer diffRenderer(String version) {
        if (diffs == null) {
            throw announced(f -> f.diffs != null);
        }
        return diffs.apply(version);
    }

    /** The same for {@code cedre review}. */
    public ReviewRenderer reviewRenderer(String version) {
        if (reviews == null) {
            throw announced(f -> f.reviews != null);
        }
        return reviews.apply(version);
    }

    /** The same for {@code cedre review --verifier}. */
    public VerificationRenderer verificationRenderer(String version) {
        if (verifications == null) {
            throw announced(f -> f.verifications != null);
        }
        return verifications.apply(version);
    }

    private CedreException announced(Predicate<Format> available) {
        return new CedreException("le format « " + code + " » n'est pas encore disponible ici ; formats disponibles : "
                + Arrays.stream(values()).filter(available).map(Format::code).collect(Collectors.joining(", ")));
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
}
