package id.sigap.metrics.turn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a count counts, as bytes: equal things have equal bytes, and their order is that of the bytes. Numbers have a fixed
 * width, texts end with a zero; so keys of one account and topic lie side by side.
 */
final class CountKey implements Comparable<CountKey> {
    private static final int WIDE = 6;

    final byte[] bytes;

    CountKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What follows after so many bytes. */
    CountKey from(int offset) {
        return new CountKey(Arrays.copyOfRange(bytes, offset, bytes.length));
    }

    @Override
    public int compareTo(CountKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CountKey key && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Puts a key together. */
    static final class Writer {
        private byte[] bytes = new byte[64];
        private int size;

        Writer text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            room(utf8.length + 1);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
            bytes[size++] = 0;
            return this;
        }

        Writer one(int value) {
            room(1);
            bytes[size++] = (byte) value;
            return this;
        }

        Writer two(int value) {
            return number(value, 2);
        }

        Writer four(long value) {
            return number(value, 4);
        }

        /** Up to 2⁴⁸ − 1; more is held there. */
        Writer wide(long value) {
            return number(Math.min(value, (1L << (8 * WIDE)) - 1), WIDE);
        }

        /** A number from 0 on, or none. */
        Writer wide(@Nullable Long value) {
            return wide(value == null ? 0 : value + 1);
        }

        Writer all(byte[] more) {
            room(more.length);
            System.arraycopy(more, 0, bytes, size, more.length);
            size += more.length;
            return this;
        }

        CountKey key() {
            return new CountKey(Arrays.copyOf(bytes, size));
        }

        private Writer number(long value, int width) {
            room(width);
            for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
                bytes[size++] = (byte) (value >>> shift);
            }
            return this;
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }

    /** Takes a key apart. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(CountKey key) {
            this.bytes = key.bytes;
        }

        int position() {
            return at;
        }

        String text() {
            int end = at;
            while (bytes[end] != 0) {
                end++;
            }
            String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
            return text;
        }

        int one() {
            return bytes[at++] & 0xFF;
        }

        int two() {
            return (int) number(2);
        }

        long four() {
            return number(4);
        }

        long wide() {
            return number(WIDE);
        }

        @Nullable
        Long wideOrNone() {
            long value = wide();
            return value == 0 ? null : Long.valueOf(value - 1);
        }

        private long number(int width) {
            long value = 0;
            for (int i = 0; i < width; i++) {
                value = (value << 8) | (bytes[at++] & 0xFF);
            }
            return value;
        }
    }
}
