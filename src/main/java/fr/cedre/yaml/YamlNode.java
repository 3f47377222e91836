package fr.cedre.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value and the 1-based line where it starts. */
public sealed interface YamlNode {

    /** 1-based line. */
    int line();

    /**
     * A scalar as written, without type guessing: a version stays {@code 1.10}, a SIRET keeps its zeros.
     *
     * @param value text of the scalar; empty for {@code null} or {@code ~}
     * @param quoted true when written between quotes (an empty quoted text is a value, an empty plain one is not)
     */
    record Scalar(String value, boolean quoted, int line) implements YamlNode {
        /** True for an empty or null plain scalar. */
        public boolean isNull() {
            return !quoted && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }
    }

    /** A sequence. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line) implements YamlNode {
        /** Copies the map, keeping its order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of a key, or null. */
        public @Nullable YamlNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /**
     * A value and the line of its key.
     *
     * @param keyLine 1-based
     */
    record Entry(YamlNode value, int keyLine) {}
}
