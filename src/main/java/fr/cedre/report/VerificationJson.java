package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.review.GroupVerification;
import fr.cedre.review.Photograph;
import fr.cedre.review.Verification;
import java.io.IOException;

/** {@code cedre/verification/1}, described by {@code referentiels/schemas/verification-1.schema.json}. */
public final class VerificationJson implements VerificationRenderer {

    /** Value of the {@code schema} key. */
    public static final String SCHEMA = "cedre/verification/1";

    private final String version;

    /** Signed by a version of cedre. */
    public VerificationJson(String version) {
        this.version = version;
    }

    @Override
    public void verification(Verification verification, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            fields(json, verification);
            json.writeEndObject();
        }
        out.append('\n');
    }

    @Override
    public void group(GroupVerification group, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            json.writeStringField("groupe", group.name());
            json.writeBooleanField("valable", group.holds());
            Json.array(json, "membres", group.members(), (g, member) -> {
                g.writeStringField("dossier", member.folder());
                if (member.value() != null) {
                    fields(g, member.value());
                } else {
                    g.writeBooleanField("valable", false);
                    Json.string(g, "erreur", member.error());
                    Json.array(g, "problemes", member.problems(), Json::problem);
                }
            });
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void fields(JsonGenerator json, Verification verification) throws IOException {
        Photograph report = verification.report();
        json.writeBooleanField("valable", verification.holds());
        json.writeStringField("structure", verification.name());
        json.writeObjectFieldStart("rapport");
        json.writeStringField("fichier", report.file());
        Json.date(json, "date", report.period().end());
        json.writeStringField("referentiel", report.referential());
        json.writeStringField("version", report.version());
        json.writeStringField("outil", report.toolVersion());
        json.writeBooleanField("empreintes", verification.fingerprinted());
        json.writeEndObject();
        json.writeObjectFieldStart("aujourd_hui");
        json.writeStringField("version", verification.version());
        json.writeStringField("outil", verification.toolVersion());
        json.writeEndObject();
        json.writeBooleanField("synthese_identique", verification.sameSummary());
        Json.array(json, "fichiers", verification.files(), (g, change) -> {
            g.writeStringField("fichier", change.file());
            g.writeStringField("changement", change.fate().code());
        });
        Json.array(json, "resultats", verification.results(), (g, change) -> {
            g.writeStringField("specification", change.specification());
            Json.string(g, "type", change.type());
            Json.string(
                    g,
                    "statut_du_rapport",
                    change.before() == null ? null : change.before().code());
            Json.string(g, "statut", change.now() == null ? null : change.now().code());
            g.writeNumberField("constats_disparus", change.gone());
            g.writeNumberField("constats_apparus", change.come());
        });
    }
}
