package id.sigap.triage.training;

import java.util.Arrays;

/** A number for each feature, from 1, in the order in which they were first seen. */
final class Vocabulary {
    private static final int ROOM = 1 << 16;

    /** By number, the feature. */
    private long[] hashes = new long[ROOM / 2];

    /** Where a feature's number is, by its hash; 0 is free. */
    private int[] numbers = new int[ROOM];

    private int size;

    int number(long hash) {
        int at = place(hash);
        if (numbers[at] == 0) {
            size++;
            if (size == hashes.length) {
                grow();
                at = place(hash);
            }
            hashes[size] = hash;
            numbers[at] = size;
        }
        return numbers[at];
    }

    private int place(long hash) {
        int at = (int) (hash ^ hash >>> 32) & (numbers.length - 1);
        while (numbers[at] != 0 && hashes[numbers[at]] != hash) {
            at = (at + 1) & (numbers.length - 1);
        }
        return at;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        numbers = new int[numbers.length * 2];
        for (int number = 1; number < size; number++) {
            numbers[place(hashes[number])] = number;
        }
    }

    long hash(int number) {
        return hashes[number];
    }

    int size() {
        return size;
    }
}
