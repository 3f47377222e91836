package fr.cedre.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.Structure;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.GroupRenderer;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.Json;
import fr.cedre.report.RenderOptions;
import fr.cedre.report.Renderer;
import fr.cedre.report.ResultWords;
import fr.cedre.report.Sanitiser;
import fr.cedre.report.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS): each finding at its file and line. A major gap is an error, a minor one a warning, a sensitive point a note; what a person must
 * still look at has the kind {@code review}, and a way forward or a strength is {@code informational}, whose level is {@code none} (§ 3.27.10). A
 * specification to be examined without finding has one result, so that nothing is silent. One run per referential met; in a group the places start with
 * the member's folder. Paths are relative to the folder, so that nothing of the machine is told; no time.
 */
public final class SarifReport implements Renderer, GroupRenderer {

    static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private static final String ROOT = "%SRCROOT%";

    private final String version;

    /** A report signed by a version of cedre. */
    public SarifReport(String version) {
        this.version = version;
    }

    /** A folder held against a referential; its own folder in a group, or an empty text. */
    private record Part(String folder, Evaluation evaluation) {}

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        write(List.of(List.of(new Part("", evaluation))), List.of(), out);
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        Map<String, List<Part>> runs = new LinkedHashMap<>();
        List<GroupResult.Member> unread = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation != null) {
                runs.computeIfAbsent(evaluation.referential().id(), k -> new ArrayList<>())
                        .add(new Part(member.folder(), evaluation));
            } else if (!member.skipped()) {
                unread.add(member);
            }
        }
        List<List<Part>> all = new ArrayList<>(runs.values());
        if (all.isEmpty()) {
            all.add(List.of());
        }
        write(all, unread, out);
    }

    private void write(List<List<Part>> runs, List<GroupResult.Member> unread, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            boolean first = true;
            for (List<Part> parts : runs) {
                // A member that could not be read has no referential: the first run tells it.
                run(json, parts, first ? unread : List.of());
                first = false;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void run(JsonGenerator json, List<Part> parts, List<GroupResult.Member> unread) throws IOException {
        SarifRules rules = new SarifRules();
        for (Part part : parts) {
            for (SpecificationResult result : Words.results(part.evaluation())) {
                shown(result).forEach(f -> rules.add(result.specification(), f));
            }
        }
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "cedre");
        json.writeStringField("version", version);
        json.writeStringField("language", "fr");
        rules.write(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("language", "fr");
        invocation(json, parts, unread);
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(ROOT);
        text(json, "description", "Dossier contrôlé, celui donné à cedre.");
        json.writeEndObject();
        json.writeEndObject();
        if (!parts.isEmpty()) {
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField(
                    "id", "cedre/" + parts.get(0).evaluation().referential().id() + "/");
            json.writeEndObject();
        }
        json.writeArrayFieldStart("results");
        for (Part part : parts) {
            Map<String, Integer> seen = new HashMap<>();
            for (SpecificationResult result : Words.results(part.evaluation())) {
                results(json, part, result, rules, seen);
            }
        }
        json.writeEndArray();
        properties(json, parts);
        json.writeEndObject();
    }

    /** What is shown of a result: its findings, or, when it is open without any, why. */
    private static List<Finding> shown(SpecificationResult result) {
        boolean open = result.status() == Status.ECART || result.status() == Status.A_EXAMINER;
        Level level = result.status() == Status.ECART ? Level.ECART : Level.A_EXAMINER;
        if (!open || !result.findings(level).isEmpty()) {
            return result.findings();
        }
        List<Finding> all = new ArrayList<>(result.findings());
        all.add(new Finding(
                level == Level.ECART ? SarifRules.GAP : SarifRules.OPEN,
                level,
                result.gravity(),
                result.specification().id(),
                ResultWords.reason(result),
                result.specification().advice(),
                null,
                null,
                null));
        return all;
    }

    private static void results(
            JsonGenerator json, Part part, SpecificationResult result, SarifRules rules, Map<String, Integer> seen)
            throws IOException {
        List<@Nullable Gravity> gravities = ResultWords.gravities(result);
        List<Finding> shown = shown(result);
        for (int i = 0; i < shown.size(); i++) {
            Finding finding = shown.get(i);
            Gravity gravity = i < gravities.size() ? gravities.get(i) : finding.gravity();
            String identity = SarifRules.id(result.specification(), finding) + '\n' + finding.object();
            String place = part.folder().isEmpty() ? identity : part.folder() + '\n' + identity;
            int rank = seen.merge(identity, 1, Integer::sum);
            json.writeStartObject();
            json.writeStringField("ruleId", SarifRules.id(result.specification(), finding));
            json.writeNumberField("ruleIndex", rules.index(result.specification(), finding));
            json.writeStringField("kind", SarifRules.kind(finding.level()));
            json.writeStringField("level", SarifRules.level(finding.level(), gravity));
            text(json, "message", message(result, finding));
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            physical(json, part.folder(), finding.source() == null ? Location.of(Structure.FILE) : finding.source());
            json.writeEndObject();
            json.writeEndArray();
            json.writeObjectFieldStart("partialFingerprints");
            json.writeStringField("cedreIdentite/v1", SarifRules.fingerprint(place) + ":" + rank);
            // The name that GitHub reads; what it calls a line is here the object, which stays when lines move.
            json.writeStringField("primaryLocationLineHash", SarifRules.fingerprint(place) + ":" + rank);
            json.writeEndObject();
            properties(json, part, result, finding, gravity);
            json.writeEndObject();
        }
    }

    private static String message(SpecificationResult result, Finding finding) {
        StringBuilder text =
                new StringBuilder(Words.label(result)).append(" : ").append(finding.message());
        List<String> more = new ArrayList<>();
        if (finding.source() != null && finding.source().column() != null) {
            more.add("colonne " + finding.source().column());
        }
        if (finding.measure() != null) {
            more.add("mesure : " + finding.measure());
        }
        if (finding.threshold() != null) {
            more.add("seuil : " + finding.threshold());
        }
        if (!more.isEmpty()) {
            text.append(" (").append(String.join(" ; ", more)).append(")");
        }
        if (!finding.advice().isBlank()) {
            text.append(" Conseil : ").append(finding.advice());
        }
        return text.toString();
    }

    private static void physical(JsonGenerator json, String folder, Location place) throws IOException {
        boolean own = folder.isEmpty() || folder.equals(".");
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", SarifRules.uri(own ? place.file() : folder + "/" + place.file()));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
        // Readers of code scanning require a line: without one, the whole file is meant and shown from its first line.
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line() == null ? 1 : Math.max(1, place.line()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void properties(
            JsonGenerator json, Part part, SpecificationResult result, Finding finding, @Nullable Gravity gravity)
            throws IOException {
        json.writeObjectFieldStart("properties");
        if (!part.folder().isEmpty()) {
            Json.string(json, "dossier", line(part.folder()));
        }
        json.writeStringField("specification", line(result.specification().id()));
        if (result.type() != null) {
            json.writeStringField("type", result.type().code());
        }
        json.writeStringField("statut", result.status().code());
        json.writeStringField("niveau", finding.level().code());
        if (gravity != null) {
            json.writeStringField("gravite", gravity.code());
        }
        json.writeStringField("controle", line(finding.check()));
        json.writeStringField("objet", line(finding.object()));
        optional(json, "mesure", finding.measure());
        optional(json, "seuil", finding.threshold());
        if (finding.source() != null) {
            optional(json, "colonne", finding.source().column());
        }
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, line(value));
        }
    }

    private static void invocation(JsonGenerator json, List<Part> parts, List<GroupResult.Member> unread)
            throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField(
                "executionSuccessful",
                unread.isEmpty() && parts.stream().noneMatch(p -> p.evaluation().anyUnusable()));
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Part part : parts) {
            for (Problem problem : part.evaluation().problems()) {
                notification(json, part.folder(), problem);
            }
            for (String decision : ResultWords.decisions(part.evaluation())) {
                json.writeStartObject();
                json.writeStringField("level", "note");
                text(json, "message", prefix(part.folder()) + "décision humaine : " + decision);
                json.writeEndObject();
            }
        }
        for (GroupResult.Member member : unread) {
            json.writeStartObject();
            json.writeStringField("level", "error");
            text(json, "message", prefix(member.folder()) + "non contrôlé : " + member.error());
            json.writeEndObject();
            for (Problem problem : member.problems()) {
                notification(json, member.folder(), problem);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + " : ";
    }

    private static void notification(JsonGenerator json, String folder, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "level",
                switch (problem.severity()) {
                    case ERREUR -> "error";
                    case AVERTISSEMENT -> "warning";
                    case INFORMATION -> "note";
                });
        text(json, "message", Words.place(problem.location()) + " : " + problem.message());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(json, folder, problem.location());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What the run was held against and what it is worth, then the counts of each folder. */
    private static void properties(JsonGenerator json, List<Part> parts) throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        Evaluation any = parts.get(0).evaluation();
        Referential referential = any.referential();
        json.writeObjectFieldStart("properties");
        json.writeStringField("referentiel", referential.id());
        json.writeStringField("titre", line(referential.title()));
        json.writeStringField("provenance", referential.provenance().code());
        json.writeStringField("notice", line(referential.notice()));
        json.writeStringField("portee", ClosingWords.purpose(any));
        json.writeStringField("date", any.period().end().toString());
        json.writeStringField("periode_debut", any.period().start().toString());
        json.writeStringField("periode_fin", any.period().end().toString());
        json.writeArrayFieldStart("dossiers");
        for (Part part : parts) {
            Evaluation evaluation = part.evaluation();
            Summary summary = evaluation.summary();
            json.writeStartObject();
            optional(json, "dossier", part.folder().isEmpty() ? null : part.folder());
            json.writeStringField("structure", line(evaluation.structure().name()));
            json.writeStringField("types", HeaderWords.types(evaluation.types()));
            json.writeBooleanField("restreint", evaluation.restricted());
            json.writeNumberField("conforme", summary.conforme());
            json.writeNumberField("ecart", summary.ecart());
            json.writeNumberField("a_examiner", summary.aExaminer());
            json.writeNumberField("sans_objet", summary.sansObjet());
            json.writeNumberField("majeures", summary.majeures());
            json.writeNumberField("mineures", summary.mineures());
            json.writeNumberField("points_sensibles", summary.pointsSensibles());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A message object. */
    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", plain(text));
        json.writeEndObject();
    }

    /** Text of which a reader makes neither a placeholder (§ 3.11.5) nor a link (§ 3.11.6). */
    static String plain(String text) {
        return braces(line(text)).replace("](", "] (");
    }

    /** Braces written twice, as messages want them. */
    static String braces(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    private static String line(String text) {
        return Sanitiser.line(text);
    }
}
