package id.sigap.triage.text;

import java.util.Collection;

/** Tells in 64 bits which words are surely not in a small set, without looking at the set. */
final class WordMask {
    private WordMask() {}

    /** The mask of a set of words. */
    static long of(Collection<String> words) {
        long mask = 0;
        for (String word : words) {
            mask |= bit(word);
        }
        return mask;
    }

    /** False if a word is not in the set. */
    static boolean mayHold(long mask, String word) {
        return (mask & bit(word)) != 0;
    }

    private static long bit(String word) {
        int hash = word.hashCode();
        // A shift takes the lower six bits.
        return 1L << (hash ^ (hash >>> 11) ^ (hash >>> 22));
    }
}
