package fr.cedre.dossier;

import java.util.Arrays;

/**
 * Remembers identifiers by a 64-bit hash, with the line of each: twelve bytes an identifier instead of a hundred. Two different identifiers would have to
 * share 64 bits to be taken for one, about once in ten million files of a million rows.
 */
final class SeenKeys {

    /** The identifier is new. */
    static final int NEW = 0;

    /** No more room: uniqueness is no longer checked. */
    static final int FULL = -1;

    /** Identifiers remembered at most. */
    static final int MAX = 4_000_000;

    private long[] hashes = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    /** {@link #NEW}, {@link #FULL}, or the line where the identifier was first seen. */
    int add(String text, int line) {
        if (size >= MAX) {
            return FULL;
        }
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = hash(text);
        int slot = slot(hash);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        hashes[slot] = hash;
        lines[slot] = line;
        size++;
        return NEW;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (lines[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new int[oldLines.length * 2];
        Arrays.fill(lines, 0);
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
            }
        }
    }

    /** FNV-1a over the characters, finished by a 64-bit mixer. */
    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
