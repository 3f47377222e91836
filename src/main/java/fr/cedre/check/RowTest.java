package fr.cedre.check;

import fr.cedre.dossier.Row;

/** A condition bound to the columns of one register and to one run. */
@FunctionalInterface
public interface RowTest {
    /** What the condition says of a row. */
    Truth test(Row row);
}
