package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Severity;
import fr.cedre.validation.Validation;
import java.io.IOException;

/** What {@code cedre validate} says: one line per defect in the form editors know ({@code fichier:ligne:clé: niveau: message}), then a count. */
public final class ValidationReport {

    private final String version;

    /** A report signed by a version of cedre. */
    public ValidationReport(String version) {
        this.version = version;
    }

    /** Writes it as text or JSON. */
    public void write(Validation validation, boolean json, Appendable out) throws IOException {
        if (json) {
            json(validation, out);
        } else {
            text(validation, out);
        }
    }

    private static void text(Validation validation, Appendable out) throws IOException {
        for (Validation.Subject subject : validation.subjects()) {
            out.append(Sanitiser.line(subject.kind() + " " + subject.file() + " : " + subject.summary()))
                    .append('\n');
        }
        if (!validation.problems().isEmpty()) {
            out.append('\n');
        }
        for (Problem problem : validation.problems()) {
            Location where = problem.location();
            out.append(Sanitiser.line(where.file()
                            + (where.line() == null ? "" : ":" + where.line())
                            + (where.column() == null ? "" : ":" + where.column())
                            + ": " + problem.severity().code() + ": " + problem.message()))
                    .append('\n');
        }
        long errors = count(validation, Severity.ERREUR);
        long warnings = count(validation, Severity.AVERTISSEMENT);
        out.append('\n')
                .append(
                        errors + warnings == 0
                                ? "Rien à corriger."
                                : French.count(errors, "erreur") + ", " + French.count(warnings, "avertissement") + ".")
                .append('\n');
    }

    private static long count(Validation validation, Severity severity) {
        return validation.problems().stream()
                .filter(p -> p.severity() == severity)
                .count();
    }

    private void json(Validation validation, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", "cedre/validation/1");
            Json.tool(json, version);
            Json.array(json, "verifies", validation.subjects(), (g, subject) -> {
                g.writeStringField("fichier", subject.file());
                g.writeStringField("nature", ValueParser.code(subject.kind()));
                g.writeStringField("resume", subject.summary());
            });
            Json.array(json, "problemes", validation.problems(), Json::problem);
            json.writeEndObject();
        }
        out.append('\n');
    }
}
