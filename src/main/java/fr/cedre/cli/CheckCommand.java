package fr.cedre.cli;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluator;
import fr.cedre.evaluation.Selection;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.report.Format;
import fr.cedre.report.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre check DOSSIER}: the main job. */
final class CheckCommand implements Command {

    private static final String DEFAULT_REFERENTIAL = "cedre-v2";

    static CommandSpec spec() {
        return Options.common(
                        CommandSpec.wrapWithoutInspection(new CheckCommand())
                                .name("check")
                                .addOption(Options.help())
                                .addPositional(PositionalParamSpec.builder()
                                        .paramLabel("DOSSIER")
                                        .type(String.class)
                                        .required(true)
                                        .description("Dossier de preuves : structure.yaml, preuves.csv, registres/…")
                                        .build())
                                .usageMessage(
                                        new UsageMessageSpec()
                                                .description(
                                                        "Contrôle un dossier de preuves, spécification par spécification.")
                                                .footer(
                                                        "",
                                                        "Exemples :",
                                                        "  cedre check mon-dossier",
                                                        "  cedre check mon-dossier --date 2027-01-15 --detail",
                                                        "  cedre check mon-dossier --chapitre 6.1 --type AI",
                                                        "  cedre check mon-dossier -f json -o rapport.json",
                                                        "",
                                                        "Codes de sortie : 0 rien au-dessus du seuil, 1 écarts, 2 usage ou dossier illisible, 3 défaut de cedre.")))
                .addOption(Options.several("Type(s) à contrôler parmi ceux de la structure.", "TYPE", "--type"))
                .addOption(
                        Options.several("Chapitre(s) à contrôler (6 prend 6.1, 6.2 et 6.3).", "CHAPITRE", "--chapitre"))
                .addOption(Options.several("Spécification(s) à contrôler, par identifiant.", "ID", "--specification"));
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        String threshold = Options.oneOf(options, "--seuil", Options.THRESHOLDS, "mineure");
        String colour = Options.oneOf(options, "--couleur", Options.COLOURS, "auto");
        Format format = Format.named(options.matchedOptionValue("-f", "texte"));
        var renderer = format.renderer(context.version());
        Period period = Options.period(options, context.clock());
        Path folder = folder(options.matchedPositionalValue(0, "."));
        String home = context.terminal().home();
        String own = Options.value(options, "--referentiels");
        Library library = Library.open(home == null ? null : Path.of(home), own == null ? null : Path.of(own));
        Dictionary dictionary = library.dictionary();
        String asked = Options.value(options, "-r");
        String likely = asked != null ? asked : DEFAULT_REFERENTIAL;
        // Reading the referential takes as long as opening the folder: both at once.
        FutureTask<Referential> ahead = new FutureTask<>(() -> library.referential(likely, dictionary));
        Thread reading = new Thread(ahead, "referentiel");
        reading.setDaemon(true);
        reading.start();
        Dossier dossier = Dossier.open(folder, dictionary, period);
        Structure structure = dossier.structure().orElse(null);
        if (structure == null || structure.types().isEmpty()) {
            dossier.readingOrder().forEach(register -> dossier.stream(register, row -> {}));
            throw new CedreException(
                    "Le contrôle n'a pas pu commencer : structure.yaml ne dit pas qui est contrôlé.",
                    dossier.problems().sorted());
        }
        String named = structure.referential() == null ? DEFAULT_REFERENTIAL : structure.referential();
        String name = asked != null ? asked : named;
        Referential referential = name.equals(likely) ? result(ahead) : library.referential(name, dictionary);
        covered(referential, structure);
        Selection selection = selection(options, referential, structure);
        Evaluation evaluation = Evaluator.evaluate(referential, dossier, structure, selection, format == Format.JSON);
        boolean file = Options.value(options, "-o") != null;
        boolean colours = colour.equals("toujours")
                || (colour.equals("auto") && context.terminal().colour() && !file);
        RenderOptions render = new RenderOptions(options.hasMatchedOption("--detail"), colours, 80);
        Outputs.write(
                Options.value(options, "-o"),
                options.hasMatchedOption("-q"),
                context.out(),
                target -> renderer.render(evaluation, render, target));
        return exitCode(evaluation, threshold);
    }

