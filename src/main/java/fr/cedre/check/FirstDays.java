package fr.cedre.check;

import java.util.Arrays;

/** The earliest day of each key, keys being 64-bit hashes: twelve bytes a key, where a map of texts to days costs over a hundred. */
final class FirstDays {

    private static final int FREE = Integer.MAX_VALUE;

    private long[] keys = new long[1 << 8];
    private int[] days = filled(1 << 8);
    private int size;

    private static int[] filled(int length) {
        int[] days = new int[length];
        Arrays.fill(days, FREE);
        return days;
    }

    /** Number of keys. */
    int size() {
        return size;
    }

    /** The day of a key, a day later than any other when it has none. */
    long get(long key) {
        return days[slot(key)];
    }

    /** Sets the day of a key. */
    void put(long key, long day) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (days[slot] == FREE) {
            size++;
            keys[slot] = key;
        }
        days[slot] = (int) day;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (days[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldDays = days;
        keys = new long[oldKeys.length * 2];
        days = filled(oldKeys.length * 2);
        for (int i = 0; i < oldDays.length; i++) {
            if (oldDays[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                days[slot] = oldDays[i];
            }
        }
    }
}
