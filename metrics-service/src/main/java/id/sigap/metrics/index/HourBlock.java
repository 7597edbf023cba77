package id.sigap.metrics.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The packed buckets of one agency and hour, one behind the other in one array: their lane in three bytes, their length,
 * what they hold. A bucket that is replaced is marked dead, and leaves when half of all is dead.
 */
final class HourBlock {
    private static final int HEAD = 6;
    private static final int DEAD = 0xFFFFFF;

    private byte[] bytes = {};
    private int used;
    private int dead;
    /** What its buckets hold together; none until somebody asked. Readers set it, and several of them the same. */
    private final AtomicReference<byte @Nullable []> sum = new AtomicReference<>();

    /** Whether there is one for a lane. */
    boolean holds(int lane) {
        return find(lane) >= 0;
    }

    /** Replaces or adds a bucket; removes it if there is nothing of it. */
    void put(int lane, @Nullable Packing packed) {
        sum.set(null);
        int old = find(lane);
        if (old >= 0) {
            three(old, DEAD);
            dead += HEAD + three(old + 3);
        }
        if (2 * dead > used) {
            compact();
        }
        if (packed == null) {
            return;
        }
        int size = packed.size();
        if (used + HEAD + size + Packing.BEHIND > bytes.length) {
            bytes = Arrays.copyOf(bytes, used + HEAD + size + Packing.BEHIND + used / 8);
        }
        three(used, lane);
        three(used + 3, size);
        System.arraycopy(packed.bytes(), 0, bytes, used + HEAD, size);
        used += HEAD + size;
    }

    /** Takes each lane and where its bucket begins. */
    interface Use {
        void bucket(int lane, int at);
    }

    void each(Use use) {
        for (int at = 0; at < used; at += HEAD + three(at + 3)) {
            int lane = three(at);
            if (lane != DEAD) {
                use.bucket(lane, at + HEAD);
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    byte @Nullable [] sum() {
        return sum.get();
    }

    /** Keeps what its buckets hold together; false if it has it. */
    boolean keep(byte[] packed) {
        return sum.compareAndSet(null, packed);
    }

    /** Bytes that its buckets take. */
    int weight() {
        return bytes.length;
    }

    /** Bytes that the sum of its buckets takes. */
    int sumWeight() {
        byte[] kept = sum.get();
        return kept == null ? 0 : kept.length;
    }

    private int find(int lane) {
        for (int at = 0; at < used; at += HEAD + three(at + 3)) {
            if (three(at) == lane) {
                return at;
            }
        }
        return -1;
    }

    private void compact() {
        byte[] all = bytes;
        int end = used;
        bytes = new byte[used - dead + Packing.BEHIND];
        used = 0;
        dead = 0;
        int at = 0;
        while (at < end) {
            int length = HEAD + three(all, at + 3);
            if (three(all, at) != DEAD) {
                System.arraycopy(all, at, bytes, used, length);
                used += length;
            }
            at += length;
        }
    }

    private int three(int at) {
        return three(bytes, at);
    }

    private static int three(byte[] from, int at) {
        return (from[at] & 0xFF) << 16 | (from[at + 1] & 0xFF) << 8 | from[at + 2] & 0xFF;
    }

    private void three(int at, int value) {
        bytes[at] = (byte) (value >>> 16);
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) value;
    }
}
