package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.group.GroupWork;
import fr.cedre.plan.Plan;
import fr.cedre.plan.Plan.Handling;
import fr.cedre.plan.Plan.Mark;
import fr.cedre.plan.PlanFile;
import fr.cedre.plan.PlanState;
import fr.cedre.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cedre/plan/1}, described by {@code referentiels/schemas/plan-1.schema.json}; nothing that people wrote in the plan but dates. */
public final class PlanJson implements PlanRenderer {

    private static final String SCHEMA = "cedre/plan/1";

    private final String version;

    /** A result signed by a version of cedre. */
    public PlanJson(String version) {
        this.version = version;
    }

    @Override
    public void plan(Plan plan, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            plan(json, plan, null);
        }
        out.append('\n');
    }

    @Override
    public void group(Members members, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            Json.tool(json, version);
            json.writeObjectFieldStart("groupe");
            json.writeStringField("nom", members.group().name());
            json.writeNumberField("membres", members.outcomes().size());
            json.writeEndObject();
            Json.date(json, "date", members.date());
            List<Plan> plans = members.plans();
            long unread = members.outcomes().stream()
                    .filter(o -> o.value() == null && !o.skipped())
                    .count();
            summary(json, plans, unread);
            json.writeArrayFieldStart("membres");
            for (GroupWork.Outcome<Plan> outcome : members.outcomes()) {
                Plan plan = outcome.value();
                if (plan != null) {
                    plan(json, plan, outcome.folder());
                } else {
                    json.writeStartObject();
                    json.writeStringField("schema", SCHEMA);
                    Json.unread(json, outcome.folder(), outcome.error(), outcome.skipped(), outcome.problems());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void plan(JsonGenerator json, Plan plan, @Nullable String folder) throws IOException {
        Evaluation evaluation = plan.evaluation();
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        Json.tool(json, version);
        JsonReport.referential(json, evaluation.referential());
        Json.structure(json, evaluation.structure());
        Json.date(json, "date", evaluation.period().end());
        json.writeBooleanField("restreint", evaluation.restricted());
        boolean there = plan.writing() != Plan.Writing.SANS_OBJET;
        Json.string(json, "fichier", there ? PlanFile.NAME : null);
        json.writeStringField("ecriture", plan.writing().code());
        json.writeBooleanField("sans_ecrire", plan.dry());
        boolean kept = plan.writing() == Plan.Writing.MIS_A_JOUR && !plan.dry();
        Json.string(json, "precedent", kept ? PlanFile.PREVIOUS : null);
        summary(json, List.of(plan), null);
        Json.array(json, "lignes", plan.entries(), PlanJson::entry);
        Json.array(json, "actions_libres_en_retard", plan.lateOwn(), (g, own) -> {
            Json.date(g, "echeance", own.due());
            g.writeNumberField("jours_de_retard", own.daysLate());
            Json.number(g, "ligne", own.line());
        });
        List<Problem> problems = new ArrayList<>(plan.problems());
        problems.addAll(evaluation.problems());
        Collections.sort(problems);
        Json.array(json, "problemes", problems, Json::problem);
        if (folder != null) {
            json.writeStringField("dossier", folder);
        }
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, List<Plan> plans, @Nullable Long unread) throws IOException {
        json.writeObjectFieldStart("synthese");
        long rows = 0;
        long late = 0;
        long closed = 0;
        long own = 0;
        for (Plan plan : plans) {
            rows += plan.entries().size();
            late += plan.late();
            closed += plan.closed();
            own += plan.ownActions();
        }
        json.writeNumberField("lignes", rows);
        for (PlanState state : PlanState.values()) {
            json.writeNumberField(
                    state.code(), plans.stream().mapToLong(p -> p.count(state)).sum());
        }
        json.writeNumberField("closes", closed);
        json.writeNumberField("actions_libres", own);
        for (Mark mark : Mark.values()) {
            json.writeNumberField(
                    mark.code(),
                    mark == Mark.EN_RETARD
                            ? late
                            : plans.stream()
                                    .mapToLong(p -> p.marked(mark).size())
                                    .sum());
        }
        for (Handling handling : Handling.values()) {
            json.writeNumberField(
                    handling.code(),
                    plans.stream().mapToLong(p -> p.count(handling)).sum());
        }
        if (unread != null) {
            json.writeNumberField("membres_en_erreur", unread);
        }
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, Plan.Entry entry) throws IOException {
        json.writeStringField("identite", entry.identity());
        json.writeStringField("specification", entry.specification());
        Json.string(json, "referentiel", entry.referential());
        Json.string(
                json,
                "controle",
                entry.gap() == null ? null : entry.gap().identity().check());
        Json.string(
                json,
                "objet",
                entry.gap() == null ? null : entry.gap().identity().object());
        json.writeStringField("etat", entry.state().code());
        Json.string(
                json,
                "gravite",
                entry.gravity() == null ? null : entry.gravity().code());
        Json.date(json, "echeance", entry.due());
        json.writeBooleanField("en_retard", entry.marks().contains(Mark.EN_RETARD));
        json.writeNumberField("jours_de_retard", entry.daysLate());
        json.writeBooleanField("close", entry.closed());
        json.writeStringField("traitement", entry.handling().code());
        Json.strings(
                json,
                "signale",
                entry.marks().stream()
                        .filter(m -> m != Mark.EN_RETARD)
                        .sorted()
                        .map(Mark::code)
                        .toList());
        Json.number(json, "ligne", entry.line());
    }
}
