package id.sigap.metrics.stream;

import id.sigap.metrics.turn.Happening;
import id.sigap.metrics.turn.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Events that were read and are not folded yet, by conversation. What happens to a message follows closely on its arrival,
 * so most are folded together with others of theirs. Bounded: {@link #full()} tells when they must be folded.
 */
final class Arrivals {
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_BYTES = 3 << 20;

    /**
     * An event, and where it came from.
     *
     * @param happening what happened
     * @param origin whose it is
     * @param record as it was read
     * @param place its topic, partition and offset
     */
    record Arrival(Happening happening, Origin origin, Record<byte[], byte[]> record, RecordMetadata place) {}

    private final Map<Bytes, List<Arrival>> byConversation = new LinkedHashMap<>();
    private int events;
    private long bytes;

    /** Adds one; at the end of its conversation's. */
    void add(byte[] storeKey, Arrival arrival) {
        byConversation
                .computeIfAbsent(Bytes.wrap(storeKey), any -> new ArrayList<>(4))
                .add(arrival);
        events++;
        bytes += arrival.record().value().length;
    }

    /** Whether it holds as much as it may. */
    boolean full() {
        return events >= MOST_EVENTS || bytes >= MOST_BYTES;
    }

    /** Gives all of them, by conversation, and forgets them. */
    void take(BiConsumer<byte[], List<Arrival>> use) {
        if (events == 0) {
            return;
        }
        byConversation.forEach((key, arrivals) -> use.accept(key.get(), arrivals));
        byConversation.clear();
        events = 0;
        bytes = 0;
    }
}
