package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.diff.Comparison;
import fr.cedre.diff.Transition;
import fr.cedre.referential.Referential;
import java.io.IOException;

/** {@code cedre/comparaison/1} and {@code cedre/transition/1}. */
public final class DiffJson implements DiffRenderer {

    private final String version;

    /** A result signed by a version of cedre. */
    public DiffJson(String version) {
        this.version = version;
    }

    @Override
    public void comparison(Comparison comparison, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", "cedre/comparaison/1");
            head(json, comparison);
            comparisonBody(json, comparison);
            json.writeEndObject();
        }
        out.append('\n');
    }

    @Override
    public void transition(Transition transition, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", "cedre/transition/1");
            head(json, transition.comparison());
            Json.structure(json, transition.after().structure());
            Json.date(json, "date", transition.after().period().end());
            json.writeObjectFieldStart("synthese");
            for (Transition.Category category : Transition.Category.values()) {
                json.writeNumberField(category.code(), transition.count(category));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("avant");
            JsonReport.summary(json, transition.before().summary());
            json.writeEndObject();
            json.writeObjectFieldStart("apres");
            JsonReport.summary(json, transition.after().summary());
            json.writeEndObject();
            json.writeObjectFieldStart("preuves");
            Json.strings(json, "reutilisables", transition.proofs().reusable());
            Json.strings(json, "a_completer", transition.proofs().toComplete());
            Json.strings(json, "inutilisees", transition.proofs().unused());
            json.writeEndObject();
            Json.array(json, "specifications", transition.items(), DiffJson::item);
            Json.array(json, "plan", transition.plan(), (g, item) -> {
                g.writeStringField("id", item.result().specification().id());
                var type = item.result().type();
                Json.string(g, "type", type == null ? null : type.code());
            });
            dropped(json, transition.comparison());
            Json.array(json, "problemes", transition.after().problems(), Json::problem);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void head(JsonGenerator json, Comparison comparison) throws IOException {
        Json.tool(json, version);
        referential(json, "de", comparison.from());
        referential(json, "vers", comparison.to());
        Json.strings(json, "types", Json.codes(comparison.types()));
        Json.strings(json, "correspondances", comparison.passage().steps());
        json.writeBooleanField("par_identifiants", comparison.passage().byIdentifiers());
    }

    private static void referential(JsonGenerator json, String key, Referential referential) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("id", referential.id());
        json.writeStringField("version", referential.version());
        json.writeStringField("provenance", referential.provenance().code());
        json.writeStringField("titre", referential.title());
        json.writeStringField("notice", referential.notice());
        json.writeEndObject();
    }

    private static void comparisonBody(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeObjectFieldStart("synthese");
        for (fr.cedre.referential.Fate fate : fr.cedre.referential.Fate.values()) {
            long n = fate == fr.cedre.referential.Fate.SUPPRIMEE
                    ? comparison.dropped().stream()
                            .map(d -> d.specification().id())
                            .distinct()
                            .count()
                    : comparison.count(fate);
            json.writeNumberField(fate.code(), n);
        }
        json.writeEndObject();
        Json.array(json, "specifications", comparison.entries(), (g, entry) -> {
            g.writeStringField("id", entry.specification().id());
            g.writeStringField("intitule", entry.specification().title());
            Json.strings(g, "types", Json.codes(entry.types()));
            g.writeStringField("sort", entry.fate().code());
            Json.array(g, "origines", entry.origins(), (h, origin) -> {
                h.writeStringField("id", origin.id());
                h.writeStringField("couverture", origin.whole() ? "entiere" : "partielle");
            });
            g.writeStringField("pourquoi", entry.why());
        });
        dropped(json, comparison);
    }

    private static void dropped(JsonGenerator json, Comparison comparison) throws IOException {
        Json.array(json, "supprimees", comparison.dropped(), (g, dropped) -> {
            g.writeStringField("id", dropped.specification().id());
            g.writeStringField("intitule", dropped.specification().title());
            Json.strings(g, "types", Json.codes(dropped.types()));
            g.writeStringField("pourquoi", dropped.why());
        });
    }

    private static void item(JsonGenerator json, Transition.Item item) throws IOException {
        var result = item.result();
        json.writeStringField("id", result.specification().id());
        Json.string(json, "type", result.type() == null ? null : result.type().code());
        json.writeStringField("intitule", result.specification().title());
        json.writeStringField("categorie", item.category().code());
        json.writeStringField("sort", item.fate().code());
        Json.array(json, "origines", item.origins(), (g, origin) -> {
            g.writeStringField("id", origin.id());
            g.writeStringField("couverture", origin.whole() ? "entiere" : "partielle");
            Json.string(g, "statut", origin.status());
        });
        json.writeStringField("statut", result.status().code());
        Json.string(
                json,
                "gravite",
                result.gravity() == null ? null : result.gravity().code());
        Json.string(json, "reserve", item.reserve());
        Json.strings(json, "preuves_reutilisables", item.reusable());
        Json.strings(json, "preuves_a_completer", item.toComplete());
        Json.strings(json, "a_produire", item.toProduce());
        json.writeStringField("action", item.action());
        json.writeStringField("pourquoi", item.why());
    }
}
