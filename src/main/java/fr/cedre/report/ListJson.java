package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.check.Parameter;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Correspondence;
import fr.cedre.referential.Inventory;
import fr.cedre.referential.Part;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Source;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cedre list} for programs ({@code cedre/liste/1}): the same shape for one referential or all, with its contents when there is one. */
final class ListJson {

    static final String SCHEMA = "cedre/liste/1";

    private final String version;
    private final boolean whole;
    private final @Nullable StructureType type;

    ListJson(String version, boolean whole, @Nullable StructureType type) {
        this.version = version;
        this.whole = whole;
        this.type = type;
    }

    void write(Inventory inventory, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            Json.string(json, "type", ReferentialWords.code(type));
            Json.array(json, "referentiels", inventory.referentials(), this::entry);
            Json.array(json, "correspondances", inventory.correspondences(), ListJson::pair);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void entry(JsonGenerator json, Inventory.Entry entry) throws IOException {
        Referential referential = entry.referential();
        json.writeStringField("id", referential == null ? entry.name() : referential.id());
        json.writeBooleanField("lisible", referential != null);
        if (referential != null) {
            identity(json, referential);
            if (whole) {
                contents(json, referential);
            }
        } else if (entry.problem() != null) {
            json.writeObjectFieldStart("probleme");
            Json.problem(json, entry.problem());
            json.writeEndObject();
        }
    }

    private void identity(JsonGenerator json, Referential referential) throws IOException {
        Json.strings(json, "alias", referential.aliases());
        json.writeStringField("titre", referential.title());
        json.writeStringField("version", referential.version());
        json.writeStringField("provenance", referential.provenance().code());
        json.writeStringField("notice", referential.notice());
        Json.date(json, "adopte_le", referential.lifecycle().adoptedOn());
        Json.date(json, "applicable_le", referential.lifecycle().applicableFrom());
        Json.date(json, "remplace_le", referential.lifecycle().replacedOn());
        Json.string(
                json,
                "validite",
                referential.lifecycle().validity() == null
                        ? null
                        : referential.lifecycle().validity().toString());
        Json.strings(json, "remplace", referential.lifecycle().replaces());
        Json.array(json, "inclut", referential.included(), (g, one) -> {
            g.writeStringField("id", one.id());
            g.writeStringField("titre", one.title());
            g.writeStringField("provenance", one.provenance().code());
        });
        json.writeObjectFieldStart("groupe");
        json.writeStringField("regle", referential.groupRule().kind().code());
        json.writeStringField("pourquoi", referential.groupRule().why());
        json.writeEndObject();
        Json.array(json, "familles", referential.families(), (g, family) -> {
            g.writeStringField("id", family.id());
            g.writeStringField("titre", family.title());
            Json.strings(g, "types", Json.codes(family.types()));
        });
        Json.strings(json, "types", Json.codes(referential.types()));
        json.writeBooleanField("auto_evaluation", referential.anySelfAssessed());
        json.writeNumberField(
                "specifications", Inventory.specifications(referential, type).size());
        json.writeNumberField("controles", Inventory.checks(referential, type));
        json.writeNumberField("definitions", referential.glossary().size());
        json.writeNumberField("lectures", ReferentialWords.readings(referential).size());
    }

    private void contents(JsonGenerator json, Referential referential) throws IOException {
        List<Specification> scope = type == null ? referential.scope() : List.of();
        Json.array(json, "champ", scope, (g, s) -> specification(g, s, referential));
        List<Chapter> chapters = referential.chapters().stream()
                .filter(c -> c.specifications().stream().anyMatch(this::shown))
                .toList();
        Json.array(json, "chapitres", chapters, (g, chapter) -> {
            g.writeStringField("id", chapter.id());
            g.writeStringField("titre", chapter.title());
            part(g, chapter.part());
            Json.array(
                    g,
                    "specifications",
                    chapter.specifications().stream().filter(this::shown).toList(),
                    (h, s) -> specification(h, s, referential));
        });
        Json.array(json, "parametres", List.copyOf(referential.parameters().values()), ListJson::parameter);
    }

    private boolean shown(Specification specification) {
        return type == null || specification.variantFor(type).isPresent();
    }

    private static void part(JsonGenerator json, @Nullable Part part) throws IOException {
        if (part == null) {
            json.writeNullField("partie");
            return;
        }
        json.writeObjectFieldStart("partie");
        json.writeStringField("id", part.id());
        json.writeStringField("titre", part.title());
        json.writeEndObject();
    }

    private static void specification(JsonGenerator json, Specification s, Referential referential) throws IOException {
        json.writeStringField("id", s.id());
        json.writeStringField("intitule", s.title());
        Json.strings(json, "types", Json.codes(CheckWords.types(s, referential)));
        Json.string(json, "gravite", s.selfAssessed() ? null : s.gravity().code());
        json.writeBooleanField("auto_evaluation", s.selfAssessed());
        source(json, s.source());
    }

    /** Where a wording comes from. */
    static void source(JsonGenerator json, Source source) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("referentiel", source.referential());
        json.writeStringField("nature", source.provenance().code());
        Json.string(json, "source", source.text());
        Json.string(json, "confiance", source.confidence());
        Json.string(json, "pourquoi", source.why());
        json.writeEndObject();
    }

    /** A value the text does not fix. */
    static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStringField("nom", parameter.name());
        json.writeStringField("valeur", parameter.value());
        json.writeStringField("pourquoi", parameter.why());
        Json.string(json, "lecture", parameter.reading());
    }

    private static void pair(JsonGenerator json, Inventory.Pair pair) throws IOException {
        int cut = pair.name().indexOf(Correspondence.SEPARATOR);
        json.writeStringField("nom", pair.name());
        json.writeStringField("de", cut < 0 ? pair.name() : pair.name().substring(0, cut));
        Json.string(json, "vers", cut < 0 ? null : pair.name().substring(cut + Correspondence.SEPARATOR.length()));
        Correspondence one = pair.correspondence();
        json.writeBooleanField("lisible", one != null);
        if (one != null) {
            json.writeStringField("provenance", one.provenance().code());
            json.writeStringField("notice", one.notice());
            json.writeNumberField("lignes", one.lines().size());
            Json.strings(json, "reunit", one.united());
        } else if (pair.problem() != null) {
            json.writeObjectFieldStart("probleme");
            Json.problem(json, pair.problem());
            json.writeEndObject();
        }
    }
}
