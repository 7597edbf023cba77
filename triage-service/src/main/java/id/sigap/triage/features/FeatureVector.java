package id.sigap.triage.features;

import java.util.Arrays;

/**
 * The features of one message: each a 64-bit hash, at most once, in a family. Reusable by one thread at a time; at most
 * {@link #CAPACITY} are kept, so that a huge message costs no more than a long one.
 */
public final class FeatureVector {
    /** The most features of one message. */
    public static final int CAPACITY = 1 << 14;

    /** The owner of features that no single token brings. */
    public static final int NOBODY = -1;

    /** Groups of features that are weighed together: each family has the same say however many features it has. */
    public enum Family {
        WORD(0, 1.0),
        PAIR(1, 0.7),
        PIECE(2, 1.0),
        CUE(3, 1.2),
        /** Classes of near meanings. */
        SENSE(4, 1.2);

        private final int number;
        private final double scale;

        Family(int number, double scale) {
            this.number = number;
            this.scale = scale;
        }

        /** What the family's features weigh together. */
        public double scale() {
            return scale;
        }

        /** One bit, by which several families are named in a number. */
        public int bit() {
            return 1 << number;
        }

        static final Family[] ALL = values();
    }

    /** Enough for a message of some 40 words, and small enough for a core's nearest memory. */
    private static final int SLOTS = 1 << 11;

    private final long[] few = new long[SLOTS];
    private long[] seen = few;
    private final long[] hashes = new long[CAPACITY];
    private final byte[] families = new byte[CAPACITY];
    private final int[] owners = new int[CAPACITY];
    private final int[] rows = new int[CAPACITY];
    private final long[] fetched = new long[CAPACITY];
    private final int[] counts = new int[Family.ALL.length];
    private int size;
    private int owner = NOBODY;

    /** A choice of all families, by number. */
    public static boolean[] all() {
        boolean[] all = new boolean[Family.ALL.length];
        Arrays.fill(all, true);
        return all;
    }

    /** A choice of families, by number. */
    public static boolean[] only(Family... families) {
        boolean[] only = new boolean[Family.ALL.length];
        for (Family family : families) {
            only[family.number] = true;
        }
        return only;
    }

    /** Empties it. */
    public void clear() {
        seen = few;
        Arrays.fill(few, 0);
        Arrays.fill(counts, 0);
        size = 0;
        owner = NOBODY;
    }

    /** Says which token brings the features that follow; a feature belongs to the first that brings it. */
    public void owner(int token) {
        owner = token;
    }

    /** The token that brought a feature, or {@link #NOBODY}. */
    public int ownerOf(int index) {
        return owners[index];
    }

    /** Adds a feature unless it is there already or the vector is full. */
    public void add(Family family, long hash) {
        if (size == CAPACITY) {
            return;
        }
        long key = hash == 0 ? 1 : hash;
        if (!place(key)) {
            return;
        }
        hashes[size] = key;
        owners[size] = owner;
        families[size] = (byte) family.number;
        counts[family.number]++;
        size++;
        if (size * 2 == seen.length) {
            grow();
        }
    }

    /** Notes a feature; false when it was there. */
    private boolean place(long key) {
        int slot = (int) (key >>> 40) & (seen.length - 1);
        while (seen[slot] != 0) {
            if (seen[slot] == key) {
                return false;
            }
            slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = key;
        return true;
    }

    private void grow() {
        seen = new long[seen.length * 4];
        for (int i = 0; i < size; i++) {
            place(hashes[i]);
        }
    }

    /** Room for the place that a table of weights has for each feature; what it holds is that table's affair. */
    public int[] rows() {
        return rows;
    }

    /** Room for what a table of weights fetches for each feature before it looks at it. */
    public long[] fetched() {
        return fetched;
    }

    /** How many features there are. */
    public int size() {
        return size;
    }

    /** The feature at an index. */
    public long hash(int index) {
        return hashes[index];
    }

    /** Its family. */
    public Family family(int index) {
        return Family.ALL[families[index]];
    }

    /** What one feature counts for, by the number of its family. */
    public double[] values() {
        double[] values = new double[Family.ALL.length];
        for (Family family : Family.ALL) {
            values[family.number] = value(family);
        }
        return values;
    }

    /** The number of a feature's family. */
    public int familyNumber(int index) {
        return families[index];
    }

    /** What one feature of a family counts for: the family's scale over the root of how many it has here. */
    public double value(Family family) {
        int count = counts[family.number];
        return count == 0 ? 0 : family.scale() / Math.sqrt(count);
    }
}
