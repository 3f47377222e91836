package fr.cedre.check;

import fr.cedre.dossier.KeyCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals of days by key, with the line of each, in primitive form: a register of a million rows costs sixteen megabytes. They are written one after
 * the other, each with the place of the one before it of the same key, so that memory is filled in order whatever the order of the keys.
 */
final class Intervals {

    private static final int NONE = -1;
    private static final int FIELDS = 4;
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final KeyCodes keys = new KeyCodes();
    private final List<int[]> blocks = new ArrayList<>();
    private int[] lasts = new int[16];
    private int size;

    void add(long key, long start, long end, int line) {
        int code = keys.get(key);
        int before = NONE;
        if (code < 0) {
            code = keys.add(key);
            if (code == lasts.length) {
                lasts = Arrays.copyOf(lasts, 2 * code);
            }
        } else {
            before = lasts[code];
        }
        if (size % BLOCK == 0) {
            blocks.add(new int[FIELDS * BLOCK]);
        }
        int[] block = blocks.get(size >> BLOCK_BITS);
        int at = FIELDS * (size % BLOCK);
        block[at] = clamp(start);
        block[at + 1] = clamp(end);
        block[at + 2] = line;
        block[at + 3] = before;
        lasts[code] = size++;
    }

    /** The last interval of a key, or -1. */
    int last(long key) {
        int code = keys.get(key);
        return code < 0 ? NONE : lasts[code];
    }

    /** The interval of the same key added before another, or -1. */
    int before(int i) {
        return field(i, 3);
    }

    int start(int i) {
        return field(i, 0);
    }

    int end(int i) {
        return field(i, 1);
    }

    int line(int i) {
        return field(i, 2);
    }

    private int field(int i, int field) {
        return blocks.get(i >> BLOCK_BITS)[FIELDS * (i % BLOCK) + field];
    }

    private static int clamp(long day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day));
    }
}
