package fr.cedre.check;

import fr.cedre.yaml.YamlObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a condition that bears on the structure or the type, outside any row. */
public final class ConditionParser {

    private ConditionParser() {}

    /** The condition under a key, or null when absent. */
    public static @Nullable Condition onStructure(YamlObject o, String key, Map<String, Parameter> parameters) {
        return new ConditionReader(parameters).read(o, key, null);
    }
}
