package fr.cedre.report;

import fr.cedre.evaluation.Extras;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.report.exchange.JUnitReport;
import fr.cedre.report.exchange.SarifReport;
import fr.cedre.report.html.DiffHtml;
import fr.cedre.report.html.GroupHtml;
import fr.cedre.report.html.HtmlReport;
import fr.cedre.report.html.ReviewHtml;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /** The kinds of results, each with the formats that show it. */
    public enum Result {
        /** {@code cedre check}, of a folder or of a group. */
        CONTROLE,
        /** {@code cedre diff}, with or without a folder. */
        COMPARAISON,
        /** {@code cedre review}, of a folder or of a group. */
        REVUE,
        /** {@code cedre review --verifier}. */
        VERIFICATION,
        /** {@code cedre plan}, of a folder or of a group. */
        PLAN;

        /** Formats at hand, in the order of the contract. */
        public List<Format> formats() {
            return switch (this) {
                case CONTROLE -> List.of(TEXTE, JSON, HTML, CSV, MARKDOWN, JUNIT, SARIF);
                case COMPARAISON, REVUE -> List.of(TEXTE, JSON, HTML, CSV, MARKDOWN);
                case VERIFICATION, PLAN -> List.of(TEXTE, JSON);
            };
        }

        /** {@code texte, json ou html}, for a help text. */
        public String words() {
            List<String> codes = formats().stream().map(Format::code).toList();
            return String.join(", ", codes.subList(0, codes.size() - 1)) + " ou " + codes.get(codes.size() - 1);
        }

        /**
         * The format of this name, for a result of this kind.
         *
         * @throws CedreException when no format has this name, or none that shows such a result
         */
        public Format named(String name) {
            Format format = Format.named(name);
            if (!formats().contains(format)) {
                throw format.unavailable(this);
            }
            return format;
        }
    }

    /**
     * What writes the result of {@code cedre check}.
     *
     * @param version version of cedre, shown in reports
     */
    public Renderer renderer(String version) {
        return switch (this) {
            case TEXTE -> new TextReport(version);
            case JSON -> new JsonReport(version);
            case HTML -> new HtmlReport(version);
            case CSV -> new CheckCsv(version);
            case MARKDOWN -> new CheckMarkdown(version);
            case JUNIT -> new JUnitReport(version);
            case SARIF -> new SarifReport(version);
        };
    }

    /** The same for a group. */
    public GroupRenderer groupRenderer(String version) {
        return switch (this) {
            case TEXTE -> new GroupText(version);
            case JSON -> new GroupJson(version);
            case CSV -> new CheckCsv(version);
            case MARKDOWN -> new GroupMarkdown(version);
            case JUNIT -> new JUnitReport(version);
            case SARIF -> new SarifReport(version);
            case HTML -> new GroupHtml(version);
        };
    }

    /** The same for {@code cedre diff}. */
    public DiffRenderer diffRenderer(String version) {
        return switch (this) {
            case TEXTE -> new DiffText(version);
            case JSON -> new DiffJson(version);
            case CSV -> new DiffCsv(version);
            case MARKDOWN -> new DiffMarkdown(version);
            case HTML -> new DiffHtml(version);
            case JUNIT, SARIF -> throw unavailable(Result.COMPARAISON);
        };
    }

    /** The same for {@code cedre review}. */
    public ReviewRenderer reviewRenderer(String version) {
        return switch (this) {
            case TEXTE -> new ReviewText(version);
            case JSON -> new ReviewJson(version);
            case CSV -> new ReviewCsv(version);
            case MARKDOWN -> new ReviewMarkdown(version);
            case HTML -> new ReviewHtml(version);
            case JUNIT, SARIF -> throw unavailable(Result.REVUE);
        };
    }

    /** The same for {@code cedre review --verifier}. */
    public VerificationRenderer verificationRenderer(String version) {
        return switch (this) {
            case TEXTE -> new VerificationText(version);
            case JSON -> new VerificationJson(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw unavailable(Result.VERIFICATION);
        };
    }

    /** The same for {@code cedre plan}. */
    public PlanRenderer planRenderer(String version) {
        return switch (this) {
            case TEXTE -> new PlanText(version);
            case JSON -> new PlanJson(version);
            case HTML, CSV, MARKDOWN, JUNIT, SARIF -> throw unavailable(Result.PLAN);
        };
    }

    /** What a report in this format shows beside the results. */
    public Extras extras() {
        return switch (this) {
            case JSON -> Extras.FINGERPRINTS;
            case HTML -> Extras.ALL;
            case TEXTE, CSV, MARKDOWN, JUNIT, SARIF -> Extras.NONE;
        };
    }

    private CedreException unavailable(Result result) {
        return new CedreException(
                "le format « " + code + " » n'existe pas pour ce résultat ; formats possibles : " + result.words());
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
