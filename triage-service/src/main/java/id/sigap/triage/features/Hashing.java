package id.sigap.triage.features;

import java.util.Arrays;

/** 64-bit hashes of character sequences, the same on every machine and in every release. */
public final class Hashing {
    private static final long PRIME = 0x100000001B3L;
    private static final long OFFSET = 0xCBF29CE484222325L;

    private Hashing() {}

    /** The start of a hash, different per kind of feature. */
    public static long seed(char kind) {
        return step(OFFSET, kind);
    }

    public static long step(long hash, char c) {
        return (hash ^ c) * PRIME;
    }

    /** Of two finished hashes in their order. */
    public static long both(char kind, long first, long second) {
        return finish((seed(kind) ^ first) * PRIME + Long.rotateLeft(second, 32));
    }

    public static long text(long hash, CharSequence text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = step(result, text.charAt(i));
        }
        return result;
    }

    /** Spreads the bits; FNV alone leaves the high ones of short texts alike. */
    public static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    /** The different ones among the first few, in their order. Quadratic: for the pieces of one word, some twenty. */
    public static long[] different(long[] hashes, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int at = 0;
            while (at < kept && hashes[at] != hashes[i]) {
                at++;
            }
            hashes[at] = hashes[i];
            kept = Math.max(kept, at + 1);
        }
        return Arrays.copyOf(hashes, kept);
    }
}
