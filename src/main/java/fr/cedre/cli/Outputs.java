package fr.cedre.cli;

import fr.cedre.dossier.WholeFile;
import fr.cedre.evaluation.Extras;
import fr.cedre.plan.PlanFile;
import fr.cedre.problem.CedreException;
import fr.cedre.report.Format;
import fr.cedre.report.RenderOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where the result of one run goes: any number of files, each in its format, and the standard output at most once. A file is written whole or not at
 * all.
 */
final class Outputs {

    private static final Set<String> INPUTS =
            Set.of("structure.yaml", "groupe.yaml", "preuves.csv", "jugements.csv", "autoevaluation.csv");

    private static final Set<String> FOLDERS = Set.of("registres", "documents", "historique");

    private final List<Target> targets;
    private final ParseResult options;
    private final Command.Context context;

    private Outputs(List<Target> targets, ParseResult options, Command.Context context) {
        this.targets = targets;
        this.options = options;
        this.context = context;
    }

    /** A format and the file it goes to; no file is the standard output. */
    private record Target(Format format, @Nullable String file) {}

    /** What writes a result in one format. */
    interface Rendering {
        /** Writes all of it. */
        void write(Format format, RenderOptions render, Appendable target) throws IOException;
    }

    /**
     * The outputs that the options ask for: each {@code -f} goes with the {@code -o} beside it, whichever comes first.
     *
     * @throws CedreException when a format does not exist for this kind of result, when two outputs have one place, or when a file must not be written
     *     over; nothing was done yet
     */
    static Outputs of(ParseResult options, Command.Context context, Format.Result result) {
        Options.colour(options);
        List<Target> targets = new ArrayList<>();
        List<ParseResult.GroupMatch> pairs = pairs(options);
        for (ParseResult.GroupMatch pair : pairs) {
            String format = matched(pair, "-f");
            String file = matched(pair, "-o");
            if (format == null && pairs.size() > 1) {
                throw new CedreException(
                        "-o " + file + " ne dit pas son format : donnez autant de -f que de -o, par exemple"
                                + " « -f html -o r.html -f json -o r.json ».");
            }
            targets.add(new Target(
                    result.named(format == null ? Format.TEXTE.code() : format), "-".equals(file) ? null : file));
        }
        if (targets.isEmpty()) {
            targets.add(new Target(Format.TEXTE, null));
        }
        Set<Path> places = new HashSet<>();
        boolean standard = false;
        for (Target target : targets) {
            String file = target.file();
            if (file == null && standard) {
                throw new CedreException(
                        "Deux formats iraient sur la sortie standard : donnez un fichier (-o) à l'un des deux.");
            }
            standard |= file == null;
            if (file != null && !places.add(path(file))) {
                throw new CedreException("« " + file + " » recevrait deux rapports : donnez deux noms de fichier.");
            }
            check("-o", file);
        }
        return new Outputs(List.copyOf(targets), options, context);
    }

    /** Each group of the command line; picocli hangs them all under one that it makes itself. */
    private static List<ParseResult.GroupMatch> pairs(ParseResult options) {
        List<ParseResult.GroupMatch> pairs = new ArrayList<>();
        for (ParseResult.GroupMatch root : options.getGroupMatches()) {
            root.matchedSubgroups().values().forEach(container -> pairs.addAll(container.matches()));
        }
        return pairs;
    }

    private static @Nullable String matched(ParseResult.GroupMatch pair, String name) {
        for (ArgSpec arg : pair.container().group().args()) {
            if (arg instanceof OptionSpec option && List.of(option.names()).contains(name)) {
                List<Object> values = pair.matchedValues(arg);
                return values.isEmpty() ? null : String.valueOf(values.get(0));
            }
        }
        return null;
    }

    /** What the formats show beside the results. */
    Extras extras() {
        Extras extras = Extras.NONE;
        for (Target target : targets) {
            extras = extras.and(target.format().extras());
        }
        return extras;
    }

    /** True when a file would be written over by another result of the same run. */
    boolean takes(String file) {
        return targets.stream().anyMatch(t -> t.file() != null && path(t.file()).equals(path(file)));
    }

    /** True when one of the files is such. */
    boolean anyFile(Predicate<String> such) {
        return targets.stream().map(Target::file).flatMap(Stream::ofNullable).anyMatch(such);
    }

    /** Writes the result everywhere, files first. */
    void write(Rendering rendering) throws IOException {
        for (Target target : targets) {
            if (target.file() != null) {
                RenderOptions render = Options.render(options, context, true);
                file(target.file(), out -> rendering.write(target.format(), render, out));
            }
        }
        for (Target target : targets) {
            if (target.file() == null) {
                RenderOptions render = Options.render(options, context, false);
                write(
                        null,
                        options.hasMatchedOption("-q"),
                        context.out(),
                        out -> rendering.write(target.format(), render, out));
            }
        }
    }

    static void write(@Nullable String file, boolean quiet, PrintWriter out, WholeFile.Content content)
            throws IOException {
        if (file == null || file.equals("-")) {
            if (!quiet) {
                content.writeTo(out);
                out.flush();
            }
            return;
        }
        file(file, content);
    }

    /** Refuses a file that must not be written over, before any work is done for it. */
    static void check(String option, @Nullable String file) {
        if (file != null && !file.equals("-")) {
            plan(option, file);
            evidence(file);
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CedreException("« " + file + " » n'est pas un nom de fichier que cette machine accepte.");
        }
    }

    /** An action plan holds people's words. */
    private static void plan(String option, String file) {
        String name = file.toLowerCase(Locale.ROOT).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        if (name.equals(PlanFile.NAME) || name.equals(PlanFile.PREVIOUS)) {
            throw new CedreException(
                    option + " dit où écrire un résultat, et ce fichier est le plan d'actions, que « cedre plan »"
                            + " tient dans le dossier : donnez un autre nom.");
        }
    }

    /** Refuses to write over what a folder of evidence holds. */
    private static void evidence(String file) {
        Path target = path(file);
        Path folder = target.getParent();
        if (folder == null || !Files.exists(target)) {
            return;
        }
        Path above = folder.getParent();
        boolean own =
                INPUTS.contains(String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT)) && described(folder);
        boolean inside = above != null
                && FOLDERS.contains(String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT))
                && described(above);
        if (own || inside) {
            throw new CedreException("« " + file
                    + " » fait partie d'un dossier de preuves : rien n'est écrit par-dessus ; donnez un autre nom.");
        }
    }

    private static boolean described(Path folder) {
        return Files.exists(folder.resolve("structure.yaml")) || Files.exists(folder.resolve("groupe.yaml"));
    }

    /** Writes a file. */
    static void file(String file, WholeFile.Content content) {
        check("-o", file);
        Path target = path(file);
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CedreException("Le dossier de sortie « " + folder + " » n'existe pas.");
        }
        if (Files.isDirectory(target)) {
            throw new CedreException("« " + file + " » est un dossier : donner un nom de fichier.");
        }
        try {
            WholeFile.replace(target, content);
        } catch (IOException e) {
            throw new CedreException(
                    "Le fichier « " + file + " » n'a pas pu être écrit : disque plein ou droits insuffisants."
                            + " Aucun fichier tronqué n'est laissé.");
        }
    }
}
