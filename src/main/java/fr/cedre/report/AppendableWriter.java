package fr.cedre.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Lets a library stream into any {@link Appendable}; never closes it. */
public final class AppendableWriter extends Writer {

    private final Appendable out;

    /** Writes to a destination that stays the caller's. */
    public AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        if (out instanceof Writer writer) {
            writer.write(buffer, offset, length);
        } else {
            out.append(CharBuffer.wrap(buffer, offset, length));
        }
    }

    @Override
    public void flush() {
        // The caller decides when its destination is flushed.
    }

    @Override
    public void close() {
        // The caller owns its destination.
    }
}
