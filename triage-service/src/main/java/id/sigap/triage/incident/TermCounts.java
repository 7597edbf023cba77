package id.sigap.triage.incident;

import java.util.Arrays;

/** Counts by term in a flat open-addressed table, without a box per entry. Holds no more than its capacity. */
final class TermCounts {
    /** What {@link #forEach} tells. */
    interface Visitor {
        void term(int term, float count);
    }

    private final int capacity;
    private final int[] terms;
    private final float[] counts;
    private int size;

    TermCounts(int capacity) {
        this.capacity = capacity;
        int slots = Integer.highestOneBit(Math.max(16, capacity) * 4 - 1);
        this.terms = new int[slots];
        this.counts = new float[slots];
    }

    float get(int term) {
        int slot = slot(term);
        return terms[slot] == term ? counts[slot] : 0;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size >= capacity;
    }

    /** Adds; a new term is dropped when the table is full. */
    void add(int term, float count) {
        int slot = slot(term);
        if (terms[slot] == term) {
            counts[slot] += count;
        } else if (size < capacity) {
            terms[slot] = term;
            counts[slot] = count;
            size++;
        }
    }

    /** Multiplies every count and forgets those that fall below a bound. */
    void shrink(float factor, float bound) {
        int[] oldTerms = terms.clone();
        float[] oldCounts = counts.clone();
        Arrays.fill(terms, 0);
        size = 0;
        for (int i = 0; i < oldTerms.length; i++) {
            float count = oldCounts[i] * factor;
            if (oldTerms[i] != 0 && count >= bound) {
                add(oldTerms[i], count);
            }
        }
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] != 0) {
                visitor.term(terms[i], counts[i]);
            }
        }
    }

    private int slot(int term) {
        int slot = (term * 0x9E3779B1 >>> 7) & (terms.length - 1);
        while (terms[slot] != 0 && terms[slot] != term) {
            slot = (slot + 1) & (terms.length - 1);
        }
        return slot;
    }
}
