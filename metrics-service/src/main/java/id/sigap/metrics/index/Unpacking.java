package id.sigap.metrics.index;

/** Reads what {@link Packing} wrote. */
final class Unpacking {
    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    void moveTo(int position) {
        at = position;
    }

    int one() {
        return bytes[at++] & 0xFF;
    }

    int small() {
        return (int) number();
    }

    long number() {
        int next = bytes[at++];
        if (next >= 0) {
            return next;
        }
        long value = next & 0x7F;
        for (int shift = 7; ; shift += 7) {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
