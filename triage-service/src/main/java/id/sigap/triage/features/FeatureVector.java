package id.sigap.triage.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of one message: its different words, each with its pieces, and other features, each a 64-bit hash, at most
 * once, in a family. A piece counts once for each different word that has it: so what a word and its pieces say together
 * can be worked out once and kept. Reusable by one thread at a time; at most {@link #CAPACITY} features and as many words
 * are kept, so that a huge message costs no more than a long one.
 */
public final class FeatureVector {
    /** The most features of one message. */
    public static final int CAPACITY = 1 << 14;

    /** The owner of features that no single token brings. */
    public static final int NOBODY = -1;

    /** Groups of features that are weighed together: each family has the same say however many features it has. */
    public enum Family {
        WORD(0, 0.8),
        PAIR(1, 1.5),
        PIECE(2, 1.2),
        CUE(3, 1.2),
        /** Classes of near meanings. */
        SENSE(4, 1.0),
        /** Two words with one between them. */
        GAPPED(5, 1.0),
        /** Classes at the beginning and at the end. */
        EDGE(6, 0.7);

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

        /** Its place among all. */
        public int number() {
            return number;
        }

        static final Family[] ALL = values();
    }

    /** Enough for a message of some 30 words, and small enough to be emptied for each. */
    private static final int SLOTS = 1 << 10;

    private final long[] few = new long[SLOTS];
    private long[] seen = few;
    private final long[] hashes = new long[CAPACITY];
    private final byte[] families = new byte[CAPACITY];
    private final int[] owners = new int[CAPACITY];
    private final int[] rows = new int[CAPACITY];
    private final long[] fetched = new long[CAPACITY];
    private final int[] counts = new int[Family.ALL.length];
    private final @Nullable WordHashes[] words = new WordHashes[CAPACITY];
    private final int[] wordOwners = new int[CAPACITY];
    private int size;
    private int wordCount;
    private int seenCount;
    private int owner = NOBODY;

    /** Empties it. */
    public void clear() {
        seen = few;
        Arrays.fill(few, 0);
        Arrays.fill(counts, 0);
        // A word of a citizen is not kept longer than its message.
        Arrays.fill(words, 0, wordCount, null);
        size = 0;
        wordCount = 0;
        seenCount = 0;
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
        long key = hash == 0 ? 1 : hash;
        if (size < CAPACITY && place(key)) {
            addNew(family, key);
            noted();
        }
    }

    /** Adds a feature that nobody adds twice, unless the vector is full. */
    void addNew(Family family, long hash) {
        if (size < CAPACITY) {
            hashes[size] = hash;
            owners[size] = owner;
            families[size] = (byte) family.number;
            counts[family.number]++;
            size++;
        }
    }

    /** Adds a word with its pieces unless it is there already or the vector is full. */
    public void add(WordHashes word) {
        if (wordCount == CAPACITY || !place(word.whole())) {
            return;
        }
        words[wordCount] = word;
        wordOwners[wordCount] = owner;
        wordCount++;
        counts[Family.WORD.number] += word.isWord() ? 1 : 0;
        counts[Family.PIECE.number] += word.pieces().length;
        noted();
    }

    private void noted() {
        seenCount++;
        if (seenCount * 2 == seen.length) {
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
        long[] before = seen;
        seen = new long[before.length * 4];
        for (long key : before) {
            if (key != 0) {
                place(key);
            }
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

    /** How many different words there are. */
    public int words() {
        return wordCount;
    }

    /** The word at an index. */
    public WordHashes word(int index) {
        WordHashes word = words[index];
        if (word == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return word;
    }

    /** The token that brought a word. */
    public int ownerOfWord(int index) {
        return wordOwners[index];
    }

    /** Every feature of some families, those of words included, with what it counts for: for training. */
    public Map<Long, Counted> all(Set<Family> wanted) {
        Map<Long, Counted> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
            count(all, wanted, family(i), hashes[i]);
        }
        for (int i = 0; i < wordCount; i++) {
            WordHashes word = word(i);
            if (word.isWord()) {
                count(all, wanted, Family.WORD, word.whole());
            }
            for (long piece : word.pieces()) {
                count(all, wanted, Family.PIECE, piece);
            }
        }
        return all;
    }

    private void count(Map<Long, Counted> all, Set<Family> wanted, Family family, long hash) {
        if (wanted.contains(family)) {
            all.merge(hash, new Counted(family, value(family)), (a, b) -> new Counted(family, a.value() + b.value()));
        }
    }

    /**
     * A feature of a message.
     *
     * @param family where it belongs
     * @param value what it counts for
     */
    public record Counted(Family family, double value) {}

    /** How many features there are beside those of words. */
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
