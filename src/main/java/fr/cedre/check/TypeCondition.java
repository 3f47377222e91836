package fr.cedre.check;

import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import java.util.Set;

/** One of the types under control is among those listed. */
public record TypeCondition(Set<StructureType> types) implements Condition {
    /** Copies the set. */
    public TypeCondition {
        types = Set.copyOf(types);
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public RowTest bind(RegisterSchema schema, RunContext context) {
        Truth truth = test(context);
        return row -> truth;
    }

    @Override
    public Truth test(RunContext context) {
        return Truth.of(context.types().stream().anyMatch(types::contains));
    }

    @Override
    public boolean possibleFor(StructureType type) {
        return types.contains(type);
    }
}
