package fr.cedre.check;

import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A condition written in YAML, on a row, on the structure or on the type under control (vocabulary § 4). */
public sealed interface Condition
        permits CellCondition, DurationCondition, StructureCondition, TypeCondition, Condition.Combination {

    /** Columns of the row it reads; what an unknown answer is blamed on. */
    Set<String> columns();

    /** Binds it to a register and a run. */
    RowTest bind(RegisterSchema schema, RunContext context);

    /** What it says outside any row; unknown when it needs one. */
    Truth test(RunContext context);

    /** False when no row could ever satisfy it under control of this type alone. */
    default boolean possibleFor(StructureType type) {
        return true;
    }

    /** How conditions combine. */
    enum Operator {
        /** {@code toutes}. */
        ALL,
        /** {@code une_parmi}. */
        ANY,
        /** {@code sauf}, one part. */
        NOT
    }

    /** Several conditions combined. */
    record Combination(Operator operator, List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Combination {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>();
            parts.forEach(p -> columns.addAll(p.columns()));
            return columns;
        }

        @Override
        public RowTest bind(RegisterSchema schema, RunContext context) {
            RowTest[] bound = parts.stream().map(p -> p.bind(schema, context)).toArray(RowTest[]::new);
            return switch (operator) {
                case ALL ->
                    row -> {
                        Truth truth = Truth.TRUE;
                        for (RowTest test : bound) {
                            truth = truth.and(test.test(row));
                            if (truth == Truth.FALSE) {
                                return truth;
                            }
                        }
                        return truth;
                    };
                case ANY ->
                    row -> {
                        Truth truth = Truth.FALSE;
                        for (RowTest test : bound) {
                            truth = truth.or(test.test(row));
                            if (truth == Truth.TRUE) {
                                return truth;
                            }
                        }
                        return truth;
                    };
                case NOT -> row -> bound[0].test(row).not();
            };
        }

        @Override
        public boolean possibleFor(StructureType type) {
            return switch (operator) {
                case ALL -> parts.stream().allMatch(p -> p.possibleFor(type));
                case ANY -> parts.stream().anyMatch(p -> p.possibleFor(type));
                case NOT -> true;
            };
        }

        @Override
        public Truth test(RunContext context) {
            return switch (operator) {
                case ALL -> parts.stream().map(p -> p.test(context)).reduce(Truth.TRUE, Truth::and);
                case ANY -> parts.stream().map(p -> p.test(context)).reduce(Truth.FALSE, Truth::or);
                case NOT -> parts.get(0).test(context).not();
            };
        }
    }
}
