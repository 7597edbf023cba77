package id.sigap.metrics.stream;

import id.sigap.metrics.turn.ConversationRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Lets conversations go in which nothing waits and nothing has happened for long; a part of the store at a time. */
final class Sweep {
    private static final int RECORDS = 5_000;

    private final KeyValueStore<byte[], byte[]> conversations;
    private byte @Nullable [] from;

    /** Begins with the first. */
    Sweep(KeyValueStore<byte[], byte[]> conversations) {
        this.conversations = conversations;
    }

    /** Goes on, and lets go what had its last event before that moment, ms. */
    void on(long before) {
        byte[] next = null;
        int left = RECORDS;
        try (KeyValueIterator<byte[], byte[]> iterator =
                from == null ? conversations.all() : conversations.range(from, null)) {
            while (iterator.hasNext()) {
                KeyValue<byte[], byte[]> entry = iterator.next();
                if (left-- == 0) {
                    next = entry.key;
                    break;
                }
                if (!ConversationRecord.waits(entry.value) && ConversationRecord.lastAt(entry.value) < before) {
                    conversations.delete(entry.key);
                }
            }
        }
        from = next;
    }
}
