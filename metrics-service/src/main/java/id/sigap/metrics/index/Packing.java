package id.sigap.metrics.index;

import java.util.Arrays;

/**
 * Puts numbers one behind the other, small ones in few bytes, negative ones in many; so that their length is known from
 * the first byte, and nothing has to be guessed when they are read.
 */
final class Packing {
    /** So many bytes behind what is packed must be there for who reads it: a number is read whole, however short. */
    static final int BEHIND = 8;

    private static final int BITS = 7;

    private byte[] bytes = new byte[256];
    private int size;

    Packing one(int value) {
        if (size + BEHIND >= bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** The zeros at the low end of the first byte say how many bytes follow it. */
    Packing number(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        int more = (bits - 1) / BITS;
        if (more >= Long.BYTES) {
            one(0);
            return raw(value, Long.BYTES);
        }
        return raw(((value << 1) | 1) << more, more + 1);
    }

    private Packing raw(long value, int length) {
        for (int i = 0; i < length; i++) {
            one((int) (value >>> (i * Byte.SIZE)));
        }
        return this;
    }

    /** What another one holds. */
    Packing all(Packing other) {
        while (size + other.size + BEHIND >= bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    /** All of it, with room behind for who reads it. */
    byte[] packed() {
        return Arrays.copyOf(bytes, size + BEHIND);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }
}
