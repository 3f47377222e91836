package fr.cedre.report;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.check.Finding;
import fr.cedre.check.Measure;
import fr.cedre.check.Parameter;
import fr.cedre.check.Position;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.evaluation.Evaluation.PrincipleEvidence;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Summary;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code cedre/rapport/1} (contrat § 8): its keys in its order, then keys added since. No time stamp and no path of the machine, so
 * that the same folder and date give the same bytes. Described by {@code referentiels/schemas/rapport-1.schema.json}.
 */
public final class JsonReport implements Renderer {

    /** Value of the {@code schema} key. */
    public static final String SCHEMA = "cedre/rapport/1";

    private final String version;

    /** A report signed by a version of cedre. */
    public JsonReport(String version) {
        this.version = version;
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            report(json, evaluation, null);
        }
        out.append('\n');
    }

    /**
     * Writes a report as one object.
     *
     * @param folder folder of the member of a group, or null
     */
    void report(JsonGenerator json, Evaluation evaluation, @Nullable String folder) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        Json.tool(json, version);
        referential(json, evaluation.referential());
        Json.structure(json, evaluation.structure());
        Json.date(json, "date", evaluation.period().end());
        Json.period(json, evaluation.period());
        summary(json, evaluation.summary());
        Map<String, String> chapters = chapters(evaluation.referential());
        Json.array(json, "specifications", evaluation.results(), (g, result) -> {
            specification(g, result);
            Json.string(g, "chapitre", chapters.get(result.specification().id()));
        });
        Json.array(json, "problemes", evaluation.problems(), Json::problem);
        Json.array(
                json,
                "empreintes",
                evaluation.files().stream().filter(f -> f.sha256() != null).toList(),
                JsonReport::fingerprint);
        additions(json, evaluation);
        if (folder != null) {
            json.writeStringField("dossier", folder);
        }
        json.writeEndObject();
    }

    private static Map<String, String> chapters(Referential referential) {
        Map<String, String> chapters = new HashMap<>();
        for (Chapter chapter : referential.chapters()) {
            for (Specification specification : chapter.specifications()) {
                chapters.put(specification.id(), chapter.id());
            }
        }
        return chapters;
    }

    /** Keys that are not in the first edition of the contract; they only ever come after its own. */
    private static void additions(JsonGenerator json, Evaluation evaluation) throws IOException {
        rate(json, evaluation.summary());
        json.writeBooleanField("restreint", evaluation.restricted());
        Json.strings(json, "types_controles", Json.codes(evaluation.types()));
        Json.array(json, "champ", evaluation.scope(), JsonReport::specification);
        Json.array(json, "principes", evaluation.principles(), JsonReport::principle);
        Json.array(json, "jugements", evaluation.judgements(), JsonReport::judgement);
        Json.array(json, "non_applicabilites", evaluation.nonApplicabilities(), JsonReport::nonApplicability);
        Json.array(json, "parametres", evaluation.parameters(), JsonReport::parameter);
        Json.strings(
                json,
                "sans_correspondance",
                evaluation.unmatched().stream().sorted().toList());
        Json.array(json, "lecture", evaluation.files(), JsonReport::fileRead);
    }

    static void referential(JsonGenerator json, Referential referential) throws IOException {
        json.writeObjectFieldStart("referentiel");
        json.writeStringField("id", referential.id());
        json.writeStringField("version", referential.version());
        json.writeStringField("provenance", referential.provenance().code());
        json.writeStringField("titre", referential.title());
        json.writeStringField("notice", referential.notice());
        Json.array(json, "inclut", referential.included(), (g, included) -> {
            g.writeStringField("id", included.id());
            g.writeStringField("titre", included.title());
            g.writeStringField("provenance", included.provenance().code());
        });
        json.writeEndObject();
    }

    static void summary(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("synthese");
        json.writeNumberField("conforme", summary.conforme());
        json.writeNumberField("ecart", summary.ecart());
        json.writeNumberField("a_examiner", summary.aExaminer());
        json.writeNumberField("sans_objet", summary.sansObjet());
        json.writeNumberField("majeures", summary.majeures());
        json.writeNumberField("mineures", summary.mineures());
        json.writeNumberField("points_sensibles", summary.pointsSensibles());
        json.writeEndObject();
    }

    private static void rate(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("taux");
        json.writeNumberField("conformes", summary.verified());
        json.writeNumberField("ecarts", summary.ecart());
        json.writeNumberField("a_examiner", summary.aExaminer());
        Json.number(json, "pourcentage", summary.settled() == 0 ? null : summary.ratePercent());
        json.writeStringField("formule", "conformes ÷ (conformes + écarts)");
        json.writeEndObject();
    }

    private static void specification(JsonGenerator json, SpecificationResult result) throws IOException {
        json.writeStringField("id", result.specification().id());
        Json.string(json, "type", result.type() == null ? null : result.type().code());
        json.writeStringField("statut", result.status().code());
        Json.string(
                json,
                "gravite",
                result.gravity() == null ? null : result.gravity().code());
        Json.array(json, "constats", result.findings(), JsonReport::finding);
        Json.strings(json, "preuves", result.evidence());
        json.writeStringField("intitule", result.specification().title());
        json.writeStringField("reference", result.specification().reference().toString());
        Json.strings(json, "registres", result.registers());
        Json.string(json, "raison", result.reason());
        Json.array(json, "mesures", result.measures(), JsonReport::measure);
        json.writeStringField("referentiel", result.specification().source().referential());
        json.writeStringField(
                "provenance", result.specification().source().provenance().code());
        Json.string(json, "confiance", result.specification().source().confidence());
        Json.string(json, "source_texte", result.specification().source().text());
        Json.array(json, "reprises", result.reused(), (g, reuse) -> {
            g.writeStringField("preuve", reuse.evidence());
            g.writeStringField("specification", reuse.specification());
            g.writeStringField("referentiel", reuse.referential());
        });
        json.writeBooleanField("auto_evaluation", result.specification().selfAssessed());
        position(json, result.position());
    }

    private static void position(JsonGenerator json, @Nullable Position position) throws IOException {
        if (position == null) {
            json.writeNullField("position");
            return;
        }
        json.writeObjectFieldStart("position");
        json.writeStringField(
                "niveau", position.scale().step(position.retained()).code());
        Json.string(
                json,
                "cible",
                position.target() < 0
                        ? null
                        : position.scale().step(position.target()).code());
        Json.strings(json, "echelle", position.scale().codes());
        Json.array(json, "voix", position.voices(), (g, voice) -> {
            g.writeStringField("voix", voice.name());
            g.writeStringField("niveau", position.scale().step(voice.rank()).code());
            Json.string(
                    g,
                    "cible",
                    voice.target() < 0
                            ? null
                            : position.scale().step(voice.target()).code());
            Json.date(g, "evalue_le", voice.on());
            Json.strings(g, "preuves", voice.evidence());
            g.writeNumberField("ligne", voice.line());
        });
        json.writeEndObject();
    }

    private static void measure(JsonGenerator json, Measure measure) throws IOException {
        json.writeStringField("controle", measure.check());
        json.writeStringField("objet", measure.object());
        json.writeNumberField("effectif", measure.population());
        json.writeNumberField("couverts", measure.covered());
        json.writeNumberField("sous_reserve", measure.reserved());
        Json.number(json, "requis", measure.required() < 0 ? null : (int) measure.required());
        json.writeStringField("source", measure.source());
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("controle", finding.check());
        json.writeStringField("niveau", finding.level().code());
        json.writeStringField("objet", finding.object());
        json.writeStringField("message", finding.message());
        json.writeStringField("conseil", finding.advice());
        Json.string(json, "mesure", finding.measure());
        Json.string(json, "seuil", finding.threshold());
        Json.source(json, finding.source());
        if (finding.gravity() != null) {
            json.writeStringField("gravite", finding.gravity().code());
        }
    }

    private static void fingerprint(JsonGenerator json, FileRead file) throws IOException {
        json.writeStringField("fichier", file.file());
        Json.string(json, "sha256", file.sha256());
    }

    private static void principle(JsonGenerator json, PrincipleEvidence principle) throws IOException {
        json.writeStringField("id", principle.id());
        Json.strings(json, "preuves", principle.evidence());
    }

    private static void judgement(JsonGenerator json, JudgementFate fate) throws IOException {
        Judgement judgement = fate.judgement();
        json.writeStringField("specification", judgement.specification());
        Json.string(
                json, "type", judgement.type() == null ? null : judgement.type().code());
        Json.string(json, "statut", judgement.status());
        Json.string(json, "gravite", judgement.gravity());
        Json.date(json, "evalue_le", judgement.evaluatedOn());
        Json.date(json, "valable_jusqu_au", judgement.validUntil());
        json.writeBooleanField("retenu", fate.applied());
        json.writeStringField("note", fate.note());
        json.writeNumberField("ligne", judgement.line());
    }

    private static void nonApplicability(JsonGenerator json, NonApplicabilityFate fate) throws IOException {
        Structure.NonApplicable declared = fate.declared();
        json.writeStringField("specification", declared.specification());
        json.writeBooleanField("motivee", declared.reasoned());
        json.writeBooleanField("validee", declared.validated());
        Json.date(json, "jusqu_au", declared.until());
        json.writeBooleanField("retenue", fate.applied());
        Json.string(json, "note", fate.note());
        json.writeNumberField("ligne", declared.line());
    }

    private static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStringField("nom", parameter.name());
        json.writeStringField("valeur", parameter.value());
        json.writeStringField("pourquoi", parameter.why());
        Json.string(json, "lecture", parameter.reading());
    }

    private static void fileRead(JsonGenerator json, FileRead file) throws IOException {
        json.writeStringField("fichier", file.file());
        Json.string(json, "encodage", file.encoding());
        Json.string(
                json,
                "separateur",
                file.separator() == null ? null : file.separator().toString());
        json.writeNumberField("lignes", file.rows());
        json.writeNumberField("lignes_posterieures", file.laterRows());
        json.writeNumberField("dates_posterieures", file.laterDates());
    }
}
