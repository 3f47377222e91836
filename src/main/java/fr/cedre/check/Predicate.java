package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.ValueParser;
import java.util.List;
import java.util.Set;

/** One predicate on one cell. An empty cell fails every predicate but {@code est: vide}; an unreadable or absent one is unknown. */
public sealed interface Predicate {

    /** Other columns it reads. */
    default Set<String> columns() {
        return Set.of();
    }

    /** Binds it to the cell {@code position} of a register. */
    RowTest bind(int position, RegisterSchema schema, Period period);

    /** {@code est:}. */
    record Is(State state) implements Predicate {

        /** States a cell may be asked for. */
        public enum State {
            /** Something written. */
            RENSEIGNE,
            /** Nothing written, in a column that exists. */
            VIDE,
            /** Nothing written, or no such column: for an excuse or an exception, which cannot stand where there is no column. */
            SANS_VALEUR,
            /** oui. */
            VRAI,
            /** non, written. */
            FAUX
        }

        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            return row -> {
                long value = row.value(position);
                if (state == State.SANS_VALEUR && (value == Cell.ABSENT || value == Cell.EMPTY)) {
                    return Truth.TRUE;
                }
                if (Cell.isUnknown(value)) {
                    return Truth.UNKNOWN;
                }
                return Truth.of(
                        switch (state) {
                            case RENSEIGNE -> value != Cell.EMPTY;
                            case VIDE -> value == Cell.EMPTY;
                            case SANS_VALEUR -> false;
                            case VRAI -> value == 1;
                            case FAUX -> value == 0;
                        });
            };
        }
    }

    /** {@code vaut:} and {@code differe_de:}; an empty cell differs from every value. */
    record OneOf(Set<String> values, boolean wanted) implements Predicate {
        /** Copies the set. */
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            return row -> {
                long value = row.value(position);
                if (Cell.isUnknown(value)) {
                    return Truth.UNKNOWN;
                }
                boolean found = value != Cell.EMPTY && values.contains(ValueParser.code(row.text(position)));
                return Truth.of(found == wanted);
            };
        }
    }

    /** {@code contient:} (all) and {@code contient_un_de:} (any). */
    record Contains(List<String> values, boolean all) implements Predicate {
        /** Copies the list. */
        public Contains {
            values = List.copyOf(values);
        }

        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            return row -> {
                long value = row.value(position);
                if (Cell.isUnknown(value)) {
                    return Truth.UNKNOWN;
                }
                if (value == Cell.EMPTY) {
                    return Truth.FALSE;
                }
                List<String> items = row.list(position);
                return Truth.of(
                        all ? items.containsAll(values) : values.stream().anyMatch(items::contains));
            };
        }
    }

    /** {@code compte_au_moins:} items of a list; {@code mots_au_moins:} words of a text. */
    record CountAtLeast(int minimum, boolean words) implements Predicate {
        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            return row -> {
                long value = row.value(position);
                if (Cell.isUnknown(value)) {
                    return Truth.UNKNOWN;
                }
                if (value == Cell.EMPTY) {
                    return Truth.of(minimum == 0);
                }
                int count = words
                        ? row.text(position).strip().split("[\\s\\u00a0\\u202f]+").length
                        : row.list(position).size();
                return Truth.of(count >= minimum);
            };
        }
    }

    /** How a value stands to another. */
    enum Relation {
        /** ≤. */
        AT_MOST,
        /** ≥. */
        AT_LEAST,
        /** &lt;. */
        BELOW,
        /** &gt;. */
        ABOVE;

        boolean holds(long left, long right) {
            return switch (this) {
                case AT_MOST -> left <= right;
                case AT_LEAST -> left >= right;
                case BELOW -> left < right;
                case ABOVE -> left > right;
            };
        }
    }

    /** {@code avant:}, {@code apres:} and their strict forms. A date compared with an empty one cannot be told. */
    record DateCompare(Relation relation, Moment moment) implements Predicate {
        @Override
        public Set<String> columns() {
            return moment.columns();
        }

        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            DateValue other = moment.bind(schema, period);
            return row -> {
                long left = row.value(position);
                if (Cell.isUnknown(left)) {
                    return Truth.UNKNOWN;
                }
                if (left == Cell.EMPTY) {
                    return Truth.FALSE;
                }
                long right = other.of(row);
                return Cell.isValue(right) ? Truth.of(relation.holds(left, right)) : Truth.UNKNOWN;
            };
        }
    }

    /** {@code au_moins:}, {@code au_plus:}, {@code plus_de:}, {@code moins_de:} on a number, in units of {@link Cell#UNITS}. */
    record NumberCompare(Relation relation, long limit) implements Predicate {
        @Override
        public RowTest bind(int position, RegisterSchema schema, Period period) {
            boolean number = schema.fields().get(position).type() == Field.Type.NUMBER
                    || schema.fields().get(position).type() == Field.Type.INTEGER;
            return row -> {
                long value = row.value(position);
                if (Cell.isUnknown(value) || !number) {
                    return Truth.UNKNOWN;
                }
                return Truth.of(value != Cell.EMPTY && relation.holds(value, limit));
            };
        }
    }
}
