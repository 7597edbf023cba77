package id.sigap.metrics.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what {@link Packing} wrote; {@link Packing#BEHIND} bytes behind it must be there. */
final class Unpacking {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    void moveTo(int position) {
        at = position;
    }

    int at() {
        return at;
    }

    int one() {
        return bytes[at++] & 0xFF;
    }

    int small() {
        return (int) number();
    }

    long number() {
        long word = (long) WORDS.get(bytes, at);
        int more = Long.numberOfTrailingZeros(word | (1L << Byte.SIZE));
        if (more == Byte.SIZE) {
            long value = (long) WORDS.get(bytes, at + 1);
            at += 1 + Long.BYTES;
            return value;
        }
        at += more + 1;
        int unused = Long.SIZE - (more + 1) * Byte.SIZE;
        return (word << unused) >>> (unused + more + 1);
    }
}
