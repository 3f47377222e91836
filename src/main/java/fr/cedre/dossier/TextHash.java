package fr.cedre.dossier;

/**
 * 64-bit hashes that stand for identifiers: a million of them are remembered in sixteen bytes each instead of a hundred. Two different identifiers would
 * have to share 64 bits to be taken for one, about once in ten million files of a million rows.
 */
public final class TextHash {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TextHash() {}

    /** The hash of a text. */
    public static long of(String text) {
        return end(add(START, text));
    }

    /** The hash of a key of one or several columns of a row, or 0 when one of them has no value, so that nothing is joined on a blank. */
    public static long of(Row row, int[] positions) {
        if (positions.length == 1) {
            return Cell.isValue(row.value(positions[0])) ? row.hash(positions[0]) : 0;
        }
        long hash = START;
        for (int position : positions) {
            if (!Cell.isValue(row.value(position))) {
                return 0;
            }
            hash = add(hash, row.text(position)) * PRIME;
        }
        return end(hash);
    }

    /** FNV-1a over the characters. */
    private static long add(long start, String text) {
        long h = start;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * PRIME;
        }
        return h;
    }

    /** A 64-bit mixer: every bit of the result depends on every character. */
    private static long end(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
