package fr.cedre.dossier;

import java.util.Arrays;

/**
 * Numbers keys 0, 1, 2… in the order they come, keys being {@link TextHash}es. Two flat arrays: looking up an employee at each of a million rows costs one
 * read far away in memory where a map of texts makes four.
 */
public final class KeyCodes {

    private static final int NONE = -1;

    private long[] keys = new long[1 << 6];
    private int[] codes = free(1 << 6);
    private int size;

    /** Does something with a key. */
    public interface Visitor {
        /** A key and its code. */
        void visit(long key, int code);
    }

    private static int[] free(int length) {
        int[] codes = new int[length];
        Arrays.fill(codes, NONE);
        return codes;
    }

    /** Number of keys. */
    public int size() {
        return size;
    }

    /** The code of a key, or -1. */
    public int get(long key) {
        return codes[slot(key)];
    }

    /** True when the key was added. */
    public boolean contains(long key) {
        return get(key) >= 0;
    }

    /** The code of a key, numbered now if it is new. */
    public int add(long key) {
        int slot = slot(key);
        if (codes[slot] >= 0) {
            return codes[slot];
        }
        keys[slot] = key;
        codes[slot] = size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    /** Visits every key, in no order. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (codes[i] >= 0) {
                visitor.visit(keys[i], codes[i]);
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (codes[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[oldKeys.length * 2];
        codes = free(oldCodes.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCodes[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                codes[slot] = oldCodes[i];
            }
        }
    }
}
