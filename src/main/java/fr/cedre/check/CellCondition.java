package fr.cedre.check;

import fr.cedre.dossier.RegisterSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Predicates on one column; all must hold. */
public record CellCondition(String column, List<Predicate> predicates) implements Condition {
    /** Copies the list. */
    public CellCondition {
        predicates = List.copyOf(predicates);
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        columns.add(column);
        predicates.forEach(p -> columns.addAll(p.columns()));
        return columns;
    }

    @Override
    public RowTest bind(RegisterSchema schema, RunContext context) {
        int position = schema.position(column);
        List<RowTest> bound = predicates.stream()
                .map(p -> p.bind(position, schema, context.period()))
                .toList();
        if (bound.size() == 1) {
            return bound.get(0);
        }
        return row -> {
            Truth truth = Truth.TRUE;
            for (RowTest test : bound) {
                truth = truth.and(test.test(row));
            }
            return truth;
        };
    }

    @Override
    public Truth test(RunContext context) {
        return Truth.UNKNOWN;
    }
}
