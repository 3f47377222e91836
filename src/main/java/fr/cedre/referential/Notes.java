package fr.cedre.referential;

import fr.cedre.check.AnyOfCheck;
import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.Parameter;
import fr.cedre.check.StructureCondition;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureKeys;
import fr.cedre.dossier.StructureType;
import fr.cedre.dossier.ValueParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a name designates beside specifications, definitions and registers: chapters, documents, checks, parameters, keys, readings, words, types. */
final class Notes {

    private static final String READERS = "Lu par";

    private final Referential referential;
    private final Dictionary dictionary;
    private final List<Specification> all;

    Notes(Referential referential, Dictionary dictionary) {
        this.referential = referential;
        this.dictionary = dictionary;
        this.all = Stream.concat(referential.scope().stream(), referential.specifications().stream())
                .toList();
    }

    /** All that a name designates; empty when it is none of these. */
    List<Topic> find(String name) {
        List<Topic> found = new ArrayList<>();
        chapters(name, found);
        documents(name, found);
        control(name, found);
        parameter(name, found);
        reading(name, found);
        keys(name, found);
        type(name, found);
        for (Lexicon.Word word : Lexicon.all()) {
            if (Topics.same(plain(name), plain(word.word()))) {
                found.add(note("mot", word.word(), word.title(), List.of(word.text()), Map.of(), "", List.of()));
            }
        }
        return found;
    }

    /** The columns in which a name is one of the codes. */
    List<Topic> codes(String name) {
        List<Topic> found = new ArrayList<>();
        String code = ValueParser.code(name);
        for (RegisterSchema schema : dictionary.schemas().values()) {
            schema.fields().stream()
                    .filter(f -> f.codes().contains(code))
                    .forEach(f -> found.add(new Topic.Column(referential, schema, f)));
        }
        return found;
    }

    /** Every name that may be asked for here. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        referential.chapters().forEach(c -> names.add(c.id()));
        names.addAll(referential.documents().keySet());
        all.forEach(s -> own(s).forEach(c -> names.addAll(c.ids())));
        names.addAll(referential.parameters().keySet());
        all.forEach(s -> s.readings().forEach(r -> names.add(r.code())));
        StructureKeys.all().forEach(k -> names.add(k.path()));
        Lexicon.all().forEach(w -> names.add(w.word()));
        referential.types().forEach(t -> names.add(t.code()));
        return names;
    }

    private Topic.Note note(
            String nature,
            String code,
            String title,
            List<String> texts,
            Map<String, String> facts,
            String heading,
            List<Specification> specifications) {
        return new Topic.Note(referential, nature, code, title, texts, facts, heading, specifications);
    }

    /** A chapter by number or title; {@code 6} for 6.1, 6.2 and 6.3. */
    private void chapters(String name, List<Topic> found) {
        List<Chapter> exact = referential.chapters().stream()
                .filter(c -> Topics.same(name, c.id()) || Topics.same(name, c.title()))
                .toList();
        List<Chapter> chapters = !exact.isEmpty() || !name.matches("\\d+")
                ? exact
                : referential.chapters().stream()
                        .filter(c -> c.id().startsWith(name + "."))
                        .toList();
        for (Chapter chapter : chapters) {
            found.add(note(
                    "chapitre",
                    chapter.id(),
                    chapter.title(),
                    List.of(),
                    Map.of("Contrôle", "cedre check DOSSIER --chapitre " + chapter.id()),
                    "Ses spécifications",
                    chapter.specifications()));
        }
    }

    private void documents(String name, List<Topic> found) {
        String wanted = name.endsWith(".csv") ? name : name.replace('_', '-');
        referential.documents().forEach((code, title) -> {
            if (!Topics.same(wanted, code) && !Topics.same(name, title)) {
                return;
            }
            List<Specification> sought = specifications(c -> code.equals(c.documentNature()));
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("Inscrire", "une ligne de preuves.csv, avec « " + code + " » dans la colonne nature");
            facts.put(
                    "Compter",
                    "version, valide_le et valide_par remplis, et dans « specifications » celles que ce document prouve");
            if (!sought.isEmpty()) {
                facts.put(
                        "Cherché par",
                        String.join(", ", sought.stream().map(Specification::id).toList()));
            }
            found.add(note(
                    "document",
                    code,
                    title,
                    List.of(
                            "Document souvent montré, à titre indicatif : un autre qui prouve la même chose convient aussi."),
                    facts,
                    "Peut servir à",
                    all.stream()
                            .filter(s -> s.expectedDocuments().contains(code) || sought.contains(s))
                            .toList()));
        });
    }

    private void control(String name, List<Topic> found) {
        List<Topic.Control.Use> uses = new ArrayList<>();
        for (Specification s : all) {
            own(s).stream()
                    .filter(c -> c.ids().stream().anyMatch(id -> Topics.same(name, id)))
                    .forEach(c -> uses.add(new Topic.Control.Use(s, c)));
        }
        if (!uses.isEmpty()) {
            found.add(new Topic.Control(referential, uses.get(0).check().head().id(), uses));
        }
    }

