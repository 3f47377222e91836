package fr.cedre.dossier;

import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records below the header of a CSV file, each with the line where it starts. */
final class RecordStream implements Records {

    private final CSVParser parser;
    private final GuardedReader guard;
    private final Iterator<CSVRecord> records;
    private final long offset;
    private int start;
    private int next;

    private RecordStream(CSVParser parser, GuardedReader guard, int headerLine) {
        this.parser = parser;
        this.guard = guard;
        this.records = parser.iterator();
        this.offset = headerLine - 1L;
        this.next = headerLine;
    }

    /**
     * Reads the header and stands below it.
     *
     * @param guard what the parser reads from
     * @param headerLine 1-based line of the first record, which is the header
     */
    static RecordStream belowHeader(CSVParser parser, GuardedReader guard, int headerLine) {
        RecordStream records = new RecordStream(parser, guard, headerLine);
        records.next();
        return records;
    }

    @Override
    public @Nullable CSVRecord next() {
        start = next;
        if (!records.hasNext()) {
            return null;
        }
        CSVRecord record = records.next();
        guard.recordRead();
        next = (int) (offset + parser.getCurrentLineNumber()) + 1;
        return record;
    }

    @Override
    public int line() {
        return start;
    }

    @Override
    public void close() {
        // the parser is closed by who opened it
    }
}
