package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.group.GroupWork;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Photograph;
import fr.cedre.review.Review;
import fr.cedre.review.Trend;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cedre/revue/1}, described by {@code referentiels/schemas/revue-1.schema.json}. */
public final class ReviewJson implements ReviewRenderer {

    /** Value of the {@code schema} key. */
    public static final String SCHEMA = "cedre/revue/1";

    private final String version;

    /** A review signed by a version of cedre. */
    public ReviewJson(String version) {
        this.version = version;
    }

    @Override
    public void review(Review review, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            one(json, review, null);
            json.writeEndObject();
        }
        out.append('\n');
    }

    @Override
    public void group(GroupReview group, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            json.writeObjectFieldStart("groupe");
            json.writeStringField("nom", group.group().name());
            json.writeNumberField("membres", group.members().size());
            json.writeNumberField("revus", group.reviews().size());
            json.writeEndObject();
            Json.date(json, "date", group.period().end());
            Json.period(json, group.period());
            JsonReport.summary(json, group.summary());
            counts(
                    json,
                    group.counts(),
                    group.reviews().stream()
                            .mapToInt(r -> r.regressions().size())
                            .sum());
            json.writeArrayFieldStart("membres");
            for (GroupWork.Outcome<Review> member : group.members()) {
                json.writeStartObject();
                if (member.value() != null) {
                    one(json, member.value(), member.folder());
                } else {
                    Json.unread(json, member.folder(), member.error(), member.skipped(), member.problems());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void one(JsonGenerator json, Review review, @Nullable String folder) throws IOException {
        Evaluation evaluation = review.evaluation();
        json.writeStringField("schema", SCHEMA);
        Json.tool(json, version);
        if (folder != null) {
            json.writeStringField("dossier", folder);
        }
        JsonReport.referential(json, evaluation.referential());
        Json.structure(json, evaluation.structure());
        Json.date(json, "date", evaluation.period().end());
        Json.period(json, evaluation.period());
        JsonReport.summary(json, evaluation.summary());
        json.writeBooleanField("restreint", evaluation.restricted());
        reference(json, review);
        counts(json, review.counts(), review.regressions().size());
        Json.array(json, "ecarts", review.changes(), ReviewJson::change);
        Json.array(json, "photographies", review.photographs(), (g, p) -> {
            g.writeStringField("fichier", p.file());
            Json.date(g, "date", p.period().end());
            g.writeStringField("referentiel", p.referential());
            g.writeStringField("version", p.version());
        });
        Json.array(json, "tendance", review.trends(), ReviewJson::trend);
        AgendaJson.write(json, review);
        Json.string(
                json,
                "photographie",
                review.saved() == null ? null : review.saved().file());
        Json.array(json, "problemes", review.problems(), Json::problem);
        Json.array(json, "problemes_de_lecture", evaluation.problems(), Json::problem);
    }

    private static void reference(JsonGenerator json, Review review) throws IOException {
        Photograph reference = review.reference();
        if (reference == null) {
            json.writeNullField("reference");
            return;
        }
        json.writeObjectFieldStart("reference");
        json.writeStringField("fichier", reference.file());
        Json.date(json, "date", reference.period().end());
        json.writeStringField("referentiel", reference.referential());
        json.writeStringField("version", reference.version());
        json.writeStringField("outil", reference.toolVersion());
        json.writeStringField("base", review.basis().code());
        Json.strings(json, "notices", review.notices());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, Map<Change, Integer> counts, int regressions) throws IOException {
        json.writeObjectFieldStart("changements");
        for (Change change : Change.values()) {
            json.writeNumberField(change.code(), counts.getOrDefault(change, 0));
        }
        json.writeNumberField("regressions", regressions);
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, GapChange change) throws IOException {
        Gap gap = change.gap();
        Gap before = change.before();
        boolean present = change.change().present();
        json.writeStringField("specification", gap.identity().specification());
        json.writeStringField("controle", gap.identity().check());
        json.writeStringField("objet", gap.identity().object());
        Json.strings(json, "types", gap.types());
        json.writeStringField("changement", change.change().code());
        Json.string(
                json, "motif", change.motive() == null ? null : change.motive().code());
        json.writeStringField("gravite", gap.gravity().code());
        Json.string(
                json,
                "gravite_precedente",
                before == null ? null : before.gravity().code());
        Json.date(json, "depuis", change.since());
        Json.date(json, "premier_releve_le", change.firstSeen());
        Json.date(json, "leve_auparavant_le", change.lifted());
        json.writeStringField("message", gap.message());
        json.writeStringField("conseil", gap.advice());
        Json.string(json, "mesure", gap.measure());
        Json.string(json, "mesure_precedente", before == null ? null : before.measure());
        Json.string(json, "seuil", gap.threshold());
        json.writeNumberField("occurrences", present ? gap.occurrences() : 0);
        Json.number(json, "occurrences_precedentes", before == null ? null : before.occurrences());
        Json.source(json, present ? gap.source() : null);
        Json.string(json, "ancienne_specification", change.formerSpecification());
        json.writeStringField("intitule", change.title());
        json.writeStringField("referentiel", change.referential());
    }

    private static void trend(JsonGenerator json, Trend trend) throws IOException {
        json.writeStringField("chapitre", trend.chapter());
        json.writeStringField("intitule", trend.title());
        Json.array(json, "mesures", trend.points(), (g, point) -> {
            Json.date(g, "date", point.date());
            g.writeStringField("referentiel", point.referential());
            g.writeNumberField("conforme", point.met());
            g.writeNumberField("ecart", point.gaps());
            g.writeNumberField("a_examiner", point.open());
            g.writeNumberField("sans_objet", point.without());
        });
    }
}
