package fr.cedre.check;

import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message with {@code {placeholders}}. Which columns may be shown is checked when the referential is read: free text of a register never reaches
 * a report.
 */
public final class Template {

    private final String source;
    private final List<String> parts = new ArrayList<>();

    /** Splits the text; odd parts are placeholder names. */
    public Template(String source) {
        this.source = source;
        int from = 0;
        while (true) {
            int open = source.indexOf('{', from);
            int close = open < 0 ? -1 : source.indexOf('}', open);
            if (close < 0) {
                parts.add(source.substring(from));
                return;
            }
            parts.add(source.substring(from, open));
            parts.add(source.substring(open + 1, close));
            from = close + 1;
        }
    }

    /** Names between braces. */
    public Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }

    /** The text as written. */
    public String source() {
        return source;
    }

    /** The values a row gives to this template's columns, copied so that the row may move on. */
    public Map<String, String> capture(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        RegisterSchema schema = row.schema();
        for (int i = 1; i < parts.size(); i += 2) {
            int position = schema.position(parts.get(i));
            if (position >= 0) {
                values.put(parts.get(i), row.display(position));
            }
        }
        return values;
    }

    /** Fills the placeholders; one that has no value shows « ? ». */
    public String fill(Map<String, String> values) {
        StringBuilder text = new StringBuilder(source.length() + 32);
        for (int i = 0; i < parts.size(); i++) {
            text.append(i % 2 == 0 ? parts.get(i) : values.getOrDefault(parts.get(i), "?"));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