    private void parameter(String name, List<Topic> found) {
        for (Parameter parameter : referential.parameters().values()) {
            if (Topics.same(name, parameter.name())) {
                Map<String, String> facts = new LinkedHashMap<>();
                facts.put("Valeur", parameter.value());
                if (parameter.reading() != null) {
                    facts.put("Lecture", parameter.reading());
                }
                facts.put("Changer", "dans une copie du YAML du référentiel, sous « parametres »");
                found.add(note(
                        "parametre",
                        parameter.name(),
                        "paramètre du projet, que le texte ne fixe pas",
                        List.of(parameter.why()),
                        facts,
                        "Utilisé par",
                        specifications(c -> c.head().parameters().contains(parameter.name()))));
            }
        }
    }

    private void reading(String name, List<Topic> found) {
        Set<String> adopted = new LinkedHashSet<>();
        List<Specification> concerned = new ArrayList<>();
        String code = name;
        for (Specification s : all) {
            for (Reading reading : s.readings()) {
                if (Topics.same(name, reading.code())) {
                    code = reading.code();
                    adopted.add(reading.adopted());
                    concerned.add(s);
                }
            }
        }
        if (!adopted.isEmpty()) {
            found.add(note(
                    "lecture",
                    code,
                    "lecture retenue d'un texte ambigu",
                    List.copyOf(adopted),
                    Map.of(),
                    "Concerne",
                    concerned.stream().distinct().toList()));
        }
    }

    /** A key, or all those under it. */
    private void keys(String name, List<Topic> found) {
        String path = name.strip().replaceFirst("^structure\\.yaml[ :#]+", "").replace(' ', '_');
        for (StructureKeys.Key key : StructureKeys.all()) {
            if (Topics.same(path, key.path())) {
                Map<String, String> facts = new LinkedHashMap<>();
                facts.put("Fichier", "structure.yaml");
                facts.put("À écrire", key.write());
                facts.put("Exemple", key.example());
                found.add(note(
                        "cle",
                        key.path(),
                        key.title(),
                        List.of(key.text()),
                        facts,
                        READERS,
                        all.stream().filter(s -> reads(s, key.path())).toList()));
            }
        }
        if (Topics.same(path, "structure.yaml")) {
            Map<String, String> facts = new LinkedHashMap<>();
            StructureKeys.all().forEach(k -> facts.put(k.path(), k.title()));
            found.add(note("mot", "cles", "Les clés de structure.yaml", List.of(), facts, "", List.of()));
        }
    }

    private static boolean reads(Specification s, String path) {
        Set<String> paths = new LinkedHashSet<>();
        checks(s).forEach(c -> paths.addAll(c.keys()));
        conditions(s.condition(), paths);
        return paths.stream().anyMatch(p -> p.equals(path) || p.startsWith(path + ".") || path.startsWith(p + "."));
    }

    private static void conditions(@Nullable Condition condition, Set<String> paths) {
        if (condition instanceof Condition.Combination all) {
            all.parts().forEach(part -> conditions(part, paths));
        } else if (condition instanceof StructureCondition structure) {
            paths.add(structure.path());
        }
    }

    private void type(String name, List<Topic> found) {
        for (Family family : referential.families()) {
            for (StructureType type : family.types()) {
                if (Topics.same(name, type.code())) {
                    List<Specification> without = all.stream()
                            .filter(s -> s.variantFor(type).isEmpty())
                            .toList();
                    int addressed = all.size() - without.size();
                    Map<String, String> facts = new LinkedHashMap<>();
                    facts.put("Famille", family.title());
                    facts.put("Commencer", "cedre init mon-dossier --type " + type.code());
                    found.add(note(
                            "type",
                            type.code(),
                            "type de structure",
                            List.of("Dans " + referential.id() + ", " + addressed + " exigences visent ce type."),
                            facts,
                            "Ne le visent pas",
                            without));
                }
            }
        }
    }

    private List<Specification> specifications(Predicate<Check> test) {
        return all.stream().filter(s -> checks(s).stream().anyMatch(test)).toList();
    }

    /** The checks of a specification, as they are named. */
    private static List<Check> own(Specification s) {
        List<Check> checks = new ArrayList<>();
        s.variants().forEach(v -> checks.addAll(v.checks()));
        checks.addAll(s.checks());
        return checks;
    }

    /** The same with the branches of alternatives, which have no name. */
    private static List<Check> checks(Specification s) {
        List<Check> checks = new ArrayList<>();
        for (Check check : own(s)) {
            checks.add(check);
            if (check instanceof AnyOfCheck any) {
                checks.addAll(any.among());
            }
        }
        return checks;
    }

    /** Hyphens, underscores and plurals of the words of reports do not matter. */
    private static String plain(String name) {
        return name.strip().replace('_', ' ').replaceFirst("(?<=[a-zé])s$", "");
    }
}
