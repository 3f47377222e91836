package fr.cedre.check;

import fr.cedre.dossier.RegisterSchema;
import java.util.Set;

/** A field of {@code structure.yaml} is filled, or empty. */
public record StructureCondition(String path, boolean filled) implements Condition {

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
        return Truth.of(context.structure().field(path).isPresent() == filled);
    }
}
