package id.sigap.triage.incident;

import java.util.Arrays;

/** The distinct hashed terms of one message, those that stand for topics first. Immutable. */
public final class Terms {
    /** Terms of a message at most. */
    static final int MOST = 40;

    private final int[] terms;
    private final int topics;

    /** The first {@code topics} of these stand for topics; more than {@link #MOST} are cut off. */
    Terms(int[] terms, int topics) {
        this.terms = Arrays.copyOf(terms, Math.min(terms.length, MOST));
        this.topics = Math.max(0, Math.min(topics, this.terms.length));
    }

    int size() {
        return terms.length;
    }

    int get(int index) {
        return terms[index];
    }

    /** How many, from the first, stand for topics. */
    int topics() {
        return topics;
    }

    boolean has(int term) {
        for (int own : terms) {
            if (own == term) {
                return true;
            }
        }
        return false;
    }
}
