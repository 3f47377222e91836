package fr.cedre.cli;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Inventory;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.report.ListReport;
import fr.cedre.report.RenderOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code cedre list [REFERENTIEL]}: which referentials are at hand, and what one of them holds. */
final class ListCommand implements Command {

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new ListCommand())
                .name("list")
                .addOption(Options.help())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("REFERENTIEL")
                        .type(String.class)
                        .arity("0..1")
                        .description("Identifiant, alias (v2) ou chemin d'un YAML. Rien : tous ceux que cedre connaît.")
                        .build())
                .usageMessage(
                        new UsageMessageSpec()
                                .description(
                                        "Montre les référentiels à disposition, ou les spécifications de l'un d'eux.")
                                .footer(
                                        "",
                                        "Exemples :",
                                        "  cedre list",
                                        "  cedre list v2 --type AI",
                                        "  cedre list cap --detail",
                                        "  cedre list mon-referentiel.yaml -f json",
                                        "",
                                        "Codes de sortie : 0 tout est lu, 2 usage ou référentiel illisible, 3 défaut de cedre."));
        return Options.output(Options.library(spec), "texte ou json")
                .addOption(Options.text("Seulement ce qui vise ce type (AI, ETTI, ACI, EI…).", "TYPE", "--type"));
    }

    @Override
    public int run(ParseResult options, Context context) throws IOException {
        boolean json =
                Options.oneOf(options, "-f", List.of("texte", "json"), "texte").equals("json");
        RenderOptions render = Options.render(options, context);
        Library library = Options.library(options, context);
        Dictionary dictionary = library.dictionary();
        String name = options.matchedPositionalValue(0, null);
        Inventory found = name == null ? Inventory.of(library, dictionary) : Inventory.of(library, dictionary, name);
        StructureType type = type(Options.value(options, "--type"), found);
        Inventory inventory = type == null ? found : covering(found, type);
        ListReport report = new ListReport(context.version());
        Outputs.write(
                Options.value(options, "-o"),
                options.hasMatchedOption("-q"),
                context.out(),
                target -> report.write(inventory, name != null, type, json, render, target));
        return inventory.anyUnreadable() ? ExitCode.UNUSABLE : ExitCode.OK;
    }

    private static @Nullable StructureType type(@Nullable String asked, Inventory inventory) {
        if (asked == null) {
            return null;
        }
        StructureType type = new StructureType(asked.strip().toUpperCase(Locale.ROOT));
        Set<String> known = new TreeSet<>();
        for (Inventory.Entry entry : inventory.referentials()) {
            if (entry.referential() != null) {
                entry.referential().types().forEach(t -> known.add(t.code()));
            }
        }
        if (!known.contains(type.code())) {
            String hint = NearestName.hint(type.code(), known);
            throw new CedreException("--type " + asked + " : type inconnu" + (hint.isEmpty() ? "." : hint)
                    + " Types couverts : " + String.join(", ", known) + ".");
        }
        return type;
    }

    /** The referentials that cover a type; one that cannot be read stays, to be said. */
    private static Inventory covering(Inventory inventory, StructureType type) {
        List<Inventory.Entry> kept = new ArrayList<>();
        for (Inventory.Entry entry : inventory.referentials()) {
            Referential referential = entry.referential();
            if (referential == null || referential.types().contains(type)) {
                kept.add(entry);
            }
        }
        return new Inventory(kept, inventory.correspondences());
    }
}
