package fr.cedre.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import fr.cedre.check.Finding;
import fr.cedre.check.Measure;
import fr.cedre.check.Parameter;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.evaluation.Evaluation.PrincipleEvidence;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Summary;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code cedre/rapport/1} (contrat § 8): its keys in its order, then keys added since. No time stamp and no path of the machine, so
 * that the same folder and date give the same bytes. Described by {@code referentiels/schemas/rapport-1.schema.json}.
 */
public final class JsonReport implements Renderer {

    /** Value of the {@code schema} key. */
    public static final String SCHEMA = "cedre/rapport/1";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

    private final String version;

    /** A report signed by a version of cedre. */
    public JsonReport(String version) {
        this.version = version;
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new AppendableWriter(out))) {
            json.setPrettyPrinter(printer());
            report(json, evaluation);
        }
        out.append('\n');
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    private void report(JsonGenerator json, Evaluation evaluation) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeObjectFieldStart("outil");
        json.writeStringField("nom", "cedre");
        json.writeStringField("version", version);
        json.writeEndObject();
        referential(json, evaluation.referential());
        json.writeObjectFieldStart("structure");
        json.writeStringField("nom", evaluation.structure().name());
        strings(json, "types", codes(evaluation.structure().types()));
        json.writeEndObject();
        date(json, "date", evaluation.period().end());
        json.writeObjectFieldStart("periode");
        date(json, "debut", evaluation.period().start());
        date(json, "fin", evaluation.period().end());
        json.writeEndObject();
        summary(json, evaluation.summary());
        array(json, "specifications", evaluation.results(), JsonReport::specification);
        array(json, "problemes", evaluation.problems(), JsonReport::problem);
        array(
                json,
                "empreintes",
                evaluation.files().stream().filter(f -> f.sha256() != null).toList(),
                JsonReport::fingerprint);
        additions(json, evaluation);
        json.writeEndObject();
    }

    /** Keys that are not in the first edition of the contract; they only ever come after its own. */
    private static void additions(JsonGenerator json, Evaluation evaluation) throws IOException {
        rate(json, evaluation.summary());
        json.writeBooleanField("restreint", evaluation.restricted());
        strings(json, "types_controles", codes(evaluation.types()));
        array(json, "champ", evaluation.scope(), JsonReport::specification);
        array(json, "principes", evaluation.principles(), JsonReport::principle);
        array(json, "jugements", evaluation.judgements(), JsonReport::judgement);
        array(json, "non_applicabilites", evaluation.nonApplicabilities(), JsonReport::nonApplicability);
        array(json, "parametres", evaluation.parameters(), JsonReport::parameter);
        array(json, "lecture", evaluation.files(), JsonReport::fileRead);
    }

    private static void referential(JsonGenerator json, Referential referential) throws IOException {
        json.writeObjectFieldStart("referentiel");
        json.writeStringField("id", referential.id());
        json.writeStringField("version", referential.version());
        json.writeStringField("provenance", referential.provenance().code());
        json.writeStringField("titre", referential.title());
        json.writeStringField("notice", referential.notice());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Summary summary) throws IOException {
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
        json.writeNumberField("conformes", summary.conforme());
        json.writeNumberField("ecarts", summary.ecart());
        json.writeNumberField("a_examiner", summary.aExaminer());
        number(json, "pourcentage", summary.settled() == 0 ? null : summary.ratePercent());
        json.writeStringField("formule", "conformes ÷ (conformes + écarts)");
        json.writeEndObject();
    }

    private static void specification(JsonGenerator json, SpecificationResult result) throws IOException {
        json.writeStringField("id", result.specification().id());
        string(json, "type", result.type() == null ? null : result.type().code());
        json.writeStringField("statut", result.status().code());
        string(
                json,
                "gravite",
                result.gravity() == null ? null : result.gravity().code());
        array(json, "constats", result.findings(), JsonReport::finding);
        strings(json, "preuves", result.evidence());
        json.writeStringField("intitule", result.specification().title());
        json.writeStringField("reference", result.specification().reference().toString());
        strings(json, "registres", result.registers());
        string(json, "raison", result.reason());
        array(json, "mesures", result.measures(), JsonReport::measure);
    }

    private static void measure(JsonGenerator json, Measure measure) throws IOException {
        json.writeStringField("controle", measure.check());
        json.writeStringField("objet", measure.object());
        json.writeNumberField("effectif", measure.population());
        json.writeNumberField("couverts", measure.covered());
        json.writeNumberField("sous_reserve", measure.reserved());
        number(json, "requis", measure.required() < 0 ? null : (int) measure.required());
        json.writeStringField("source", measure.source());
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("controle", finding.check());
        json.writeStringField("niveau", finding.level().code());
        json.writeStringField("objet", finding.object());
        json.writeStringField("message", finding.message());
        json.writeStringField("conseil", finding.advice());
        string(json, "mesure", finding.measure());
        string(json, "seuil", finding.threshold());
        if (finding.source() == null) {
            json.writeNullField("source");
        } else {
            json.writeObjectFieldStart("source");
            location(json, finding.source());
            json.writeEndObject();
        }
        if (finding.gravity() != null) {
            json.writeStringField("gravite", finding.gravity().code());
        }
    }

    private static void location(JsonGenerator json, Location location) throws IOException {
        json.writeStringField("fichier", location.file());
        number(json, "ligne", location.line());
        string(json, "colonne", location.column());
    }

    private static void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStringField("niveau", problem.severity().code());
        location(json, problem.location());
        json.writeStringField("message", problem.message());
    }

    private static void fingerprint(JsonGenerator json, FileRead file) throws IOException {
        json.writeStringField("fichier", file.file());
        string(json, "sha256", file.sha256());
    }

    private static void principle(JsonGenerator json, PrincipleEvidence principle) throws IOException {
        json.writeStringField("id", principle.id());
        strings(json, "preuves", principle.evidence());
    }

    private static void judgement(JsonGenerator json, JudgementFate fate) throws IOException {
        Judgement judgement = fate.judgement();
        json.writeStringField("specification", judgement.specification());
        string(json, "type", judgement.type() == null ? null : judgement.type().code());
        string(json, "statut", judgement.status());
        string(json, "gravite", judgement.gravity());
        date(json, "evalue_le", judgement.evaluatedOn());
        date(json, "valable_jusqu_au", judgement.validUntil());
        json.writeBooleanField("retenu", fate.applied());
        json.writeStringField("note", fate.note());
        json.writeNumberField("ligne", judgement.line());
    }

    private static void nonApplicability(JsonGenerator json, NonApplicabilityFate fate) throws IOException {
        Structure.NonApplicable declared = fate.declared();
        json.writeStringField("specification", declared.specification());
        json.writeBooleanField("motivee", declared.reasoned());
        json.writeBooleanField("validee", declared.validated());
        date(json, "jusqu_au", declared.until());
        json.writeBooleanField("retenue", fate.applied());
        string(json, "note", fate.note());
        json.writeNumberField("ligne", declared.line());
    }

    private static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStringField("nom", parameter.name());
        json.writeStringField("valeur", parameter.value());
        json.writeStringField("pourquoi", parameter.why());
        string(json, "lecture", parameter.reading());
    }

    private static void fileRead(JsonGenerator json, FileRead file) throws IOException {
        json.writeStringField("fichier", file.file());
        string(json, "encodage", file.encoding());
        string(
                json,
                "separateur",
                file.separator() == null ? null : file.separator().toString());
        json.writeNumberField("lignes", file.rows());
        json.writeNumberField("lignes_posterieures", file.laterRows());
        json.writeNumberField("dates_posterieures", file.laterDates());
    }

    /** Writes the fields of one element. */
    private interface Fields<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    private static <T> void array(JsonGenerator json, String name, List<T> values, Fields<T> fields)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> codes(List<StructureType> types) {
        return types.stream().map(StructureType::code).toList();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void date(JsonGenerator json, String name, @Nullable LocalDate value) throws IOException {
        string(json, name, value == null ? null : value.toString());
    }
}
