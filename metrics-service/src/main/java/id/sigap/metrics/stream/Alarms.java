package id.sigap.metrics.stream;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.metrics.alert.Alarm;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.TurnRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The alarms of the conversations of one task, each beside its conversation's record, and a list of them by the moment at
 * which each has something to tell. What is told and what is noted as told are one transaction, so each is told once,
 * whoever has the task.
 */
final class Alarms {
    /** Moment and conversation, in order of moments. */
    static final String BY_MOMENT = "alarm-moments";

    /** At a time, so that a thousand breaches of one moment do not hold up what arrives. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final byte[] LISTED = {1};
    private static final byte[] NONE = {};

    private final KeyValueStore<byte[], byte[]> conversations;
    private final KeyValueStore<byte[], byte[]> moments;
    private final Promise.Book promises;
    /** Nothing is listed before this, ms: until then there is nothing to look for, and nothing deleted to read over. */
    private long first;

    Alarms(KeyValueStore<byte[], byte[]> conversations, KeyValueStore<byte[], byte[]> moments, Promise.Book promises) {
        this.conversations = conversations;
        this.moments = moments;
        this.promises = promises;
    }

    /**
     * Takes in what waits in a conversation now.
     *
     * @param alarms those that it had
     * @return those that are to be stored with it
     */
    byte[] waiting(byte[] conversation, byte[] alarms, List<TurnRow> turns) {
        if (alarms.length == 0 && turns.isEmpty()) {
            return NONE;
        }
        List<Alarm> before = alarms.length == 0 ? List.of() : Alarm.of(alarms);
        List<Alarm> after = Alarm.after(before, turns, promises);
        if (before.equals(after)) {
            return alarms;
        }
        list(conversation, before, after);
        return bytes(after);
    }

    /** Whether there may be something to tell; what was read must be folded before it is told. */
    boolean due(long now) {
        return now >= first;
    }

    /** Tells what is due. */
    void tell(long now, Consumer<AlertEvent> tell) {
        List<byte[]> due = new ArrayList<>();
        long next = Long.MAX_VALUE;
        try (KeyValueIterator<byte[], byte[]> listed = moments.range(moment(first), null)) {
            while (listed.hasNext()) {
                byte[] key = listed.next().key;
                next = ByteBuffer.wrap(key).getLong();
                if (next > now || due.size() == MOST_AT_ONCE) {
                    break;
                }
                due.add(key);
                next = Long.MAX_VALUE;
            }
        }
        // Before what is due is told, which may list what is due next
        first = next;
        Set<String> seen = new HashSet<>();
        for (byte[] key : due) {
            byte[] conversation = Arrays.copyOfRange(key, Long.BYTES, key.length);
            if (seen.add(new String(conversation, StandardCharsets.UTF_8))) {
                tell(conversation, now, tell);
            }
        }
    }

    private void tell(byte[] conversation, long now, Consumer<AlertEvent> tell) {
        byte[] stored = conversations.get(conversation);
        byte[] alarms = Filed.alarms(stored);
        if (stored == null || alarms.length == 0) {
            return;
        }
        List<Alarm> before = Alarm.of(alarms);
        List<Alarm> after = new ArrayList<>();
        for (Alarm alarm : before) {
            AlertEvent event = alarm.due(now);
            if (event != null) {
                tell.accept(event);
            }
            after.add(alarm.told(now));
        }
        if (!before.equals(after)) {
            list(conversation, before, after);
            conversations.put(conversation, Filed.withAlarms(stored, bytes(after)));
        }
    }

    private static byte[] bytes(List<Alarm> alarms) {
        return alarms.isEmpty() ? NONE : Alarm.toBytes(alarms);
    }

    private void list(byte[] conversation, List<Alarm> before, List<Alarm> after) {
        Set<Long> gone = new HashSet<>();
        before.forEach(alarm -> gone.add(alarm.next()));
        for (Alarm alarm : after) {
            long next = alarm.next();
            if (!gone.remove(next) && next != Long.MAX_VALUE) {
                moments.put(key(next, conversation), LISTED);
                first = Math.min(first, next);
            }
        }
        gone.remove(Long.MAX_VALUE);
        gone.forEach(moment -> moments.delete(key(moment, conversation)));
    }

    private static byte[] key(long moment, byte[] conversation) {
        return ByteBuffer.allocate(Long.BYTES + conversation.length)
                .putLong(moment)
                .put(conversation)
                .array();
    }

    private static byte[] moment(long moment) {
        return ByteBuffer.allocate(Long.BYTES).putLong(moment).array();
    }
}
