package fr.cedre.dossier;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file, in its order. */
interface Records extends AutoCloseable {

    /** The next record, or null at the end; throws an {@code UncheckedIOException} when the file cannot be read further. */
    @Nullable
    CSVRecord next();

    /** 1-based line where the last record starts, or where reading stopped. */
    int line();

    @Override
    void close();
}
