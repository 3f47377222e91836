package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.check.Check;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Relation;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Topic;
import fr.cedre.referential.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cedre explain} for programs ({@code cedre/explication/1}): one object by thing, its {@code nature} saying which keys follow. */
final class ExplanationJson {

    static final String SCHEMA = "cedre/explication/1";

    private final String version;
    private final Dictionary dictionary;
    private final Set<StructureType> only;

    ExplanationJson(String version, Dictionary dictionary, Set<StructureType> only) {
        this.only = only;
        this.version = version;
        this.dictionary = dictionary;
    }

    private record Asked(String name, Topic topic) {}

    void write(List<Explanation.Answer> answers, Appendable out) throws IOException {
        List<Asked> asked = new ArrayList<>();
        answers.forEach(a -> a.topics().forEach(t -> asked.add(new Asked(a.name(), t))));
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            Json.array(json, "explications", asked, (g, one) -> {
                g.writeStringField("demande", one.name());
                one.topic().accept(new Writer(g));
            });
            json.writeEndObject();
        }
        out.append('\n');
    }

    private final class Writer implements Topic.Visitor<IOException> {
        private final JsonGenerator json;

        Writer(JsonGenerator json) {
            this.json = json;
        }

        private void nature(String nature, Referential referential) throws IOException {
            json.writeStringField("nature", nature);
            json.writeObjectFieldStart("referentiel");
            json.writeStringField("id", referential.id());
            json.writeStringField("titre", referential.title());
            json.writeStringField("provenance", referential.provenance().code());
            json.writeStringField("notice", referential.notice());
            json.writeEndObject();
        }

        @Override
        public void requirement(Topic.Requirement topic) throws IOException {
            Specification s = topic.specification();
            nature("specification", topic.referential());
            Json.string(json, "absent_de", topic.missingFrom());
            json.writeStringField("id", s.id());
            json.writeStringField("intitule", s.title());
            json.writeStringField("reference", s.reference().toString());
            Json.string(json, "objectif", s.objective());
            Json.string(json, "gravite", s.selfAssessed() ? null : s.gravity().code());
            json.writeBooleanField("auto_evaluation", s.selfAssessed());
            json.writeStringField("non_applicabilite", s.nonApplicability().code());
            Json.string(json, "non_applicabilite_condition", s.nonApplicabilityCondition());
            Json.string(json, "condition_absente", s.conditionAbsent());
            Json.string(json, "jugement", s.judgement());
            Json.strings(json, "types", Json.codes(CheckWords.types(s, topic.referential())));
            Json.array(json, "redactions", CheckWords.variants(s, only), (g, v) -> wording(g, v, topic.referential()));
            Json.strings(json, "indicateurs", s.indicators());
            Scale scale = RequirementText.scale(s, topic.referential());
            Json.array(json, "echelle", scale.steps(), (g, step) -> {
                g.writeStringField("niveau", step.code());
                g.writeStringField("titre", step.title());
                g.writeStringField("texte", step.text());
            });
            Map<Check, List<StructureType>> checks = CheckWords.checks(s, topic.referential());
            checks.values().removeIf(types -> !only.isEmpty() && types.stream().noneMatch(only::contains));
            Json.array(json, "controles", List.copyOf(checks.entrySet()), (g, e) -> check(g, e, topic));
            Json.array(json, "preuves_attendues", s.expectedDocuments(), (g, code) -> {
                g.writeStringField("code", code);
                g.writeStringField("titre", topic.referential().documents().getOrDefault(code, code));
            });
            json.writeStringField("conseil", s.advice());
            Json.array(json, "lectures", s.readings(), (g, reading) -> {
                g.writeStringField("code", reading.code());
                g.writeStringField("retenue", reading.adopted());
            });
            ListJson.source(json, s.source());
            Json.array(json, "correspondances", topic.relations(), ExplanationJson::relation);
        }

        @Override
        public void term(Topic.Term topic) throws IOException {
            nature("definition", topic.referential());
            Json.string(json, "absent_de", topic.missingFrom());
            json.writeStringField("terme", topic.definition().term());
            json.writeStringField("definition", topic.definition().definition());
            json.writeStringField("reference", topic.definition().reference().toString());
        }

        @Override
        public void idea(Topic.Idea topic) throws IOException {
            nature("principe", topic.referential());
            json.writeStringField("id", topic.principle().id());
            json.writeStringField("titre", topic.principle().title());
            json.writeStringField("texte", topic.principle().text());
            json.writeStringField("reference", topic.principle().reference().toString());
        }

        @Override
        public void item(Topic.Item topic) throws IOException {
            nature("annexe", topic.referential());
            json.writeStringField("annexe", topic.annex().id());
            json.writeStringField("code", topic.part().code());
            json.writeStringField("titre", topic.part().title());
            Json.string(json, "texte", topic.part().text());
            Json.strings(json, "points", topic.part().points());
            json.writeStringField("reference", topic.annex().reference().toString());
        }

        @Override
        public void register(Topic.Register topic) throws IOException {
            RegisterSchema schema = topic.schema();
            nature("registre", topic.referential());
            json.writeStringField("nom", schema.name());
            json.writeStringField("fichier", CheckReads.path(schema.name()));
            json.writeStringField("titre", schema.title());
            json.writeStringField("description", schema.description());
            Json.strings(json, "cle", schema.primaryKey());
            json.writeBooleanField("evenements", schema.events());
            Json.array(json, "colonnes", schema.fields(), (g, field) -> field(g, field, schema));
            readers(topic.referential(), schema.name(), null);
        }

        @Override
        public void column(Topic.Column topic) throws IOException {
            nature("colonne", topic.referential());
            json.writeStringField("registre", topic.schema().name());
            json.writeStringField("fichier", CheckReads.path(topic.schema().name()));
            field(json, topic.field(), topic.schema());
            readers(topic.referential(), topic.schema().name(), topic.field().name());
        }

        @Override
        public void control(Topic.Control topic) throws IOException {
            nature("controle", topic.referential());
            json.writeStringField("id", topic.id());
            Json.array(json, "emplois", topic.uses(), (g, use) -> {
                g.writeStringField("specification", use.specification().id());
                g.writeStringField("intitule", use.specification().title());
                g.writeStringField("conseil_exigence", use.specification().advice());
                g.writeObjectFieldStart("controle");
                Topic.Requirement requirement =
                        new Topic.Requirement(topic.referential(), use.specification(), null, List.of());
                List<StructureType> types = CheckWords.checks(use.specification(), topic.referential())
                        .getOrDefault(use.check(), List.of());
                check(g, Map.entry(use.check(), types), requirement);
                g.writeEndObject();
            });
        }

        @Override
        public void note(Topic.Note topic) throws IOException {
            nature(topic.nature(), topic.referential());
            json.writeStringField("code", topic.code());
            json.writeStringField("titre", topic.title());
            Json.strings(json, "textes", topic.texts());
            Json.array(json, "faits", List.copyOf(topic.facts().entrySet()), (g, fact) -> {
                g.writeStringField("nom", fact.getKey());
                g.writeStringField("valeur", fact.getValue());
            });
            Json.array(json, "specifications", topic.specifications(), (g, one) -> {
                g.writeStringField("id", one.id());
                g.writeStringField("intitule", one.title());
            });
        }

        private void readers(Referential referential, String register, @Nullable String column) throws IOException {
            Json.array(json, "lu_par", RegisterWords.readers(referential, register, column), (g, reader) -> {
                g.writeStringField("specification", reader.specification().id());
                Json.strings(g, "controles", reader.checks());
            });
        }
    }

    private static void wording(JsonGenerator json, Variant variant, Referential referential) throws IOException {
        Json.strings(
                json,
                "types",
                Json.codes(referential.types().stream()
                        .filter(variant.types()::contains)
                        .toList()));
        json.writeStringField("exigence", variant.requirement());
        Json.string(json, "jugement", variant.judgement());
    }

    private void check(JsonGenerator json, Map.Entry<Check, List<StructureType>> entry, Topic.Requirement topic)
            throws IOException {
        Check check = entry.getKey();
        json.writeStringField("id", check.head().id());
        json.writeStringField("genre", CheckKinds.code(check));
        Json.strings(json, "conclusions", CheckWords.levels(check, topic.specification()));
        Json.strings(json, "types", Json.codes(entry.getValue()));
        json.writeStringField("comment", CheckKinds.how(check));
        Json.strings(json, "conditions", ConditionWords.of(check));
        json.writeStringField("message", CheckWords.message(check, dictionary));
        json.writeStringField("modele", check.head().message().source());
        List<String> outside = CheckWords.otherwise(check, topic.specification(), dictionary);
        Json.strings(json, "hors_delai", outside);
        CheckReads reads = CheckReads.of(check);
        Json.array(json, "registres", List.copyOf(reads.columns().entrySet()), (g, register) -> {
            g.writeStringField("nom", register.getKey());
            g.writeStringField("fichier", CheckReads.path(register.getKey()));
            Json.strings(g, "colonnes", List.copyOf(register.getValue()));
        });
        Json.strings(json, "structure", List.copyOf(reads.keys()));
        Json.array(json, "parametres", RequirementText.parameters(check, topic.referential()), ListJson::parameter);
        Json.string(json, "lecture", check.head().reading());
        Json.string(json, "conseil", check.head().advice());
    }

    private static void relation(JsonGenerator json, Relation relation) throws IOException {
        json.writeStringField("fichier", relation.file());
        json.writeStringField("sens", relation.leaving() ? "vers" : "depuis");
        json.writeStringField("referentiel", relation.other());
        Json.string(
                json,
                "provenance",
                relation.provenance() == null ? null : relation.provenance().code());
        Json.string(json, "probleme", relation.problem());
        Json.array(json, "liens", relation.ties(), (g, tie) -> {
            Json.strings(g, "types", Json.codes(tie.types()));
            g.writeStringField("sort", tie.fate().code());
            g.writeBooleanField("en_entier", tie.whole());
            Json.array(g, "specifications", tie.others(), (h, other) -> {
                h.writeStringField("id", other.id());
                h.writeStringField("intitule", other.title());
            });
            g.writeStringField("pourquoi", tie.why());
        });
    }

    private static void field(JsonGenerator json, Field field, RegisterSchema schema) throws IOException {
        json.writeStringField("colonne", field.name());
        json.writeStringField("titre", field.title());
        json.writeStringField("description", field.description());
        json.writeStringField("type", field.type().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("obligatoire", field.required());
        Json.strings(json, "valeurs", sorted(field.codes()));
        Json.string(json, "renvoie_a", schema.foreignKeys().get(field.name()));
        Json.strings(json, "a_savoir", RegisterWords.notes(field, schema));
        json.writeStringField("exemple", field.example());
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
