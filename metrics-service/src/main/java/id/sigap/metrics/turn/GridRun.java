package id.sigap.metrics.turn;

import java.util.Arrays;

/**
 * Some places of the {@link Grid} with how many there are at each. Counting a run is much faster than counting its places
 * one by one; so it is filled again and again. Not for several threads.
 */
public final class GridRun {
    private static final int FIRST_LENGTH = 64;
    private static final int NONE = -1;

    private int[] places = new int[FIRST_LENGTH];
    private long[] counts = new long[FIRST_LENGTH];
    private int size;
    private int highest = NONE;
    private long total;

    /** Begins anew, with room for so many places. */
    public void clear(int many) {
        size = 0;
        highest = NONE;
        total = 0;
        if (many > places.length) {
            places = new int[Math.max(many, 2 * places.length)];
            counts = new long[places.length];
        }
    }

    /** Adds a place, from 0. */
    public void add(int place, long count) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        places[size] = place;
        counts[size++] = count;
        highest = Math.max(highest, place);
        total += count;
    }

    /** How many places there are. */
    public int size() {
        return size;
    }

    /** One of the places, by its number from 0. */
    public int place(int i) {
        return places[i];
    }

    /** How many there are at one of the places, by its number from 0. */
    public long count(int i) {
        return counts[i];
    }

    /** How many there are at all places together. */
    public long total() {
        return total;
    }

    /** The highest place; -1 if there is none. */
    public int highest() {
        return highest;
    }

    /** How many there are up to a place, itself included. */
    public long upTo(int place) {
        if (highest <= place) {
            return total;
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += places[i] <= place ? counts[i] : 0;
        }
        return sum;
    }
}
