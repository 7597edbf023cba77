package id.sigap.metrics.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored: its record, behind it the alarms of what waits in it, and the length of these in the last
 * four bytes. One value, so that a settled conversation is read once and written once.
 */
final class Filed {
    private static final byte[] NO_ALARMS = {};

    private Filed() {}

    /** The alarms of what was stored; empty if there are none. */
    static byte[] alarms(byte @Nullable [] stored) {
        if (stored == null) {
            return NO_ALARMS;
        }
        int end = stored.length - Integer.BYTES;
        int length = ByteBuffer.wrap(stored).getInt(end);
        return length == 0 ? NO_ALARMS : Arrays.copyOfRange(stored, end - length, end);
    }

    /** A record with alarms. */
    static byte[] of(byte[] record, byte[] alarms) {
        byte[] filed = Arrays.copyOf(record, record.length + alarms.length + Integer.BYTES);
        ByteBuffer.wrap(filed).position(record.length).put(alarms).putInt(alarms.length);
        return filed;
    }

    /** What was stored, with other alarms. */
    static byte[] withAlarms(byte[] stored, byte[] alarms) {
        int length = stored.length - Integer.BYTES - alarms(stored).length;
        return of(Arrays.copyOf(stored, length), alarms);
    }
}
