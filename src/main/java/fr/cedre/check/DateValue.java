package fr.cedre.check;

import fr.cedre.dossier.Row;

/** A date operand bound to the columns of one register: an epoch day or a sentinel of {@link fr.cedre.dossier.Cell}. */
@FunctionalInterface
public interface DateValue {
    /** The date for a row. */
    long of(Row row);
}
