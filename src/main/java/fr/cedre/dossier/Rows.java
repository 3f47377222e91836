package fr.cedre.dossier;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a register, in its order. */
interface Rows extends AutoCloseable {

    /** The next row, good until the next call, or null at the end; throws an {@code UncheckedIOException} when the file cannot be read further. */
    @Nullable
    Row next();

    /** 1-based line where reading stopped. */
    int line();

    @Override
    void close();

    /** Rows built one by one, as records come. */
    static Rows of(Records records, RowBuilder builder) {
        Row row = builder.newRow();
        return new Rows() {
            @Override
            public @Nullable Row next() {
                CSVRecord record;
                while ((record = records.next()) != null) {
                    if (builder.build(record, records.line(), row)) {
                        return row;
                    }
                }
                return null;
            }

            @Override
            public int line() {
                return records.line();
            }

            @Override
            public void close() {
                records.close();
            }
        };
    }
}
