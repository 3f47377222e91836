package fr.cedre.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Short hashes that stand for texts in a plan. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The first bytes of the SHA-256 of a text, in lower-case hexadecimal. */
    public static String of(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Six digits for what a text says, not how it is written: what a spreadsheet loses (signs absent from Windows-1252, spaces, apostrophes) does not
     * make it another.
     */
    static String ofWords(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                words.append(c);
            }
        }
        return of(words.isEmpty() ? text.strip() : words.toString(), 3);
    }
}
