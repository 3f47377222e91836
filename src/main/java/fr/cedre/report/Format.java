package fr.cedre.report;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of {@code --format} (contrat § 7): the only list of them, and of what writes each kind of result in each. */
public enum Format {
    /** For a terminal or a text file. */
    TEXTE("texte"),
    /** {@code cedre/rapport/1} (contrat § 8) and its siblings. */
    JSON("json"),
    /** One page to print or share. */
    HTML("html"),
    /** For a spreadsheet. */
    CSV("csv"),
    /** For a wiki or an issue. */
    MARKDOWN("markdown"),
    /** For continuous integration. */
    JUNIT("junit"),
    /** For code scanning tools. */
    SARIF("sarif");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    /** The word written after {@code --format}. */
    public String code() {
        return code;
    }

    /**
     * What writes the result of {@code cedre check}.
     *
     * @param version version of cedre, shown in reports
     * @throws CedreException when the format is announced only
     */
    public Renderer renderer(String version) {
        return switch (this) {
            case TEXTE -> new TextReport(version);
            case JSON -> new JsonReport(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw announced(TEXTE, JSON);
        };
    }

    /** The same for a group. */
    public GroupRenderer groupRenderer(String version) {
        return switch (this) {
            case TEXTE -> new GroupText(version);
            case JSON -> new GroupJson(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw announced(TEXTE, JSON);
        };
    }

    /** The same for {@code cedre diff}. */
    public DiffRenderer diffRenderer(String version) {
        return switch (this) {
            case TEXTE -> new DiffText(version);
            case JSON -> new DiffJson(version);
            case CSV -> new DiffCsv(version);
            case MARKDOWN -> new DiffMarkdown(version);
            case HTML, JUNIT, SARIF -> throw announced(TEXTE, JSON, CSV, MARKDOWN);
        };
    }

    /** The same for {@code cedre review}. */
    public ReviewRenderer reviewRenderer(String version) {
        return switch (this) {
            case TEXTE -> new ReviewText(version);
            case JSON -> new ReviewJson(version);
            case CSV -> new ReviewCsv(version);
            case HTML, MARKDOWN, JUNIT, SARIF -> throw announced(TEXTE, JSON, CSV);
        };
    }

    /** The same for {@code cedre review --verifier}. */
    public VerificationRenderer verificationRenderer(String version) {
        return switch (this) {
            case TEXTE -> new VerificationText(version);
            case JSON -> new VerificationJson(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw announced(TEXTE, JSON);
        };
    }

    /** The same for {@code cedre plan}. */
    public PlanRenderer planRenderer(String version) {
        return switch (this) {
            case TEXTE -> new PlanText(version);
            case JSON -> new PlanJson(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw announced(TEXTE, JSON);
        };
    }

    private CedreException announced(Format... available) {
        return new CedreException("le format « " + code + " » n'est pas encore disponible ici ; formats disponibles : "
                + Stream.of(available).map(Format::code).collect(Collectors.joining(", ")));
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
