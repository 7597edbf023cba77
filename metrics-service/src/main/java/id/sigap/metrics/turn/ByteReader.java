package id.sigap.metrics.turn;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads what a {@link ByteWriter} wrote. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    /** Reads these bytes from their start. */
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One byte, signed. */
    public int readByte() {
        return bytes[at++];
    }

    /** What writeLong wrote. */
    public long readLong() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    /** What writeTime wrote. */
    public long readTime() {
        long moment = readLong();
        return moment == 0 ? MessageFacts.UNKNOWN : moment - 1;
    }

    /** What writeLong wrote, if it is an int. */
    public int readInt() {
        return Math.toIntExact(readLong());
    }

    /** Eight bytes. */
    public long readFixedLong() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** Sixteen bytes. */
    public UUID readUuid() {
        return new UUID(readFixedLong(), readFixedLong());
    }

    /** What writeText wrote. */
    public String readText() {
        int length = readInt();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Fills an array from an offset to its end. */
    public void readBytes(byte[] into, int offset) {
        System.arraycopy(bytes, at, into, offset, into.length - offset);
        at += into.length - offset;
    }
}
