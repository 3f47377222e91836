package fr.cedre.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object held in memory, read with care: a missing or misshapen value is absent, never an exception. */
final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Object> fields;

    private JsonTree(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Reads the only value of a file in UTF-8, with or without a byte order mark.
     *
     * @param skipped keys whose values are not kept
     * @return the object, or null when it holds something else
     * @throws IOException when it is not JSON; the message is the library's, its location the place
     */
    static @Nullable JsonTree read(InputStream in, Set<String> skipped) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            JsonTree tree = new JsonTree(object(parser, skipped));
            return parser.nextToken() == null ? tree : null;
        }
    }

    private static Map<String, Object> object(JsonParser parser, Set<String> skipped) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (skipped.contains(name)) {
                parser.skipChildren();
                continue;
            }
            Object value = value(parser, skipped);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser parser, Set<String> skipped) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonTree(object(parser, skipped));
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object item = value(parser, skipped);
                    if (item != null) {
                        items.add(item);
                    }
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Its keys, in their order. */
    Set<String> names() {
        return fields.keySet();
    }

    /** A text, or null. */
    @Nullable
    String text(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    /** A text, or the empty one. */
    String textOrEmpty(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** A whole number, or null. */
    @Nullable
    Integer number(String name) {
        if (fields.get(name) instanceof BigDecimal number && number.scale() <= 0 && number.precision() < 10) {
            return number.intValue();
        }
        return null;
    }

    /** True when the value is true. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** An object, or null. */
    @Nullable
    JsonTree child(String name) {
        return fields.get(name) instanceof JsonTree tree ? tree : null;
    }

    /** True when there is a list of that name. */
    boolean hasList(String name) {
        return fields.get(name) instanceof List<?>;
    }

    /** The objects of a list. */
    List<JsonTree> children(String name) {
        List<JsonTree> children = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof JsonTree tree) {
                    children.add(tree);
                }
            }
        }
        return children;
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
