package fr.cedre.dossier;

import java.util.Arrays;

/** Remembers identifiers by their {@link TextHash}, with the line of each: twelve bytes an identifier instead of a hundred. */
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
        long hash = TextHash.of(text);
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
}
