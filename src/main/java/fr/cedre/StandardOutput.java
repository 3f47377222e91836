package fr.cedre;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A stream that remembers its first failure and then takes everything in silence: the printers above it swallow errors, and a report cut short must not
 * pass for a whole one.
 */
final class StandardOutput extends OutputStream {

    private static final int TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int DEVICE = 0x2000;

    private final OutputStream target;
    private @Nullable IOException failure;

    StandardOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                target.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** True when something was lost that the reader still waits for; a reader that has left (a pipe closed early) misses nothing. */
    boolean lost() {
        return failure != null && !left(failure, Path.of("/dev/stdout"));
    }

    /**
     * Whether the failure is that of a reader gone. What the stream is tells it in every language, where the message of the system is translated: a
     * pipe or a socket can only have been closed, a file or a device can only be full or out of order.
     */
    static boolean left(IOException failure, Path stream) {
        try {
            int type = (Integer) Files.getAttribute(stream, "unix:mode", new LinkOption[0]) & TYPE;
            return type != REGULAR && type != DEVICE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException e) {
            String message = String.valueOf(failure.getMessage());
            return message.contains("pipe");
        }
    }
}
