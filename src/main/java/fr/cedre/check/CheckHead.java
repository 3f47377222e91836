package fr.cedre.check;

import fr.cedre.dossier.Duration;
import fr.cedre.dossier.StructureType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every check carries (vocabulary § 2).
 *
 * @param id named after the defect
 * @param types types it is restricted to, empty for all
 * @param level level of its findings
 * @param gravity own gravity, or null for the specification's
 * @param message message of a finding
 * @param advice own advice, or null for the specification's
 * @param reading code of the ambiguity read, or null
 * @param parameters project parameters it uses
 * @param line line in the YAML file
 * @param dueLabel what to do again before it stops being met, or null when it says no deadline; {@code {valeur}} stands for the value looked for
 * @param renewal how long that takes, or null for the project's default
 */
public record CheckHead(
        String id,
        Set<StructureType> types,
        Level level,
        @Nullable Gravity gravity,
        Template message,
        @Nullable String advice,
        @Nullable String reading,
        Set<String> parameters,
        int line,
        @Nullable String dueLabel,
        @Nullable Duration renewal) {
    /** Copies the sets. */
    public CheckHead {
        types = Set.copyOf(types);
        parameters = Set.copyOf(parameters);
    }

    /** True when the check concerns a type. */
    public boolean appliesTo(StructureType type) {
        return types.isEmpty() || types.contains(type);
    }
}
