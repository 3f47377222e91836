package fr.cedre.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file, settled by its bytes: byte order mark, else strict UTF-8, else Windows-1252. A file that is no text at all is named for what it is.
 *
 * @param charset charset to decode with, or null when the file is not a text
 * @param label name shown to people
 * @param bom bytes to skip
 * @param defect French words when it is not a text ("un classeur Excel…"), or null
 */
public record TextEncoding(
        @Nullable Charset charset,
        String label,
        int bom,
        @Nullable String defect) {

    private static final int BLOCK = 1 << 16;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    /** Reads the whole file once, whatever its size, in a fixed buffer. */
    public static TextEncoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** The same for what a stream holds; it is left open. */
    static TextEncoding of(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        int length = in.readNBytes(block, 0, BLOCK);
        TextEncoding sure = bySignature(block, length);
        if (sure != null) {
            return sure;
        }
        Utf8Scan scan = new Utf8Scan();
        while (length > 0) {
            if (!scan.accept(block, length)) {
                return binary("un fichier binaire (des octets nuls s'y trouvent)");
            }
            length = in.readNBytes(block, 0, BLOCK);
        }
        return scan.isUtf8()
                ? new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0, null)
                : new TextEncoding(Charset.forName("windows-1252"), "Windows-1252", 0, null);
    }

    private static @Nullable TextEncoding bySignature(byte[] b, int n) {
        if (starts(b, n, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8 avec BOM", 3, null);
        }
        if (starts(b, n, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16", 2, null);
        }
        if (starts(b, n, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16", 2, null);
        }
        if (starts(b, n, 'P', 'K', 3, 4)) {
            return binary("un classeur Excel (.xlsx) ou une archive ZIP");
        }
        if (starts(b, n, 0xD0, 0xCF, 0x11, 0xE0)) {
            return binary("un classeur Excel ancien (.xls)");
        }
        if (starts(b, n, 0x1F, 0x8B)) {
            return binary("une archive compressée (.gz)");
        }
        if (starts(b, n, '%', 'P', 'D', 'F')) {
            return binary("un document PDF");
        }
        if (n >= 4 && b[1] == 0 && b[0] != 0 && b[3] == 0 && b[2] != 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16", 0, null);
        }
        if (n >= 4 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16", 0, null);
        }
        return null;
    }

    private static TextEncoding binary(String what) {
        return new TextEncoding(null, "", 0, what);
    }

    private static boolean starts(byte[] b, int n, int... signature) {
        if (n < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((b[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Strict UTF-8 over successive blocks; ASCII is skipped eight bytes at a time. */
    private static final class Utf8Scan {
        private boolean valid = true;
        private int pending;
        private int lower = 0x80;
        private int upper = 0xBF;

        boolean isUtf8() {
            return valid && pending == 0;
        }

        /** False when a NUL byte is found. */
        boolean accept(byte[] block, int length) {
            ByteBuffer words = ByteBuffer.wrap(block).order(ByteOrder.nativeOrder());
            int i = 0;
            while (i < length) {
                if ((pending == 0 || !valid) && i + 8 <= length) {
                    long word = words.getLong(i);
                    if (((word - LOW_BITS) & ~word & HIGH_BITS) != 0 && hasNul(block, i)) {
                        return false;
                    }
                    if ((word & HIGH_BITS) == 0 || !valid) {
                        i += 8;
                        continue;
                    }
                }
                int b = block[i] & 0xFF;
                if (b == 0) {
                    return false;
                }
                if (valid && (b >= 0x80 || pending > 0)) {
                    step(b);
                }
                i++;
            }
            return true;
        }

        private static boolean hasNul(byte[] block, int from) {
            for (int i = from; i < from + 8; i++) {
                if (block[i] == 0) {
                    return true;
                }
            }
            return false;
        }

        private void step(int b) {
            if (pending > 0) {
                valid = b >= lower && b <= upper;
                pending--;
                lower = 0x80;
                upper = 0xBF;
            } else if (b >= 0xC2 && b <= 0xDF) {
                pending = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                pending = 2;
                lower = b == 0xE0 ? 0xA0 : 0x80;
                upper = b == 0xED ? 0x9F : 0xBF;
            } else if (b >= 0xF0 && b <= 0xF4) {
                pending = 3;
                lower = b == 0xF0 ? 0x90 : 0x80;
                upper = b == 0xF4 ? 0x8F : 0xBF;
            } else {
                valid = false;
            }
        }
    }
}