    private static Referential result(FutureTask<Referential> ahead) {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CedreException user) {
                throw user;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Path folder(String text) {
        Path folder;
        try {
            folder = Path.of(text);
        } catch (InvalidPathException e) {
            throw new CedreException("Chemin de dossier illisible.");
        }
        if (Files.isRegularFile(folder)) {
            throw new CedreException(
                    "« " + text + " » est un fichier : donner le dossier de preuves qui contient structure.yaml.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CedreException("Dossier introuvable : « " + text + " »" + near(folder));
        }
        if (!Files.exists(folder.resolve(Structure.FILE)) && Files.exists(folder.resolve("groupe.yaml"))) {
            throw new CedreException("« " + text + " » est un groupe : cette version contrôle un dossier à la fois ;"
                    + " lancer « cedre check » sur chacun de ses membres.");
        }
        return folder;
    }

    private static String near(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return ".";
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            Set<String> names = siblings.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .limit(1000)
                    .collect(Collectors.toCollection(TreeSet::new));
            String hint = NearestName.hint(String.valueOf(folder.getFileName()), names);
            return hint.isEmpty() ? "." : hint;
        } catch (IOException e) {
            return ".";
        }
    }

    private static void covered(Referential referential, Structure structure) {
        List<StructureType> unknown = structure.types().stream()
                .filter(t -> !referential.types().contains(t))
                .toList();
        if (!unknown.isEmpty()) {
            List<String> codes =
                    referential.types().stream().map(StructureType::code).toList();
            String types = unknown.stream().map(StructureType::code).collect(Collectors.joining(", "));
            throw new CedreException(
                    "Le référentiel " + referential.id() + " ne couvre pas le type " + types
                            + " : aucun contrôle n'a été fait.",
                    List.of(Problem.unusable(
                            new fr.cedre.problem.Location(Structure.FILE, null, "types"),
                            "type " + types + " hors du champ de " + referential.id() + " ; types couverts : "
                                    + String.join(", ", codes)
                                    + unknown.stream()
                                            .map(t -> NearestName.hint(t.code(), codes))
                                            .findFirst()
                                            .orElse(""))));
        }
    }

    private static Selection selection(ParseResult options, Referential referential, Structure structure) {
        Set<StructureType> types = new HashSet<>();
        for (String type : Options.values(options, "--type")) {
            StructureType asked = new StructureType(type.toUpperCase(Locale.ROOT));
            if (!structure.types().contains(asked)) {
                throw new CedreException("--type " + type + " : la structure déclare "
                        + structure.types().stream().map(StructureType::code).collect(Collectors.joining(", ")) + ".");
            }
            types.add(asked);
        }
        Set<String> chapters = new HashSet<>();
        List<String> chapterIds =
                referential.chapters().stream().map(Chapter::id).toList();
        for (String chapter : Options.values(options, "--chapitre")) {
            if (chapterIds.stream().noneMatch(c -> c.equals(chapter) || c.startsWith(chapter + "."))) {
                throw new CedreException("Chapitre inconnu « " + chapter + " » ; chapitres de " + referential.id()
                        + " : " + String.join(", ", chapterIds) + ".");
            }
            chapters.add(chapter);
        }
        Set<String> specifications = new HashSet<>();
        List<String> ids =
                referential.specifications().stream().map(Specification::id).toList();
        for (String id : Options.values(options, "--specification")) {
            if (!ids.contains(id)) {
                throw new CedreException(
                        "Spécification inconnue « " + id + " »" + hintOr(NearestName.hint(id, ids), referential.id()));
            }
            specifications.add(id);
        }
        return new Selection(types, chapters, specifications);
    }

    private static String hintOr(@Nullable String hint, String referential) {
        return hint == null || hint.isEmpty() ? " dans " + referential + "." : hint;
    }

    private static int exitCode(Evaluation evaluation, String threshold) {
        if (evaluation.anyUnusable()) {
            return ExitCode.UNUSABLE;
        }
        boolean above = switch (threshold) {
            case "jamais" -> false;
            case "majeure" -> any(evaluation, r -> r.status() == Status.ECART && r.gravity() == Gravity.MAJEURE);
            case "a_examiner" -> any(evaluation, r -> r.status() == Status.ECART || r.status() == Status.A_EXAMINER);
            default -> any(evaluation, r -> r.status() == Status.ECART);
        };
        return above ? ExitCode.GAPS : ExitCode.OK;
    }

    private static boolean any(Evaluation evaluation, java.util.function.Predicate<SpecificationResult> test) {
        return evaluation.results().stream().anyMatch(test)
                || evaluation.scope().stream().anyMatch(test);
    }
}
