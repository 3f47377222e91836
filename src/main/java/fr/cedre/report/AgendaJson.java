package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.review.Agenda;
import java.io.IOException;

/** What comes due, in JSON. */
final class AgendaJson {

    private AgendaJson() {}

    static void write(JsonGenerator json, Agenda agenda) throws IOException {
        Json.date(json, "horizon", agenda.horizon());
    }
}
