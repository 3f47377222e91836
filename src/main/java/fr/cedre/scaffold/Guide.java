package fr.cedre.scaffold;

import fr.cedre.check.Check;
import fr.cedre.check.LevelCheck;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code LISEZMOI.md}: where to begin, what each register is for. */
final class Guide {

    static final String FILE = "LISEZMOI.md";

    private final Request request;
    private final Needs needs;
    private final Dictionary dictionary;

    Guide(Request request, Needs needs, Dictionary dictionary) {
        this.request = request;
        this.needs = needs;
        this.dictionary = dictionary;
    }

    String text(String name) {
        String example = needs.objectives().isEmpty()
                ? request.referential().specifications().stream()
                        .filter(s -> request.types().stream()
                                .anyMatch(t -> s.variantFor(t).isPresent()))
                        .findFirst()
                        .map(Specification::id)
                        .orElse("ID")
                : needs.objectives().get(0).id();
        String option = request.byPath() ? " " + request.check() : "";
        String other = request.referential().id().equals("cedre-v2") || request.byPath()
                ? ""
                : " -r " + request.referential().id();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nom", markdown(name));
        values.put("types", StructureDraft.types(request.types()));
        values.put("titre", markdown(request.referential().title()));
        values.put(
                "commandes",
                String.join(
                        "\n",
                        "cedre check ." + option,
                        "cedre explain " + example + (option.isEmpty() ? other : option),
                        "cedre plan ." + option,
                        "cedre review ." + option));
        List<String> steps = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        if (!needs.registers().isEmpty()) {
            String first = needs.registers().keySet().iterator().next();
            RegisterSchema schema = dictionary.get(first);
            steps.add(Texts.fill("etape-registres.md", Map.of(), Set.of()));
            sections.add(Texts.fill(
                    "registres.md",
                    Map.of(
                            "registres",
                            registers(),
                            "exemple_colonne",
                            first + "." + schema.fields().get(0).name()),
                    Set.of()));
        }
        if (!needs.objectives().isEmpty()) {
            steps.add(Texts.fill("etape-autoevaluation.md", Map.of(), Set.of()));
            sections.add(Texts.fill(
                    "autoevaluation.md",
                    Map.of("echelle", scale(), "exemple_objectif", example + other + option),
                    Set.of()));
        }
        values.put("etape_3", String.join("", steps).stripTrailing());
        values.put("sections", String.join("", sections).stripTrailing() + "\n");
        return Texts.fill("lisezmoi.md", values, Set.of());
    }

    /** One line by register: what a row is, and what it serves. */
    private String registers() {
        List<String> lines = new ArrayList<>();
        needs.registers().forEach((register, ids) -> {
            RegisterSchema schema = dictionary.get(register);
            String few = String.join(", ", ids.subList(0, Math.min(4, ids.size()))) + (ids.size() > 4 ? "…" : "");
            lines.add("- `" + register + ".csv` : " + schema.description() + " Sert à "
                    + (ids.size() == 1 ? "une spécification" : ids.size() + " spécifications") + " : " + few
                    + (ids.size() > 4 ? "" : "."));
        });
        return String.join("\n", lines);
    }

    private String scale() {
        for (Specification objective : needs.objectives()) {
            for (Check check : objective.checks()) {
                if (check instanceof LevelCheck level) {
                    List<String> lines = new ArrayList<>();
                    for (Scale.Step step : level.scale().steps()) {
                        lines.add("- **" + step.code() + "**, " + step.title() + " : " + step.text());
                    }
                    return String.join("\n", lines);
                }
            }
        }
        return "";
    }

    /** Text of a user in Markdown: no sign of it makes a link, a tag or a title. */
    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#&|])", "\\\\$1");
    }
}
