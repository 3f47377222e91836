package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;

/** Published JSON Schemas held against what is written. */
final class JsonSchemas {

    private JsonSchemas() {}

    /** A schema, ready to validate. */
    static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
    }

    /** What a text says that a schema refuses. */
    static List<Error> errors(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON);
    }

    /** The keys that a schema names. */
    static void named(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(child -> named(child, keys));
    }

    /** The keys that are written. */
    static void keys(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> keys(child, keys));
    }

    /** Fails when a key says not what it is. */
    static void described(JsonNode node, String path) {
        if (typed(node)) {
            node.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                assertThat(value.has("description") || value.has("$ref") || value.has("const"))
                        .as(path + " " + property.getKey())
                        .isTrue();
            });
        }
        node.properties().forEach(child -> described(child.getValue(), path + " " + child.getKey()));
    }

    /** True for the schema of an object. */
    private static boolean typed(JsonNode node) {
        JsonNode type = node.path("type");
        return "object".equals(type.textValue())
                || (type.isArray() && "object".equals(type.path(0).textValue()));
    }

    /** The same schema, that refuses any key it does not name. */
    static JsonNode closed(JsonNode schema) {
        schema.forEach(JsonSchemas::closed);
        if (schema instanceof ObjectNode object && typed(object)) {
            object.put("unevaluatedProperties", false);
        }
        return schema;
    }
}
