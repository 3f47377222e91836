package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.group.GroupResult;
import fr.cedre.referential.Referential;
import java.io.IOException;

/** A group as {@code cedre/rapport/1} (contrat § 8): {@code membres} holds one report each, {@code synthese} the counts of all. */
public final class GroupJson implements GroupRenderer {

    private final String version;

    /** A report signed by a version of cedre. */
    public GroupJson(String version) {
        this.version = version;
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", JsonReport.SCHEMA);
            Json.tool(json, version);
            Referential common = result.referential();
            if (common != null) {
                JsonReport.referential(json, common);
            } else {
                json.writeNullField("referentiel");
            }
            group(json, result);
            Json.date(json, "date", result.period().end());
            Json.period(json, result.period());
            JsonReport.summary(json, result.summary());
            Json.array(json, "partages", result.shared(), (g, shared) -> {
                g.writeStringField("specification", shared.id());
                g.writeStringField("intitule", shared.title());
                g.writeStringField("gravite", shared.gravity().code());
                Json.strings(g, "membres", shared.folders());
            });
            members(json, result);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void group(JsonGenerator json, GroupResult result) throws IOException {
        json.writeObjectFieldStart("groupe");
        json.writeStringField("nom", result.group().name());
        json.writeStringField("regle", result.rule().kind().code());
        json.writeStringField("pourquoi", result.rule().why());
        json.writeStringField("seuil", result.threshold().code());
        json.writeNumberField("membres", result.members().size());
        Json.strings(
                json,
                "en_defaut",
                result.failing().stream().map(GroupResult.Member::folder).toList());
        json.writeBooleanField("groupe_en_defaut", result.groupFails());
        Json.strings(
                json,
                "bloques",
                result.groupFails()
                        ? result.concerned().stream()
                                .filter(m -> !result.fails(m))
                                .map(GroupResult.Member::folder)
                                .toList()
                        : java.util.List.of());
        json.writeEndObject();
    }

    private void members(JsonGenerator json, GroupResult result) throws IOException {
        JsonReport report = new JsonReport(version);
        json.writeArrayFieldStart("membres");
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation != null) {
                report.report(json, evaluation, member.folder());
            } else {
                json.writeStartObject();
                json.writeStringField("schema", JsonReport.SCHEMA);
                Json.unread(json, member.folder(), member.error(), member.skipped(), member.problems());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
