package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.dossier.StructureType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a specification and its own checks.
 *
 * @param types the types it addresses
 * @param requirement reworded requirement
 * @param judgement why a human must judge, or null when data settle it
 * @param checks checks of this wording, before the common ones
 */
public record Variant(
        Set<StructureType> types,
        String requirement,
        @Nullable String judgement,
        List<Check> checks) {
    /** Copies the collections. */
    public Variant {
        types = Set.copyOf(types);
        checks = List.copyOf(checks);
    }
}
