package fr.cedre.cli;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.ValueParser;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Threshold;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Library;
import fr.cedre.report.Format;
import fr.cedre.report.RenderOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options commands share, declared and read in one place. */
final class Options {

    static final List<String> COLOURS = List.of("auto", "toujours", "jamais");

    private Options() {}

    static OptionSpec text(String description, String label, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec several(String description, String label, String... names) {
        return OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    // Not mixinStandardHelpOptions: it reads annotations, and with them come proxies and reflection.
    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help", "--aide")
                .usageHelp(true)
                .description("Affiche cette aide.")
                .build();
    }

    static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Affiche la version.")
                .build();
    }

    /** Referential, dates and output: what every command that reads a folder takes. */
    static CommandSpec common(CommandSpec spec, Format.Result result) {
        spec.addOption(text(
                "Référentiel : identifiant, alias (v2) ou chemin d'un YAML. Par défaut celui de structure.yaml, sinon cedre-v2.",
                "REFERENTIEL",
                "-r",
                "--referentiel"));
        return outputs(folder(library(spec)), result);
    }

    /** Where referentials are looked for. */
    static CommandSpec library(CommandSpec spec) {
        return spec.addOption(
                text("Dossier de référentiels qui remplacent ceux du programme.", "DOSSIER", "--referentiels"));
    }

    static OptionSpec date() {
        return text("Jour de l'audit (défaut : aujourd'hui) ; tout se juge à cette date.", "AAAA-MM-JJ", "--date");
    }

    static OptionSpec since() {
        return text(
                "Premier jour de la période contrôlée (défaut : un an avant, jour suivant).", "AAAA-MM-JJ", "--depuis");
    }

    /** The folder a command works on. */
    static PositionalParamSpec dossier(String description) {
        return PositionalParamSpec.builder()
                .paramLabel("DOSSIER")
                .type(String.class)
                .required(true)
                .description(description)
                .build();
    }

    /** What bears on the reading of an evidence folder. */
    static CommandSpec folder(CommandSpec spec) {
        return spec.addOption(date())
                .addOption(since())
                .addOption(text(
                        "Seuil du code de sortie 1 : majeure, mineure (défaut), a_examiner ou jamais.",
                        "SEUIL",
                        "--seuil"));
    }

    /** Format, file, colour, silence. */
    static CommandSpec output(CommandSpec spec, String formats) {
        return shown(spec.addOption(format(formats)).addOption(file()));
    }

    /** The same for results that several files can show at once; {@link Outputs#of} reads them. */
    static CommandSpec outputs(CommandSpec spec, Format.Result result) {
        String formats = result.words();
        return shown(spec.addArgGroup(ArgGroupSpec.builder()
                .exclusive(false)
                .multiplicity("0..*")
                .addArg(format(formats + " ; -f et -o se répètent, un fichier par format"))
                .addArg(file())
                .build()));
    }

    private static OptionSpec format(String formats) {
        return text("Format : " + formats + ".", "FORMAT", "-f", "--format");
    }

    private static OptionSpec file() {
        return text("Écrit dans un fichier, entier ou pas du tout.", "FICHIER", "-o", "--sortie");
    }

    private static CommandSpec shown(CommandSpec spec) {
        return spec.addOption(flag("Montre tout : chaque constat, chaque fichier lu, chaque paramètre.", "--detail"))
                .addOption(text(
                        "Couleur : auto (défaut), toujours ou jamais ; NO_COLOR est respecté.", "QUAND", "--couleur"))
                .addOption(flag(
                        "N'écrit rien sur la sortie standard : seul le code de sortie compte.",
                        "-q",
                        "--quiet",
                        "--silencieux"));
    }

    /** What restricts a control to a part. */
    static CommandSpec part(CommandSpec spec) {
        return spec.addOption(several(
                        "Types à contrôler parmi ceux de la structure, séparés par des virgules.", "TYPE", "--type"))
                .addOption(several(
                        "Chapitres à contrôler, séparés par des virgules (6 prend 6.1, 6.2 et 6.3).",
                        "CHAPITRE",
                        "--chapitre"))
                .addOption(several(
                        "Spécifications à contrôler, par leurs identifiants séparés par des virgules.",
                        "ID",
                        "--specification"));
    }

    /** The part asked for. */
    static AskedPart part(ParseResult options) {
        return new AskedPart(
                values(options, "--type"), values(options, "--chapitre"), values(options, "--specification"));
    }

    /** From what the exit code is 1. */
    static Threshold threshold(ParseResult options) {
        return Threshold.named(oneOf(options, "--seuil", Threshold.codes(), "mineure"));
    }

    /** The library that the options name. */
    static Library library(ParseResult options, Command.Context context) {
        String home = context.terminal().home();
        String own = value(options, "--referentiels");
        return Library.open(home == null ? null : Path.of(home), own == null ? null : Path.of(own));
    }

    /** The colour asked for; read before any work, as every word that can be mistyped. */
    static String colour(ParseResult options) {
        return oneOf(options, "--couleur", COLOURS, "auto");
    }

    /** How a report is to be shown, by a command of one output. */
    static RenderOptions render(ParseResult options, Command.Context context) {
        return render(options, context, value(options, "-o") != null);
    }

    /** How a report is to be shown in a file, or on the standard output. */
    static RenderOptions render(ParseResult options, Command.Context context, boolean file) {
        String colour = colour(options);
        boolean colours = colour.equals("toujours")
                || (colour.equals("auto") && context.terminal().colour() && !file);
        return new RenderOptions(
                options.hasMatchedOption("--detail"),
                colours,
                file ? RenderOptions.DEFAULT_WIDTH : context.terminal().width());
    }

    static @Nullable String value(ParseResult options, String name) {
        return options.matchedOptionValue(name, null);
    }

    static List<String> values(ParseResult options, String name) {
        List<String> values = options.matchedOptionValue(name, null);
        return values == null
                ? List.of()
                : values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    static String oneOf(ParseResult options, String name, List<String> allowed, String otherwise) {
        String value = value(options, name);
        if (value == null) {
            return otherwise;
        }
        if (!allowed.contains(value)) {
            String hint = NearestName.hint(value, allowed);
            throw new CedreException("Valeur « " + value + " » inconnue pour " + name + (hint.isEmpty() ? "." : hint)
                    + " Valeurs possibles : " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    /** The controlled period; the clock is read only when no date is given. */
    static Period period(ParseResult options, Clock clock) {
        String given = value(options, "--date");
        LocalDate end = given == null ? LocalDate.now(clock) : date("--date", given);
        String since = options.commandSpec().findOption("--depuis") == null ? null : value(options, "--depuis");
        if (since == null) {
            return Period.yearBefore(end);
        }
        LocalDate start = date("--depuis", since);
        if (start.isAfter(end)) {
            throw new CedreException("--depuis (" + start + ") est postérieur à la date du contrôle (" + end + ").");
        }
        return new Period(start, end);
    }

    private static LocalDate date(String option, String text) {
        return date(option, text, "");
    }

    /** A date; {@code others} says what else would do. */
    static LocalDate date(String option, String text, String others) {
        long day = ValueParser.date(text.strip());
        if (!Cell.isValue(day) || text.strip().length() < 8) {
            throw new CedreException("Date illisible pour " + option + " : « " + text
                    + " » ; une date AAAA-MM-JJ est attendue, par exemple 2026-11-21" + others + ".");
        }
        return LocalDate.ofEpochDay(day);
    }
}
