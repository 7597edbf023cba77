package id.sigap.metrics.turn;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How many there are of each thing; what there is none of is not in it. Immutable. Sums do not depend on the order of
 * adding, and equal counts have equal bytes.
 */
public final class Counts {
    /** Nothing. */
    public static final Counts NONE = new Counts(new CountKey[0], new long[0]);

    private final CountKey[] keys;
    private final long[] counts;

    private Counts(CountKey[] keys, long[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    static Counts of(SortedMap<CountKey, Long> map) {
        CountKey[] keys = new CountKey[map.size()];
        long[] counts = new long[keys.length];
        int size = 0;
        for (Map.Entry<CountKey, Long> entry : map.entrySet()) {
            if (entry.getValue() != 0) {
                keys[size] = entry.getKey();
                counts[size++] = entry.getValue();
            }
        }
        return new Counts(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }

    /** Takes each count. */
    interface Use {
        void count(CountKey key, long count);
    }

    void each(Use use) {
        for (int i = 0; i < keys.length; i++) {
            use.count(keys[i], counts[i]);
        }
    }

    /** How many things it counts. */
    public int size() {
        return keys.length;
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return merge(other, 1);
    }

    /** This without the other. */
    Counts minus(Counts other) {
        return merge(other, -1);
    }

    /** Whether of everything in {@code part} this has as many at least. */
    boolean contains(Counts part) {
        Counts rest = minus(part);
        for (int i = 0; i < rest.keys.length; i++) {
            if (rest.counts[i] < 0 && Arrays.binarySearch(part.keys, rest.keys[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Counts merge(Counts other, int sign) {
        if (other.keys.length == 0) {
            return this;
        }
        CountKey[] merged = new CountKey[keys.length + other.keys.length];
        long[] sums = new long[merged.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < keys.length || theirs < other.keys.length) {
            int order = mine == keys.length
                    ? 1
                    : theirs == other.keys.length ? -1 : keys[mine].compareTo(other.keys[theirs]);
            CountKey key = order <= 0 ? keys[mine] : other.keys[theirs];
            long sum = order <= 0 ? counts[mine++] : 0;
            sum += order >= 0 ? sign * other.counts[theirs++] : 0;
            if (sum != 0) {
                merged[size] = key;
                sums[size++] = sum;
            }
        }
        return new Counts(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /** The same counts under other keys; those that then are equal are added. */
    Counts rekeyed(UnaryOperator<CountKey> other) {
        TreeMap<CountKey, Long> map = new TreeMap<>();
        each((key, count) -> map.merge(other.apply(key), count, Long::sum));
        return of(map);
    }

    /** Those whose key is wanted. */
    Counts where(Predicate<CountKey> wanted) {
        TreeMap<CountKey, Long> map = new TreeMap<>();
        each((key, count) -> {
            if (wanted.test(key)) {
                map.put(key, count);
            }
        });
        return of(map);
    }

    /** As stored: neighbours mostly differ in their last bytes only. */
    void write(ByteWriter out) {
        out.writeLong(keys.length);
        byte[] before = {};
        for (int i = 0; i < keys.length; i++) {
            byte[] key = keys[i].bytes;
            int mismatch = Arrays.mismatch(before, key);
            int shared = mismatch < 0 ? key.length : mismatch;
            out.writeLong(shared);
            out.writeLong(key.length - shared);
            out.writeBytes(key, shared);
            out.writeLong(counts[i]);
            before = key;
        }
    }

    static Counts read(ByteReader in) {
        CountKey[] keys = new CountKey[in.readInt()];
        long[] counts = new long[keys.length];
        byte[] before = {};
        for (int i = 0; i < keys.length; i++) {
            int shared = in.readInt();
            int rest = in.readInt();
            byte[] key = Arrays.copyOf(before, shared + rest);
            in.readBytes(key, shared);
            keys[i] = new CountKey(key);
            counts[i] = in.readLong();
            before = key;
        }
        return new Counts(keys, counts);
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(16 + 16 * keys.length);
        write(out);
        return out.toBytes();
    }

    /** From what was stored. */
    public static Counts of(byte[] bytes) {
        return read(new ByteReader(bytes));
    }
}
