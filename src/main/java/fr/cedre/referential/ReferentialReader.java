package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.check.CheckReader;
import fr.cedre.check.Parameter;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.StructureType;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a referential; refuses it whole, with every place, when a rule cannot be understood: a check silently skipped would be a lie. */
public final class ReferentialReader {

    private final YamlObject root;
    private final Problems problems;
    private final Dictionary dictionary;
    private final Function<String, Referential> library;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private Set<StructureType> types = Set.of();

    private ReferentialReader(YamlObject root, Dictionary dictionary, Function<String, Referential> library) {
        this.root = root;
        this.library = library;
        this.problems = root.problems();
        this.dictionary = dictionary;
    }

    /**
     * Reads a tree; throws a {@link CedreException} that lists every defect.
     *
     * @param library gives the referentials it includes
     */
    public static Referential read(
            YamlNode node, String file, Dictionary dictionary, Function<String, Referential> library) {
        Problems problems = new Problems();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new CedreException(
                    "Le référentiel " + file + " est illisible.",
                    List.of(Problem.unusable(
                            Location.of(file), "des lignes « clé: valeur » sont attendues (id, titre, chapitres…)")));
        }
        Referential referential =
                new ReferentialReader(YamlObject.strict(mapping, file, problems), dictionary, library).read();
        List<Problem> all = problems.sorted();
        if (!all.isEmpty()) {
            throw new CedreException("Le référentiel " + file + " contient des erreurs.", all);
        }
        return referential;
    }

    private Referential read() {
        List<Family> families = new ArrayList<>();
        for (YamlObject o : root.objects("familles")) {
            families.add(new Family(o.requiredText("id"), o.requiredText("titre"), SpecificationReader.typeList(o)));
            o.close();
        }
        types = families.stream().flatMap(f -> f.types().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (types.isEmpty()) {
            root.error("familles", "« familles » doit citer au moins un type de structure");
        }
        String id = root.requiredText("id");
        List<Referential> taken = taken(id);
        ownParameters();
        documents.putAll(root.namedTexts("documents"));
        SpecificationReader specifications = specifications(id);
        List<Specification> scope = new ArrayList<>();
        root.objects("champ").forEach(o -> scope.add(specifications.read(o)));
        List<Principle> principles = principles("principes");
        List<Principle> pedagogy = principles("demarche_pedagogique");
        List<Definition> glossary = glossary();
        List<Annex> annexes = annexes();
        List<Chapter> chapters = chapters(specifications);
        Referential own = new Referential(
                id,
                root.texts("alias"),
                root.requiredText("titre"),
                root.requiredText("version"),
                SpecificationReader.provenance(root, "provenance"),
                root.requiredText("notice"),
                List.of(),
                new Lifecycle(
                        date("adopte_le"),
                        date("applicable_le"),
                        date("remplace_le"),
                        validity(),
                        root.texts("remplace")),
                groupRule(),
                families,
                parameters,
                documents,
                scope,
                principles,
                pedagogy,
                glossary,
                annexes,
                chapters,
                CalendarReader.read(root, dictionary));
        if (chapters.isEmpty() && taken.isEmpty()) {
            root.error("chapitres", "« chapitres » manque, ou « inclut » pour reprendre un autre référentiel");
        }
        root.close();
        Referential whole = taken.isEmpty() ? own : Inclusion.merge(own, taken, root);
        uniqueIds(whole);
        return whole;
    }

    private List<Referential> taken(String id) {
        List<Referential> taken = new ArrayList<>();
        for (String name : root.texts("inclut")) {
            try {
                Referential one = library.apply(name);
                if (one.constituents().contains(id)) {
                    root.error("inclut", "« " + name + " » inclut lui-même « " + id + " »");
                } else {
                    taken.add(one);
                }
            } catch (CedreException e) {
                root.error("inclut", "« " + name + " » : " + e.getMessage());
                e.problems().forEach(problems::add);
            }
        }
        return taken;
    }

    private void ownParameters() {
        root.namedObjects("parametres").forEach((name, o) -> {
            parameters.put(
                    name,
                    new Parameter(
                            name,
                            o.requiredText("valeur"),
                            o.text("pourquoi").orElse(""),
                            o.text("lecture").orElse(null)));
            o.close();
        });
    }

    private SpecificationReader specifications(String id) {
        String nature = root.text("nature").orElse("conformite");
        if (!nature.equals("conformite") && !nature.equals("auto-evaluation")) {
            root.error("nature", "conformite ou auto-evaluation est attendu");
        }
        CheckReader checks = new CheckReader(dictionary, parameters, types, scale());
        List<Check> common = checks.read(root.objects("controles_communs"), types);
        return new SpecificationReader(
                types,
                parameters,
                documents,
                checks,
                common,
                nature.equals("auto-evaluation"),
                id,
                SpecificationReader.provenance(root, "provenance"));
    }

    private Scale scale() {
        List<Scale.Step> steps = new ArrayList<>();
        for (YamlObject o : root.objects("echelle")) {
            Scale.Step step = new Scale.Step(
                    o.requiredText("niveau"),
                    o.requiredText("titre"),
                    o.text("texte").orElse(""));
            if (steps.stream().anyMatch(s -> s.code().equals(step.code()))) {
                o.error("niveau", "niveau « " + step.code() + " » écrit deux fois");
            }
            steps.add(step);
            o.close();
        }
        return new Scale(steps);
    }

    private GroupRule groupRule() {
        YamlObject o = root.object("groupe").orElse(null);
        if (o == null) {
            return GroupRule.byMember();
        }
        String code = o.requiredText("regle");
        GroupRule.Kind kind = null;
        for (GroupRule.Kind one : GroupRule.Kind.values()) {
            kind = one.code().equals(code) ? one : kind;
        }
        if (kind == null) {
            o.error("regle", "par_membre, tout_ou_rien ou au_choix est attendu");
        }
        GroupRule rule = new GroupRule(
                kind == null ? GroupRule.Kind.PAR_MEMBRE : kind,
                o.text("pourquoi").orElse(""));
        o.close();
        return rule;
    }

    private @Nullable Duration validity() {
        String text = root.text("validite").orElse("");
        Duration validity = Duration.parse(text).orElse(null);
        if (validity == null && !text.isEmpty()) {
            root.error("validite", "durée illisible « " + text + " » : « 3 ans » est un exemple");
        }
        return validity;
    }

    private @Nullable LocalDate date(String key) {
        String text = root.text(key).orElse("");
        long day = ValueParser.date(text);
        if (day == Cell.UNREADABLE) {
            root.error(key, "date aaaa-mm-jj attendue");
        }
        return Cell.isValue(day) ? LocalDate.ofEpochDay(day) : null;
    }

    private List<Chapter> chapters(SpecificationReader reader) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (YamlObject o : root.objects("parties")) {
            Part part = new Part(o.requiredText("id"), o.requiredText("titre"));
            parts.put(part.id(), part);
            o.close();
        }
        List<Chapter> chapters = new ArrayList<>();
        for (YamlObject o : root.objects("chapitres")) {
            List<Specification> specifications =
                    o.objects("specifications").stream().map(reader::read).toList();
            String part = o.text("partie").orElse(null);
            if (part != null && !parts.containsKey(part)) {
                o.error(
                        "partie",
                        "« " + part + " » n'est pas dans « parties »" + NearestName.hint(part, parts.keySet()));
            }
            Chapter chapter = new Chapter(
                    o.requiredText("id"),
                    o.requiredText("titre"),
                    part == null ? null : parts.get(part),
                    specifications);
            if (chapters.stream().anyMatch(c -> c.id().equals(chapter.id()))) {
                o.error("id", "chapitre « " + chapter.id() + " » écrit deux fois");
            }
            chapters.add(chapter);
            o.close();
        }
        return chapters;
    }

    private List<Principle> principles(String key) {
        List<Principle> principles = new ArrayList<>();
        for (YamlObject o : root.objects(key)) {
            principles.add(new Principle(
                    o.requiredText("id"),
                    o.requiredText("titre"),
                    o.requiredText("texte"),
                    SpecificationReader.reference(o)));
            o.close();
        }
        return principles;
    }

    private List<Definition> glossary() {
        List<Definition> glossary = new ArrayList<>();
        for (YamlObject o : root.objects("glossaire")) {
            glossary.add(new Definition(
                    o.requiredText("terme"), o.requiredText("definition"), SpecificationReader.reference(o)));
            SpecificationReader.readings(o);
            o.close();
        }
        return glossary;
    }

    private List<Annex> annexes() {
        List<Annex> annexes = new ArrayList<>();
        for (YamlObject o : root.objects("annexes")) {
            List<Annex.Part> parts = new ArrayList<>();
            for (YamlObject p : o.objects("parties")) {
                parts.add(new Annex.Part(
                        p.requiredText("code"),
                        p.requiredText("titre"),
                        p.text("texte").orElse(null),
                        p.texts("points")));
                p.object("reference").ifPresent(x -> {});
                p.close();
            }
            annexes.add(new Annex(
                    o.requiredText("id"),
                    o.requiredText("titre"),
                    SpecificationReader.reference(o),
                    parts,
                    SpecificationReader.readings(o)));
            o.close();
        }
        return annexes;
    }

    private void uniqueIds(Referential referential) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Specification> all = new ArrayList<>(referential.specifications());
        all.addAll(referential.scope());
        for (Specification s : all) {
            Integer before = lines.putIfAbsent(s.id(), s.line());
            if (before != null) {
                problems.add(Problem.error(
                        Location.of(root.file(), s.line(), "id"),
                        "spécification « " + s.id() + " » écrite deux fois (déjà ligne " + before + ")"));
            }
            checkIds(s);
        }
    }

    private void checkIds(Specification s) {
        for (StructureType type : types) {
            Set<String> ids = new LinkedHashSet<>();
            for (Check check : s.checksFor(type)) {
                if (!ids.add(check.head().id())) {
                    problems.add(Problem.error(
                            Location.of(root.file(), check.head().line(), "id"),
                            "contrôle « " + check.head().id() + " » écrit deux fois pour le type " + type + " dans « "
                                    + s.id() + " »"));
                    return;
                }
            }
        }
    }
}
