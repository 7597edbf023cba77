package id.sigap.metrics.stream;

import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.turn.Happening;
import id.sigap.metrics.turn.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Events that were read and are not folded yet, by conversation. What happens to a message follows closely on its arrival,
 * so most are folded together with others of theirs. Bounded: {@link #full()} tells when they must be folded.
 */
final class Arrivals {
    private static final int MOST_EVENTS = 2_000;
    /** Of a task, of which an instance may have twelve; so that the array for them, which doubles, ends at two megabytes. */
    private static final int MOST_BYTES = (2 << 20) - (64 << 10);

    /**
     * An event.
     *
     * @param happening what happened
     * @param origin whose it is
     * @param letter where its record is kept
     */
    record Arrival(Happening happening, Origin origin, int letter) {}

    private final Map<Bytes, List<Arrival>> byConversation = new LinkedHashMap<>();
    private final Letters letters = new Letters();
    private int events;

    /** Adds one; at the end of its conversation's. */
    void add(byte[] storeKey, SigapEvent event, Origin origin, Letter letter) {
        byConversation
                .computeIfAbsent(Bytes.wrap(storeKey), any -> new ArrayList<>(4))
                .add(new Arrival(new Happening(event, letter.record().timestamp()), origin, letters.keep(letter)));
        events++;
    }

    /** Whether it holds as much as it may. */
    boolean full() {
        return events >= MOST_EVENTS || letters.size() >= MOST_BYTES;
    }

    /** The record of one that is being taken. */
    Letter letter(Arrival arrival) {
        return letters.at(arrival.letter());
    }

    /** Gives all of them, by conversation, and forgets them. */
    void take(BiConsumer<byte[], List<Arrival>> use) {
        if (events == 0) {
            return;
        }
        byConversation.forEach((key, arrivals) -> use.accept(key.get(), arrivals));
        byConversation.clear();
        letters.clear();
        events = 0;
    }
}
