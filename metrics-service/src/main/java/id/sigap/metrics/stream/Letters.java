package id.sigap.metrics.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Records as they were read, one behind the other in one array that is used again and again. They are kept for a moment,
 * and hardly ever asked for: as objects thousands of them would live just long enough to be moved about by each collection.
 */
final class Letters {
    private static final int FIRST_BYTES = 4_096;
    private static final int NONE = -1;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

    /** Keeps one; says where. */
    int keep(Letter letter) {
        Record<byte[], byte[]> record = letter.record();
        int at = bytes.position();
        put(letter.topic());
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(letter.partition())
                .putLong(letter.offset())
                .putLong(record.timestamp());
        put(record.key());
        put(record.value());
        for (Header header : record.headers()) {
            put(header.key());
            put(header.value());
        }
        room(Integer.BYTES).putInt(NONE);
        return at;
    }

    /** One that was kept there. */
    Letter at(int position) {
        ByteBuffer in = bytes.duplicate().position(position);
        String topic = text(bytes(in));
        int partition = in.getInt();
        long offset = in.getLong();
        long timestamp = in.getLong();
        byte[] key = bytes(in);
        byte[] value = bytes(in);
        Headers headers = new RecordHeaders();
        for (byte[] name = bytes(in); name != null; name = bytes(in)) {
            headers.add(text(name), bytes(in));
        }
        return new Letter(new Record<>(key, value, timestamp, headers), topic, partition, offset);
    }

    /** How many bytes are kept. */
    int size() {
        return bytes.position();
    }

    /** Forgets all of them. What took much room once need not do so again. */
    void clear() {
        boolean roomy = bytes.position() < bytes.capacity() / 16 && bytes.capacity() > FIRST_BYTES;
        bytes = roomy ? ByteBuffer.allocate(FIRST_BYTES) : bytes.clear();
    }

    private void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte @Nullable [] value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NONE);
        } else {
            room(Integer.BYTES + value.length).putInt(value.length).put(value);
        }
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int size = bytes.position();
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), Math.max(size + more, 2 * bytes.capacity())))
                    .position(size);
        }
        return bytes;
    }

    private static byte @Nullable [] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == NONE) {
            return null;
        }
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    private static String text(byte @Nullable [] utf8) {
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }
}
