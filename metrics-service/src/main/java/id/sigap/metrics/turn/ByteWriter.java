package id.sigap.metrics.turn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Writes compact records: numbers take as many bytes as their size needs (zigzag, base 128). */
public final class ByteWriter {
    private byte[] bytes;
    private int size;

    /** Expects about so many bytes. */
    public ByteWriter(int expected) {
        bytes = new byte[expected];
    }

    /** One byte. */
    public void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** A number; small ones take few bytes. */
    public void writeLong(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A moment in ms, or {@link MessageFacts#UNKNOWN} in one byte. */
    public void writeTime(long moment) {
        writeLong(moment == MessageFacts.UNKNOWN ? 0 : moment + 1);
    }

    /** Eight bytes. */
    public void writeFixedLong(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Sixteen bytes. */
    public void writeUuid(UUID id) {
        writeFixedLong(id.getMostSignificantBits());
        writeFixedLong(id.getLeastSignificantBits());
    }

    /** Length and UTF-8. */
    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeLong(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** All bytes from an offset on. */
    public void writeBytes(byte[] from, int offset) {
        int length = from.length - offset;
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
