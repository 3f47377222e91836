package fr.cedre.dossier;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a record that never ends (a quote left open, a line of one gigabyte) before it fills the memory. */
final class GuardedReader extends FilterReader {

    /** Longest record accepted, in characters. */
    static final int MAX_RECORD = 1_000_000;

    private long sinceRecord;

    GuardedReader(Reader in) {
        super(in);
    }

    /** The parser gave a record: counting starts again. */
    void recordRead() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) throws IOException {
        sinceRecord += n;
        if (sinceRecord > MAX_RECORD) {
            throw new RecordTooLongException();
        }
    }

    /** A record longer than {@link #MAX_RECORD}. */
    static final class RecordTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
