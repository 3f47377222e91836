package fr.cedre.check;

import java.util.Arrays;

/** A growing list of (first day, last day, line) triples in primitive form: a register of a million rows costs twelve megabytes. */
final class Intervals {

    private int[] triples = new int[6];
    private int size;

    void add(long start, long end, int line) {
        if (size + 3 > triples.length) {
            triples = Arrays.copyOf(triples, triples.length * 2);
        }
        triples[size] = clamp(start);
        triples[size + 1] = clamp(end);
        triples[size + 2] = line;
        size += 3;
    }

    int count() {
        return size / 3;
    }

    int start(int i) {
        return triples[3 * i];
    }

    int end(int i) {
        return triples[3 * i + 1];
    }

    int line(int i) {
        return triples[3 * i + 2];
    }

    private static int clamp(long day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day));
    }
}
