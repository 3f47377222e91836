package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.check.CheckReader;
import fr.cedre.check.ConditionParser;
import fr.cedre.check.Gravity;
import fr.cedre.check.Parameter;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a referential; refuses it whole, with every place, when a rule cannot be understood: a check silently skipped would be a lie. */
public final class ReferentialReader {

    private final YamlObject root;
    private final Problems problems;
    private final Dictionary dictionary;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private Set<StructureType> types = Set.of();

    private ReferentialReader(YamlObject root, Dictionary dictionary) {
        this.root = root;
        this.problems = root.problems();
        this.dictionary = dictionary;
    }

    /** Reads a tree; throws a {@link CedreException} that lists every defect. */
    public static Referential read(YamlNode node, String file, Dictionary dictionary) {
        Problems problems = new Problems();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new CedreException(
                    "Le référentiel " + file + " est illisible.",
                    List.of(Problem.unusable(
                            Location.of(file), "des lignes « clé: valeur » sont attendues (id, titre, chapitres…)")));
        }
        Referential referential = new ReferentialReader(new YamlObject(mapping, file, "", problems), dictionary).read();
        List<Problem> all = problems.sorted();
        if (!all.isEmpty()) {
            throw new CedreException("Le référentiel " + file + " contient des erreurs.", all);
        }
        return referential;
    }

    private Referential read() {
        List<Family> families = new ArrayList<>();
        for (YamlObject o : root.objects("familles")) {
            families.add(new Family(o.requiredText("id"), o.requiredText("titre"), typeList(o)));
            o.close();
        }
        types = families.stream().flatMap(f -> f.types().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (types.isEmpty()) {
            root.error("familles", "« familles » doit citer au moins un type de structure");
        }
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
        documents.putAll(root.namedTexts("documents"));
        CheckReader checks = new CheckReader(dictionary, parameters, types);
        Referential referential = new Referential(
                root.requiredText("id"),
                root.texts("alias"),
                root.requiredText("titre"),
                root.requiredText("version"),
                provenance(),
                root.requiredText("notice"),
                date("adopte_le"),
                date("applicable_le"),
                validity(),
                families,
                parameters,
                documents,
                root.objects("champ").stream()
                        .map(o -> specification(o, checks))
                        .toList(),
                principles("principes"),
                principles("demarche_pedagogique"),
                glossary(),
                annexes(),
                chapters(checks));
        root.close();
        uniqueIds(referential);
        return referential;
    }

    private Provenance provenance() {
        String code = root.requiredText("provenance");
        for (Provenance provenance : Provenance.values()) {
            if (provenance.code().equals(code)) {
                return provenance;
            }
        }
        root.error("provenance", "officiel, reconstitution ou proposition est attendu");
        return Provenance.PROPOSITION;
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

    private static List<StructureType> typeList(YamlObject o) {
        return o.texts("types").stream()
                .map(t -> new StructureType(t.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private Set<StructureType> knownTypes(YamlObject o) {
        List<StructureType> listed = typeList(o);
        for (StructureType type : listed) {
            if (!types.contains(type)) {
                o.error("types", "« " + type + " » n'est dans aucune famille de ce référentiel");
            }
        }
        return listed.isEmpty() ? types : new LinkedHashSet<>(listed);
    }

    private List<Chapter> chapters(CheckReader checks) {
        List<Chapter> chapters = new ArrayList<>();
        for (YamlObject o : root.objects("chapitres")) {
            List<Specification> specifications = o.objects("specifications").stream()
                    .map(s -> specification(s, checks))
                    .toList();
            chapters.add(new Chapter(o.requiredText("id"), o.requiredText("titre"), specifications));
            o.close();
        }
        return chapters;
    }

    private static Reference reference(YamlObject o) {
        YamlObject reference = o.object("reference").orElse(null);
        if (reference == null) {
            o.error("reference", "« reference: {section: …, page: …} » manque");
            return new Reference("", null);
        }
        Reference read = new Reference(
                reference.requiredText("section"), reference.text("page").orElse(null));
        reference.close();
        return read;
    }

    private Specification specification(YamlObject o, CheckReader checks) {
        String id = o.requiredText("id");
        Set<StructureType> own = knownTypes(o);
        List<Variant> variants = new ArrayList<>();
        for (YamlObject v : o.objects("variantes")) {
            variants.add(new Variant(
                    knownTypes(v),
                    v.requiredText("exigence"),
                    v.text("jugement").orElse(null),
                    checks.read(v.objects("controles"))));
            v.close();
        }
        if (variants.isEmpty()) {
            variants.add(new Variant(own, o.requiredText("exigence"), null, List.of()));
        }
        YamlObject condition = o.object("condition").orElse(null);
        Specification specification = new Specification(
                id,
                o.requiredText("intitule"),
                reference(o),
                o.text("objectif").orElse(null),
                gravity(o),
                nonApplicability(o),
                o.text("non_applicabilite_condition").orElse(null),
                condition == null ? null : ConditionParser.onStructure(o, "condition", parameters),
                o.text("condition_absente").orElse(null),
                knownDocuments(o),
                readings(o),
                o.text("jugement").orElse(null),
                variants,
                checks.read(o.objects("controles")),
                o.requiredText("conseil"),
                o.text("provenance").orElse(null),
                o.line());
        o.close();
        for (StructureType type : types) {
            boolean addressed = specification.variantFor(type).isPresent();
            if (addressed && specification.checksFor(type).isEmpty() && specification.judgementFor(type) == null) {
                o.error("controles", "« " + id + " » n'a ni contrôle ni jugement pour le type " + type);
            }
        }
        return specification;
    }

    private static Gravity gravity(YamlObject o) {
        try {
            return Gravity.valueOf(o.requiredText("gravite").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            o.error("gravite", "majeure ou mineure est attendu");
            return Gravity.MINEURE;
        }
    }

    private static NonApplicability nonApplicability(YamlObject o) {
        String code = o.text("non_applicabilite").orElse("permise");
        for (NonApplicability value : NonApplicability.values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        o.error("non_applicabilite", "permise, interdite ou conditionnelle est attendu");
        return NonApplicability.PERMISE;
    }

    private List<String> knownDocuments(YamlObject o) {
        List<String> codes = o.texts("preuves_attendues");
        for (String code : codes) {
            if (!documents.containsKey(code)) {
                o.error(
                        "preuves_attendues",
                        "« " + code + " » n'est pas dans « documents »" + NearestName.hint(code, documents.keySet()));
            }
        }
        return codes;
    }

    private static List<Reading> readings(YamlObject o) {
        List<Reading> readings = new ArrayList<>();
        for (YamlObject r : o.objects("lectures")) {
            readings.add(new Reading(r.requiredText("code"), r.requiredText("retenue")));
            r.close();
        }
        return readings;
    }

    private List<Principle> principles(String key) {
        List<Principle> principles = new ArrayList<>();
        for (YamlObject o : root.objects(key)) {
            principles.add(new Principle(
                    o.requiredText("id"), o.requiredText("titre"), o.requiredText("texte"), reference(o)));
            o.close();
        }
        return principles;
    }

    private List<Definition> glossary() {
        List<Definition> glossary = new ArrayList<>();
        for (YamlObject o : root.objects("glossaire")) {
            glossary.add(new Definition(o.requiredText("terme"), o.requiredText("definition"), reference(o)));
            readings(o);
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
            annexes.add(new Annex(o.requiredText("id"), o.requiredText("titre"), reference(o), parts, readings(o)));
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
