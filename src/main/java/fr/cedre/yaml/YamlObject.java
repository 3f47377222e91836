package fr.cedre.yaml;

import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of one YAML mapping. It remembers which keys were asked for, so that {@link #close()} names every other one with the
 * nearest valid name: no key is dropped in silence.
 */
public final class YamlObject {

    private final YamlNode.Mapping mapping;
    private final String file;
    private final String path;
    private final Problems problems;
    private final boolean strict;
    private final Set<String> asked = new HashSet<>();

    /**
     * @param path key path shown in messages, empty at the root
     */
    public YamlObject(YamlNode.Mapping mapping, String file, String path, Problems problems) {
        this(mapping, file, path, problems, false);
    }

    /** The root of a file where an unknown key is an error: a rule would be lost with it. */
    public static YamlObject strict(YamlNode.Mapping mapping, String file, Problems problems) {
        return new YamlObject(mapping, file, "", problems, true);
    }

    private YamlObject(YamlNode.Mapping mapping, String file, String path, Problems problems, boolean strict) {
        this.strict = strict;
        this.mapping = mapping;
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    /** 1-based line of the mapping. */
    public int line() {
        return mapping.line();
    }

    /** File the mapping was read from. */
    public String file() {
        return file;
    }

    /** Where problems go. */
    public Problems problems() {
        return problems;
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** True if the key is written with a value. */
    public boolean has(String key) {
        return node(key) != null;
    }

    /** The raw value, or null when absent or empty. */
    public @Nullable YamlNode node(String key) {
        asked.add(key);
        YamlNode node = mapping.get(key);
        return node instanceof YamlNode.Scalar scalar && scalar.isNull() ? null : node;
    }

    /** Line of a key, or of the mapping when absent. */
    public int lineOf(String key) {
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.keyLine();
    }

    /** A text value. */
    public Optional<String> text(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof YamlNode.Scalar scalar) {
            return Optional.of(scalar.value().strip());
        }
        error(key, "« " + key + " » doit être un texte, pas une liste ni un bloc");
        return Optional.empty();
    }

    /** A text value that must be there; an empty text and a problem otherwise. */
    public String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !has(key)) {
            error(key, "« " + key + " » manque" + (path.isEmpty() ? "" : " dans « " + path + " »"));
        }
        return text.orElse("");
    }

    /** A list of texts; a single text, possibly separated by commas, is taken as a list. */
    public List<String> texts(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Scalar scalar) {
                    texts.add(scalar.value().strip());
                } else {
                    problems.add(Problem.error(
                            Location.of(file, item.line(), key),
                            "« " + key + " » : un texte est attendu dans la liste"));
                }
            }
        } else if (node instanceof YamlNode.Scalar scalar) {
            for (String part : scalar.value().split(",", -1)) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        } else {
            error(key, "« " + key + " » doit être une liste");
        }
        return texts;
    }

    /** A list of mappings. */
    public List<YamlObject> objects(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Mapping single) {
            return List.of(new YamlObject(single, file, join(key), problems, strict));
        }
        List<YamlObject> objects = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Mapping child) {
                    objects.add(new YamlObject(child, file, join(key), problems, strict));
                } else {
                    problems.add(Problem.error(
                            Location.of(file, item.line(), key),
                            "« " + key + " » : un bloc « clé: valeur » est attendu à cet endroit"));
                }
            }
        } else {
            error(key, "« " + key + " » doit être une liste de blocs « clé: valeur »");
        }
        return objects;
    }

    /** A mapping. */
    public Optional<YamlObject> object(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof YamlNode.Mapping child) {
            return Optional.of(new YamlObject(child, file, join(key), problems, strict));
        }
        error(key, "« " + key + " » doit être un bloc « clé: valeur »");
        return Optional.empty();
    }

    /** The entries of a mapping whose values are mappings, by key. */
    public Map<String, YamlObject> namedObjects(String key) {
        Map<String, YamlObject> named = new LinkedHashMap<>();
        object(key).ifPresent(o -> {
            for (String name : o.keys()) {
                o.object(name).ifPresent(child -> named.put(name, child));
            }
        });
        return named;
    }

    /** The entries of a mapping whose values are texts, by key. */
    public Map<String, String> namedTexts(String key) {
        Map<String, String> named = new LinkedHashMap<>();
        object(key).ifPresent(o -> {
            for (String name : o.keys()) {
                o.text(name).ifPresent(text -> named.put(name, text));
            }
        });
        return named;
    }

    /** Records a problem at a key. */
    public void error(String key, String message) {
        problems.add(Problem.error(Location.of(file, lineOf(key), join(key)), message));
    }

    /** Place of a key. */
    public Location at(String key) {
        return Location.of(file, lineOf(key), join(key));
    }

    /** Names the keys nobody asked for. */
    public void close() {
        for (Map.Entry<String, YamlNode.Entry> entry : mapping.entries().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                Location where = Location.of(file, entry.getValue().keyLine(), join(entry.getKey()));
                String hint = NearestName.hint(entry.getKey(), new TreeSet<>(asked));
                problems.add(
                        strict
                                ? Problem.error(where, "clé inconnue « " + entry.getKey() + " »" + hint)
                                : Problem.warning(where, "clé inconnue « " + entry.getKey() + " », ignorée" + hint));
            }
        }
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
