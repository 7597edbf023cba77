package id.sigap.metrics.index;

import java.util.Arrays;

/** Puts numbers one behind the other, small ones in few bytes, negative ones in many. */
final class Packing {
    private byte[] bytes = new byte[256];
    private int size;

    Packing one(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    Packing number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        return one((int) rest);
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
