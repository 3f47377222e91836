package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schemas accept what cedre ships and writes, and refuse what its readers refuse. */
class ReferentialSchemaTest {

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("referentiels/schemas/" + name)));
    }

    @Test
    void the_referential_is_valid() throws IOException {
        String yaml = Files.readString(Path.of("referentiels/cedre-v2.yaml"));
        List<Error> errors = schema("referentiel.schema.json").validate(yaml, InputFormat.YAML);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "genre: document, genre: documents",
        "gravite: majeure, gravite: grave",
        "intitule:, titre_court:",
        "niveau: point_sensible, niveau: point_fort"
    })
    void a_mistake_in_the_referential_is_refused(String right, String wrong) throws IOException {
        String yaml = Files.readString(Path.of("referentiels/cedre-v2.yaml")).replaceFirst(right, wrong);
        assertThat(schema("referentiel.schema.json").validate(yaml, InputFormat.YAML))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai-clef-emploi",
                "etti-passerelle-interim",
                "aci-jardins-du-pre",
                "ei-premier-jour",
                "ensemblier-deux-rives"
            })
    void the_report_of_each_example_is_valid(String example) throws IOException {
        CedreRunner.Result result =
                CedreRunner.run("check", "examples/" + example, "--date", "2026-11-21", "-f", "json");
        assertThat(schema("rapport-1.schema.json").validate(result.out(), InputFormat.JSON))
                .isEmpty();
    }
}
