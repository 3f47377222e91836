package fr.cedre.cli.shell;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Definition;
import fr.cedre.referential.Inventory;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.report.Sanitiser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of a library at the moment a completion script is written.
 *
 * @param referentials each id and alias, with the title
 * @param types codes of types of structure
 * @param holdings what each referential holds
 * @param registers registers and their columns, with their titles
 */
public record Names(
        Map<String, String> referentials, List<String> types, List<Holding> holdings, Map<String, String> registers) {

    /** Copies the collections, keeping their order. */
    public Names {
        referentials = new LinkedHashMap<>(referentials);
        types = List.copyOf(types);
        holdings = List.copyOf(holdings);
        registers = new LinkedHashMap<>(registers);
    }

    /**
     * One referential.
     *
     * @param names its id and aliases
     * @param chapters titles by id
     * @param specifications titles by id
     * @param terms words of its glossary, in lower case
     */
    public record Holding(
            List<String> names, Map<String, String> chapters, Map<String, String> specifications, List<String> terms) {
        /** Copies the collections, keeping their order. */
        public Holding {
            names = List.copyOf(names);
            chapters = new LinkedHashMap<>(chapters);
            specifications = new LinkedHashMap<>(specifications);
            terms = List.copyOf(terms);
        }
    }

    /** The names of all that can be read; what cannot is left out, {@code cedre validate} says why. */
    public static Names of(Inventory inventory, Dictionary dictionary) {
        Map<String, String> referentials = new LinkedHashMap<>();
        Set<String> types = new LinkedHashSet<>();
        List<Holding> holdings = new ArrayList<>();
        for (Inventory.Entry entry : inventory.referentials()) {
            Referential one = entry.referential();
            if (one != null) {
                List<String> names = new ArrayList<>(List.of(one.id()));
                names.addAll(one.aliases());
                names.forEach(name -> referentials.put(Sanitiser.line(name), Sanitiser.line(one.title())));
                one.types().forEach(type -> types.add(Sanitiser.line(type.code())));
                holdings.add(holding(names, one));
            }
        }
        Map<String, String> registers = new LinkedHashMap<>();
        for (RegisterSchema schema : dictionary.schemas().values()) {
            registers.put(schema.name(), Sanitiser.line(schema.title()));
            schema.fields()
                    .forEach(field -> registers.put(schema.name() + "." + field.name(), Sanitiser.line(field.title())));
        }
        return new Names(referentials, List.copyOf(types), holdings, registers);
    }

    private static Holding holding(List<String> names, Referential one) {
        Map<String, String> chapters = new LinkedHashMap<>();
        Map<String, String> specifications = new LinkedHashMap<>();
        for (Chapter chapter : one.chapters()) {
            chapters.put(Sanitiser.line(chapter.id()), Sanitiser.line(chapter.title()));
            for (Specification specification : chapter.specifications()) {
                specifications.put(Sanitiser.line(specification.id()), Sanitiser.line(specification.title()));
            }
        }
        List<String> terms = one.glossary().stream()
                .map(Definition::term)
                .map(term -> Sanitiser.line(term).toLowerCase(Locale.ROOT))
                .toList();
        return new Holding(names.stream().map(Sanitiser::line).toList(), chapters, specifications, terms);
    }
}
