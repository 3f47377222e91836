package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.deadline.Deadline;
import fr.cedre.dossier.Structure;
import fr.cedre.review.Agenda;
import fr.cedre.review.Review;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What comes due, in JSON. */
final class AgendaJson {

    private AgendaJson() {}

    static void write(JsonGenerator json, Review review) throws IOException {
        Agenda agenda = review.agenda();
        certificate(json, review.evaluation().structure(), agenda);
        Json.date(json, "horizon", agenda.horizon());
        Json.array(json, "echeances", agenda.deadlines(), (g, deadline) -> {
            Json.date(g, "le", deadline.on());
            g.writeStringField("nature", deadline.kind());
            g.writeStringField("objet", deadline.object());
            g.writeStringField("intitule", deadline.label());
            Json.string(g, "specification", deadline.specification());
            g.writeBooleanField("echue", deadline.past(agenda.day()));
            g.writeStringField("delai_renouvellement", deadline.renewal().toString());
            Json.date(g, "a_lancer_le", agenda.startBy(deadline));
            Json.source(g, deadline.source());
        });
        Json.array(json, "parametres", agenda.parameters(), (g, parameter) -> {
            g.writeStringField("nom", parameter.name());
            g.writeStringField("valeur", parameter.value());
            g.writeStringField("pourquoi", parameter.why());
        });
    }

    private static void certificate(JsonGenerator json, Structure structure, Agenda agenda) throws IOException {
        Structure.Certification certification = structure.certification();
        if (certification == null || certification.decidedOn() == null) {
            json.writeNullField("certificat");
            return;
        }
        json.writeObjectFieldStart("certificat");
        Json.string(json, "referentiel", certification.referential());
        Json.date(json, "decision_le", certification.decidedOn());
        LocalDate expiry = null;
        for (Deadline deadline : agenda.certificate()) {
            expiry = deadline.kind().equals("certificat") ? deadline.on() : expiry;
        }
        Json.date(json, "expire_le", expiry);
        List<String> warnings = agenda.certificate().stream()
                .filter(d -> !d.kind().equals("certificat"))
                .map(d -> d.on().toString())
                .sorted()
                .toList();
        Json.strings(json, "alertes", warnings);
        Json.date(json, "audit_prevu_le", agenda.plannedAudit());
        json.writeEndObject();
    }
}
