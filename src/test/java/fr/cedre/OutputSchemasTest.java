package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import fr.cedre.OutputSamples.Output;
import fr.cedre.OutputSamples.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code diff}, {@code list}, {@code explain} and {@code validate} write for programs is what their published JSON Schemas say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutputSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static OutputSamples samples;

    @TempDir
    static Path folder;

    /** Runs each command once; every test looks at what they wrote. */
    @BeforeAll
    static void everything() throws IOException {
        samples = new OutputSamples(folder);
    }

    @ParameterizedTest
    @EnumSource
    void every_output_is_valid(Output output) throws IOException {
        Schema schema = JsonSchemas.compiled(output.schema());
        for (Written one : samples.of(output)) {
            assertThat(JsonSchemas.errors(schema, one.text())).as(one.command()).isEmpty();
        }
    }

    /** The schema is what other tools read: a key it does not name where it is written does not exist for them. */
    @ParameterizedTest
    @EnumSource
    void the_published_schema_names_every_key(Output output) throws IOException {
        Schema closed = JsonSchemas.compiled(JsonSchemas.closed(output.schema()));
        for (Written one : samples.of(output)) {
            assertThat(JsonSchemas.errors(closed, one.text())).as(one.command()).isEmpty();
        }
    }

    /** Nothing is promised that is never written, and each key says what it is. */
    @ParameterizedTest
    @EnumSource
    void every_key_of_the_schema_is_written_and_described(Output output) throws IOException {
        Set<String> named = new TreeSet<>();
        JsonNode schema = output.schema();
        JsonSchemas.named(schema, named);
        Set<String> written = new TreeSet<>();
        for (Written one : samples.of(output)) {
            JsonSchemas.keys(JSON.readTree(one.text()), written);
        }
        assertThat(named).isEqualTo(written);
        JsonSchemas.described(schema, schema.get("title").asText());
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_the_schema_does_not_name_is_left_to_readers(Output output) throws IOException {
        String text = samples.of(output).get(0).text();
        String more = text.replace("\"nom\": \"cedre\"", "\"nom\": \"cedre\", \"site\": \"\"");
        assertThat(more).isNotEqualTo(text);
        assertThat(JsonSchemas.errors(JsonSchemas.compiled(output.schema()), more))
                .isEmpty();
        assertThat(JsonSchemas.errors(JsonSchemas.compiled(JsonSchemas.closed(output.schema())), more))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPARAISON | cedre/comparaison/1 | cedre/comparaison/2",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"renforce\"",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"supprimee\"",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"nouvelle\"",
                "COMPARAISON | \"sort\": \"nouvelle\" | \"sort\": \"identique\"",
                "COMPARAISON | \"couverture\": \"partielle\" | \"couverture\": \"en_partie\"",
                "COMPARAISON | \"provenance\": \"officiel\" | \"provenance\": \"sûre\"",
                "COMPARAISON | \"par_identifiants\": false | \"par_identifiants\": null",
                "COMPARAISON | \"supprimees\": | \"perdues\":",
                "COMPARAISON | \"fusionnee\": 0 | \"fusionnee\": -1",
                "TRANSITION | cedre/transition/1 | cedre/comparaison/1",
                "TRANSITION | \"date\": \"2026-11-21\" | \"date\": \"21/11/2026\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"acquise\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"nouvelle_deja_couverte\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"sans_objet\"",
                "TRANSITION | \"categorie\": \"nouvelle_a_couvrir\" | \"categorie\": \"a_renforcer\"",
                "TRANSITION | \"gravite\": \"majeure\" | \"gravite\": \"grave\"",
                "TRANSITION | \"reserve\": null | \"reserve\": false",
                "TRANSITION | \"niveau\": \"erreur\" | \"niveau\": \"grave\"",
                "TRANSITION | \"avant\": | \"hier\":",
                "TRANSITION | \"plan\": \\[ | \"plan\": [{}, ",
                "LISTE | cedre/liste/1 | cedre/liste/1.1",
                "LISTE | \"lisible\": true | \"lisible\": false",
                "LISTE | \"lisible\": false | \"lisible\": true",
                "LISTE | \"regle\": \"tout_ou_rien\" | \"regle\": \"tout\"",
                "LISTE | \"adopte_le\": null | \"adopte_le\": \"2008\"",
                "LISTE | \"vers\": null | \"vers\": 2",
                "LISTE | \"auto_evaluation\": true | \"auto_evaluation\": \"oui\"",
                "LISTE | \"familles\": | \"famille\":",
                "EXPLICATION | cedre/explication/1 | cedre/explication/un",
                "EXPLICATION | \"nature\": \"specification\" | \"nature\": \"exigence\"",
                "EXPLICATION | \"nature\": \"specification\" | \"nature\": \"definition\"",
                "EXPLICATION | \"auto_evaluation\": false | \"auto_evaluation\": true",
                "EXPLICATION | \"gravite\": \"majeure\" | \"gravite\": null",
                "EXPLICATION | \"sens\": \"depuis\" | \"sens\": \"de\"",
                "EXPLICATION | \"probleme\": null | \"probleme\": \"illisible\"",
                "EXPLICATION | \"hors_delai\": \\[\\] | \"hors_delai\": [\"écart majeur\"]",
                "EXPLICATION | \"demande\": | \"nom\":",
                "VALIDATION | cedre/validation/1 | cedre/rapport/1",
                "VALIDATION | \"nature\": \"dossier\" | \"nature\": \"autre\"",
                "VALIDATION | \"niveau\": \"erreur\" | \"niveau\": \"fatal\"",
                "VALIDATION | \"ligne\": null | \"ligne\": 0",
                "VALIDATION | \"resume\": | \"bilan\":",
                "PLAN | cedre/plan/1 | cedre/plan/2",
                "PLAN | \"etat\": \"ouvert\" | \"etat\": \"à vérifier\"",
                "PLAN | \"identite\": \"6 | \"identite\": \"#",
                "PLAN | \"en_retard\": true | \"en_retard\": false",
                "PLAN | \"close\": false | \"close\": true",
                "PLAN | \"objet\": \" | \"objet\": null, \"autre\": \"",
                "PLAN | \"gravite\": \"majeure\" | \"gravite\": \"grave\"",
                "PLAN | \"ecriture\": \"cree\" | \"ecriture\": \"écrit\"",
                "PLAN | \"traitement\": \"suivie\" | \"traitement\": \"autre_referentiel\"",
                "PLAN | \"lignes\": \\[ | \"rangees\": [",
                "PLAN | \"non_concerne\": true | \"non_concerne\": false"
            })
    void an_output_that_says_otherwise_is_refused(Output output, String right, String wrong) throws IOException {
        Schema schema = JsonSchemas.compiled(output.schema());
        String mistaken = samples.of(output).stream()
                .map(Written::text)
                .filter(text -> Pattern.compile(right).matcher(text).find())
                .findFirst()
                .orElseThrow()
                .replaceFirst(right, wrong);
        assertThat(JsonSchemas.errors(schema, mistaken)).isNotEmpty();
    }

    @Test
    void each_nature_is_explained_and_each_kind_of_thing_validated() throws IOException {
        assertThat(values(Output.EXPLICATION, "explications", "nature"))
                .containsExactlyInAnyOrder(
                        "annexe",
                        "chapitre",
                        "cle",
                        "colonne",
                        "controle",
                        "definition",
                        "document",
                        "lecture",
                        "mot",
                        "parametre",
                        "principe",
                        "registre",
                        "specification",
                        "type");
        assertThat(values(Output.VALIDATION, "verifies", "nature"))
                .containsExactlyInAnyOrder(
                        "correspondance", "dictionnaire", "dossier", "echeances", "groupe", "referentiel");
        assertThat(values(Output.TRANSITION, "specifications", "categorie")).hasSize(5);
        assertThat(values(Output.COMPARAISON, "specifications", "sort")).contains("nouvelle", "scindee", "fusionnee");
        assertThat(values(Output.TRANSITION, "problemes", "niveau")).contains("erreur");
    }

    private static Set<String> values(Output output, String list, String key) throws IOException {
        Set<String> values = new TreeSet<>();
        for (Written one : samples.of(output)) {
            JSON.readTree(one.text())
                    .get(list)
                    .forEach(n -> values.add(n.get(key).asText()));
        }
        return values;
    }
}
