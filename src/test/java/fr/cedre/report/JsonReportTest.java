package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.cedre.evaluation.Evaluation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void whole_report() throws IOException {
        Golden.check("rapport.json", render(SampleEvaluation.full()));
    }

    /** Contrat § 8: scripts may rely on these keys and on their order. */
    @Test
    void keys_of_the_contract_come_first_and_in_order() throws IOException {
        assertThat(topLevelKeys(render(SampleEvaluation.full())))
                .startsWith(
                        "schema",
                        "outil",
                        "referentiel",
                        "structure",
                        "date",
                        "periode",
                        "synthese",
                        "specifications",
                        "problemes",
                        "empreintes");
    }

    /** The schema is what other tools read: a key it does not name does not exist for them. */
    @Test
    void the_published_schema_names_every_key() throws IOException {
        String schema = Files.readString(Path.of("referentiels", "schemas", "rapport-1.schema.json"));
        try (JsonParser parser = new JsonFactory().createParser(render(SampleEvaluation.full()))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    assertThat(schema).contains("\"" + parser.currentName() + "\": {");
                }
            }
        }
    }

    @Test
    void hostile_text_is_escaped_yet_read_back_unchanged() throws IOException {
        String json = render(SampleEvaluation.full());
        assertThat(json).doesNotContain("\u001B", "\u202E").contains("Clef\\u001B[31m Emploi\\u202e");
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            List<String> texts = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
            assertThat(texts).contains("Clef\u001B[31m Emploi\u202E", "Évaluation partagée");
        }
    }

    @Test
    void a_writer_and_a_builder_get_the_same_text() throws IOException {
        StringWriter writer = new StringWriter();
        Format.JSON.renderer("0.1.0").render(SampleEvaluation.full(), RenderOptions.plain(), writer);
        assertThat(writer.toString()).isEqualTo(render(SampleEvaluation.full())).endsWith("}\n");
    }

    @Test
    void no_rate_when_nothing_is_settled() throws IOException {
        assertThat(render(SampleEvaluation.of(List.of(), List.of())))
                .contains("\"pourcentage\": null", "\"specifications\": []");
    }

    private static List<String> topLevelKeys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return keys;
    }

    private static String render(Evaluation evaluation) throws IOException {
        StringBuilder out = new StringBuilder();
        Format.JSON.renderer("0.1.0").render(evaluation, RenderOptions.plain(), out);
        return out.toString();
    }
}
