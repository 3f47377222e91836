package fr.cedre.check;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.yaml.YamlObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of checks that speak of rows (register, condition, date, message), for a file that is not a referential; same meaning, same errors. */
public final class RowLanguage {

    private final CheckSource source;

    /**
     * The words of one block.
     *
     * @param block block they are read from
     * @param parameters values that durations and numbers may name
     */
    public RowLanguage(YamlObject block, Dictionary dictionary, Map<String, Parameter> parameters) {
        this.source = new CheckSource(block, false, dictionary, parameters, Set.of());
    }

    /** The register that a block of it names ({@code registre}). */
    public RegisterSchema register(YamlObject block) {
        return source.register(block);
    }

    /** A column of a register. */
    public String column(YamlObject block, String key, RegisterSchema schema) {
        return source.conditions().column(block, key, schema);
    }

    /** A condition on rows, or null when none is written. */
    public @Nullable Condition condition(YamlObject block, String key, RegisterSchema schema) {
        return source.conditions().read(block, key, schema);
    }

    /** A date operand. */
    public Moment date(YamlObject block, String key, RegisterSchema schema) {
        return source.conditions().moment(block, key, schema);
    }

    /** A duration, written or by parameter. */
    public Duration duration(YamlObject block, String key) {
        return source.conditions().durationOf(block, key);
    }

    /** A text that shows columns; free text is refused. */
    public Template label(YamlObject block, String key, RegisterSchema schema) {
        Template label = new Template(block.requiredText(key));
        source.placeholders(block, key, label, Set.of(schema.name()), Set.of());
        return label;
    }

    /** Parameters met so far. */
    public Set<String> used() {
        return source.conditions().used();
    }
}
