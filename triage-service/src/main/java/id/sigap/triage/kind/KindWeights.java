package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights of a linear model: per feature one number for each kind, in the order of {@link Kind}. Immutable. Stored
 * in the order of the hashes, so that the same weights are the same bytes.
 */
public final class KindWeights {
    /** How many kinds there are. */
    static final int KINDS = Kind.values().length;

    private static final List<Kind> ORDER = List.of(Kind.values());

    private static final int MAGIC = 0x53474B31;

    private final String name;
    private final long[] slots;
    private final int[] rows;
    private final float[] weights;
    private final int size;

    private KindWeights(String name, long[] hashes, float[] weights) {
        this.name = name;
        this.size = hashes.length;
        this.weights = weights;
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, hashes.length)) * 4);
        this.slots = new long[capacity];
        this.rows = new int[capacity];
        for (int row = 0; row < hashes.length; row++) {
            int slot = slot(hashes[row]);
            slots[slot] = hashes[row];
            rows[slot] = row;
        }
    }

    /** Where a kind stands in a row. */
    public static int column(Kind kind) {
        return ORDER.indexOf(kind);
    }

    /** From weights by feature; each array is in the order of {@link Kind}. */
    public static KindWeights of(String name, Map<Long, float[]> byFeature) {
        TreeMap<Long, float[]> sorted = new TreeMap<>(byFeature);
        long[] hashes = new long[sorted.size()];
        float[] weights = new float[sorted.size() * KINDS];
        int row = 0;
        for (Map.Entry<Long, float[]> entry : sorted.entrySet()) {
            hashes[row] = entry.getKey();
            System.arraycopy(entry.getValue(), 0, weights, row * KINDS, KINDS);
            row++;
        }
        return new KindWeights(name, hashes, weights);
    }

    /** Name and version. */
    public String name() {
        return name;
    }

    /** How many features have weights. */
    public int size() {
        return size;
    }

    /** The row of a feature, or -1. */
    int row(long hash) {
        int slot = slot(hash);
        return slots[slot] == 0 ? -1 : rows[slot];
    }

    /** The weight of a row for a kind. */
    float weight(int row, int kind) {
        return weights[row * KINDS + kind];
    }

    /** How much more a row says for a kind than for the kinds on average. */
    double excess(int row, int kind) {
        double sum = 0;
        for (int k = 0; k < KINDS; k++) {
            sum += weight(row, k);
        }
        return weight(row, kind) - sum / KINDS;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Writes them; {@link #read} reads them back. */
    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeInt(MAGIC);
        out.writeUTF(name);
        out.writeInt(size);
        long[] hashes = new long[size];
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                hashes[rows[slot]] = slots[slot];
            }
        }
        for (int row = 0; row < size; row++) {
            out.writeLong(hashes[row]);
            for (int kind = 0; kind < KINDS; kind++) {
                out.writeFloat(weight(row, kind));
            }
        }
        out.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, or cut off
     */
    public static KindWeights read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a kind model of this version");
        }
        String name = in.readUTF();
        int size = in.readInt();
        long[] hashes = new long[size];
        float[] weights = new float[size * KINDS];
        for (int row = 0; row < size; row++) {
            hashes[row] = in.readLong();
            for (int kind = 0; kind < KINDS; kind++) {
                weights[row * KINDS + kind] = in.readFloat();
            }
        }
        if (Arrays.stream(hashes).anyMatch(hash -> hash == 0)) {
            throw new IOException("a kind model has no feature 0");
        }
        return new KindWeights(name, hashes, weights);
    }
}
