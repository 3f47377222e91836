package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Control;
import fr.cedre.group.Group;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.report.ScaffoldText;
import fr.cedre.scaffold.Predecessor;
import fr.cedre.scaffold.Request;
import fr.cedre.scaffold.Scaffold;
import fr.cedre.scaffold.Scaffolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre init DOSSIER --type AI}: a folder ready to fill, nothing ever written over. */
final class InitCommand implements Command {

    static CommandSpec spec() {
        return Options.library(
                CommandSpec.wrapWithoutInspection(new InitCommand())
                        .name("init")
                        .addOption(Options.help())
                        .addPositional(Options.dossier("Dossier à créer, ou à compléter s'il existe."))
                        .addOption(Options.several(
                                "Type de la structure : AI, ETTI, ACI, EI ; plusieurs séparés par des virgules. Obligatoire, sauf avec"
                                        + " --reprendre.",
                                "TYPE",
                                "--type"))
                        .addOption(Options.text(
                                "Référentiel : identifiant, alias ou chemin d'un YAML (défaut : cedre-v2, ou celui de l'ancien dossier).",
                                "REFERENTIEL",
                                "-r",
                                "--referentiel"))
                        .addOption(Options.text(
                                "Nom de la structure, si vous voulez l'écrire tout de suite.", "NOM", "--nom"))
                        .addOption(Options.text(
                                "Dossier de l'an passé : reprend sa structure, ses preuves et ses jugements encore valables.",
                                "ANCIEN",
                                "--reprendre"))
                        .addOption(Options.text(
                                "Jour auquel juger ce qui est encore valable (défaut : aujourd'hui).",
                                "AAAA-MM-JJ",
                                "--date"))
                        .addOption(Options.text(
                                "Couleur : auto (défaut), toujours ou jamais ; NO_COLOR est respecté.",
                                "QUAND",
                                "--couleur"))
                        .usageMessage(
                                new UsageMessageSpec()
                                        .description(
                                                "Crée un dossier prêt à remplir : structure.yaml commenté, une ligne de preuves.csv par document"
                                                        + " attendu, les registres utiles à ce type, un LISEZMOI.md.",
                                                "Rien de ce qui existe n'est modifié.")
                                        .footer(
                                                "",
                                                "Exemples :",
                                                "  cedre init mon-dossier --type AI",
                                                "  cedre init mon-dossier --type AI,ACI --nom \"Deux Rives\"",
                                                "  cedre init mon-dossier --type ACI -r cap",
                                                "  cedre init dossier-2027 --reprendre dossier-2026",
                                                "",
                                                "Codes de sortie : 0 dossier prêt, 2 usage ou dossier impossible à écrire, 3 défaut de cedre.")));
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        LocalDate day = Options.period(options, context.clock()).end();
        Options.colour(options);
        String typed = options.matchedPositionalValue(0, ".");
        Path folder = folder(typed);
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        List<StructureType> asked = types(Options.values(options, "--type"));
        String from = Options.value(options, "--reprendre");
        Predecessor older = from == null ? null : older(from, folder, dictionary, day);
        if (older == null && asked.isEmpty()) {
            throw new CedreException("Quel type de structure ? Ajoutez --type, par exemple : cedre init "
                    + ScaffoldText.word(typed) + " --type AI. Types possibles : "
                    + codes(referential(options, library, dictionary, null)) + ".");
        }
        Referential referential = referential(options, library, dictionary, older);
        List<StructureType> types = older == null ? asked : older.types(asked);
        covered(referential, types, library, dictionary);
        Request request = new Request(
                folder,
                types,
                referential,
                byPath(Options.value(options, "-r")),
                Options.value(options, "--nom"),
                day,
                options(options));
        Scaffold scaffold = new Scaffolder(dictionary).run(request, older);
        new ScaffoldText(typed, request.check()).write(scaffold, Options.render(options, context), context.out());
        context.out().flush();
        return ExitCode.OK;
    }

    private static Path folder(String typed) {
        try {
            Path folder = Path.of(typed);
            if (Group.is(folder)) {
                throw new CedreException("« " + typed
                        + " » est un groupe (groupe.yaml) : cedre init prépare un membre à la fois,"
                        + " par exemple : cedre init " + ScaffoldText.word(typed + "/nom-du-membre") + " --type AI");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new CedreException("« " + typed + " » n'est pas un nom de dossier que cette machine accepte.");
        }
    }

    private static Predecessor older(String from, Path folder, Dictionary dictionary, LocalDate day)
            throws IOException {
        Path old = CheckCommand.folder(from);
        if (Group.is(old)) {
            throw new CedreException("« " + from + " » est un groupe (groupe.yaml) : reprenez ses membres un par un.");
        }
        if (Files.exists(folder) && Files.isSameFile(old, folder)) {
            throw new CedreException(
                    "Le dossier à reprendre et le nouveau sont le même : donnez un autre nom au nouveau dossier.");
        }
        return Predecessor.open(old, dictionary, day);
    }

    private static List<StructureType> types(List<String> codes) {
        Set<StructureType> types = new LinkedHashSet<>();
        codes.forEach(c -> types.add(new StructureType(c.toUpperCase(Locale.ROOT))));
        return List.copyOf(types);
    }

    private static Referential referential(
            ParseResult options, Library library, Dictionary dictionary, @Nullable Predecessor older) {
        String asked = Options.value(options, "-r");
        String old = older == null ? null : older.structure().referential();
        return library.referential(asked != null ? asked : old != null ? old : Control.DEFAULT_REFERENTIAL, dictionary);
    }

    private static boolean byPath(@Nullable String referential) {
        return referential != null
                && (referential.endsWith(".yaml") || referential.endsWith(".yml") || referential.contains("/"));
    }

    /** What a control of the new folder must be told again. */
    private static String options(ParseResult options) {
        List<String> words = new ArrayList<>();
        String referential = Options.value(options, "-r");
        if (referential != null && byPath(referential)) {
            words.add("-r " + ScaffoldText.word(referential));
        }
        String own = Options.value(options, "--referentiels");
        if (own != null) {
            words.add("--referentiels " + ScaffoldText.word(own));
        }
        return String.join(" ", words);
    }

    private static String codes(Referential referential) {
        return String.join(
                ", ", referential.types().stream().map(StructureType::code).toList());
    }

    private static void covered(
            Referential referential, List<StructureType> types, Library library, Dictionary dictionary) {
        List<StructureType> unknown =
                types.stream().filter(t -> !referential.types().contains(t)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<String> codes =
                referential.types().stream().map(StructureType::code).toList();
        String first = unknown.get(0).code();
        List<String> covering = library.covering(unknown, dictionary);
        throw new CedreException("Le référentiel " + referential.id() + " ne couvre pas le type « "
                + String.join(", ", unknown.stream().map(StructureType::code).toList()) + " »"
                + NearestName.hint(first, codes) + (NearestName.of(first, codes).isEmpty() ? "." : "")
                + " Types couverts : " + String.join(", ", codes) + "."
                + (covering.isEmpty() ? "" : " Référentiels qui le couvrent : " + String.join(", ", covering) + ".")
                + " Rien n'a été écrit.");
    }
}
