package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.check.CheckReader;
import fr.cedre.check.ConditionParser;
import fr.cedre.check.Gravity;
import fr.cedre.check.Parameter;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.NearestName;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one specification of a referential, with its wordings and its checks. */
final class SpecificationReader {

    private static final List<String> CONFIDENCES = List.of("forte", "moyenne", "faible");

    private final Set<StructureType> types;
    private final Map<String, Parameter> parameters;
    private final Map<String, String> documents;
    private final CheckReader checks;
    private final List<Check> common;
    private final boolean selfAssessed;
    private final String referential;
    private final Provenance provenance;

    /**
     * @param types types of the families
     * @param parameters parameters of the file
     * @param documents documents of the file
     * @param checks reader of checks
     * @param common checks every specification takes
     * @param selfAssessed true for a self-assessment
     * @param referential id of the referential
     * @param provenance its provenance
     */
    SpecificationReader(
            Set<StructureType> types,
            Map<String, Parameter> parameters,
            Map<String, String> documents,
            CheckReader checks,
            List<Check> common,
            boolean selfAssessed,
            String referential,
            Provenance provenance) {
        this.types = types;
        this.parameters = parameters;
        this.documents = documents;
        this.checks = checks;
        this.common = common;
        this.selfAssessed = selfAssessed;
        this.referential = referential;
        this.provenance = provenance;
    }

    Specification read(YamlObject o) {
        String id = o.requiredText("id");
        Set<StructureType> addressed = knownTypes(o);
        List<Variant> variants = new ArrayList<>();
        for (YamlObject v : o.objects("variantes")) {
            variants.add(new Variant(
                    knownTypes(v),
                    v.requiredText("exigence"),
                    v.text("jugement").orElse(null),
                    checks.read(v.objects("controles"), knownTypes(v))));
            v.close();
        }
        unreachable(o, variants);
        if (variants.isEmpty()) {
            variants.add(new Variant(addressed, o.requiredText("exigence"), null, List.of()));
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
                own(o, aimed(variants)),
                o.requiredText("conseil"),
                o.texts("indicateurs"),
                selfAssessed,
                source(o),
                o.line());
        o.close();
        for (StructureType type : types) {
            boolean aimed = specification.variantFor(type).isPresent();
            if (aimed && specification.checksFor(type).isEmpty() && specification.judgementFor(type) == null) {
                o.error("controles", "« " + id + " » n'a ni contrôle ni jugement pour le type " + type);
            }
        }
        return specification;
    }

    /** A type takes the first wording that names it: a second one would never be read. */
    private static void unreachable(YamlObject o, List<Variant> variants) {
        Set<StructureType> taken = new LinkedHashSet<>();
        for (Variant variant : variants) {
            for (StructureType type : variant.types()) {
                if (!taken.add(type)) {
                    o.error(
                            "variantes",
                            "deux variantes visent le type " + type.code() + " : la seconde ne servirait jamais");
                }
            }
        }
    }

    private static Set<StructureType> aimed(List<Variant> variants) {
        Set<StructureType> aimed = new LinkedHashSet<>();
        variants.forEach(v -> aimed.addAll(v.types()));
        return aimed;
    }

    private List<Check> own(YamlObject o, Set<StructureType> aimed) {
        List<Check> all = new ArrayList<>(checks.read(o.objects("controles"), aimed));
        all.addAll(common);
        return all;
    }

    /** {@code provenance: texte} or {@code provenance: {nature, source, confiance, pourquoi}}. */
    private Source source(YamlObject o) {
        if (!o.has("provenance")) {
            return new Source(referential, provenance, null, null, null);
        }
        if (o.node("provenance") instanceof fr.cedre.yaml.YamlNode.Scalar) {
            return new Source(referential, provenance, o.text("provenance").orElse(null), null, null);
        }
        YamlObject own = o.object("provenance").orElse(null);
        if (own == null) {
            return new Source(referential, provenance, null, null, null);
        }
        String confidence = own.text("confiance").orElse(null);
        if (confidence != null && !CONFIDENCES.contains(confidence)) {
            own.error("confiance", "forte, moyenne ou faible est attendu");
        }
        Source source = new Source(
                referential,
                own.has("nature") ? provenance(own, "nature") : provenance,
                own.text("source").orElse(null),
                confidence,
                own.text("pourquoi").orElse(null));
        own.close();
        return source;
    }

    /** A provenance by its code. */
    static Provenance provenance(YamlObject o, String key) {
        String code = o.requiredText(key);
        for (Provenance provenance : Provenance.values()) {
            if (provenance.code().equals(code)) {
                return provenance;
            }
        }
        o.error(key, "officiel, reconstitution ou proposition est attendu");
        return Provenance.PROPOSITION;
    }

    static List<StructureType> typeList(YamlObject o) {
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

    static Reference reference(YamlObject o) {
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

    private Gravity gravity(YamlObject o) {
        if (selfAssessed && !o.has("gravite")) {
            return Gravity.MINEURE;
        }
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

    static List<Reading> readings(YamlObject o) {
        List<Reading> readings = new ArrayList<>();
        for (YamlObject r : o.objects("lectures")) {
            readings.add(new Reading(r.requiredText("code"), r.requiredText("retenue")));
            r.close();
        }
        return readings;
    }
}
