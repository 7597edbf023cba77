package id.sigap.metrics.stream;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.turn.ConversationFold;
import id.sigap.metrics.turn.ConversationRecord;
import id.sigap.metrics.turn.Effects;
import id.sigap.metrics.turn.Origin;
import id.sigap.metrics.turn.TurnRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of conversations into their records and passes on what changes in the figures. A record that cannot
 * be processed goes to the dead letters in the same transaction, and the partition goes on.
 */
final class ConversationProcessor implements Processor<byte[], byte[], byte[], Output> {
    /** The events that tell something about turns; all others are passed over unread. */
    static final Set<EventType> RELEVANT = EnumSet.of(
            EventType.MESSAGE_RECEIVED,
            EventType.MESSAGE_WITHDRAWN,
            EventType.MESSAGE_TRIAGED,
            EventType.POST_PUBLISHED,
            EventType.CASE_OPENED,
            EventType.CASE_ROUTED,
            EventType.CASE_RECLASSIFIED,
            EventType.CASE_CLOSED,
            EventType.CASE_REOPENED,
            EventType.CASE_RATED,
            EventType.REPLY_SENT);

    private static final Set<String> RELEVANT_TYPES =
            RELEVANT.stream().map(EventType::cloudEventType).collect(Collectors.toUnmodifiableSet());

    /** An alert is seen after this and a commit: well within two seconds. */
    private static final Duration ALARMS_EVERY = Duration.ofMillis(250);

    private static final long START_MILLIS = 3_000;
    private static final long QUIET_MILLIS = 2_000;

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final int SWEEP_RECORDS = 5_000;

    private final TopologySettings settings;
    private final ConversationFold fold;

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], Output> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], byte[]> conversations;

    @SuppressWarnings("NullAway.Init")
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    private Catching catching;

    private byte @Nullable [] sweepFrom;

    ConversationProcessor(TopologySettings settings) {
        this.settings = settings;
        this.fold = new ConversationFold(settings.calendars());
    }

    @Override
    public void init(ProcessorContext<byte[], Output> processorContext) {
        context = processorContext;
        conversations = context.getStateStore(MetricsTopology.CONVERSATIONS);
        alarms = new Alarms(
                context.getStateStore(Alarms.BY_CONVERSATION),
                context.getStateStore(Alarms.BY_MOMENT),
                settings.promises());
        catching = new Catching(context.currentSystemTimeMs(), START_MILLIS, QUIET_MILLIS);
        context.schedule(ALARMS_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tellAlarms);
        context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> sweep());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        catching.read(context.currentSystemTimeMs(), record.timestamp());
        try {
            SigapEvent event = read(record);
            if (event != null) {
                take(record, event);
            }
        } catch (UnreadableEventException unreadable) {
            bury(record, String.valueOf(unreadable.getMessage()));
        }
    }

    /** By the wall clock, for nothing happening is what there is to tell; not while what was answered is still to be read. */
    private void tellAlarms(long now) {
        if (!catching.up(now)) {
            alarms.tell(
                    now,
                    alert -> context.forward(
                            new Record<>(alert.key().getBytes(StandardCharsets.UTF_8), new Output.Alert(alert), now),
                            Output.Alert.WAY));
        }
    }

    private @Nullable SigapEvent read(Record<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventEnvelope.TYPE);
        if (type != null && !RELEVANT_TYPES.contains(new String(type.value(), StandardCharsets.UTF_8))) {
            return null;
        }
        return EventEnvelope.read(name -> value(record.headers(), name), record.value());
    }

    private void take(Record<byte[], byte[]> record, SigapEvent event) {
        byte[] key = record.key();
        if (key == null || !Arrays.equals(key, event.key().getBytes(StandardCharsets.UTF_8))) {
            throw new UnreadableEventException("the record's key is not the event's conversationId", null);
        }
        Origin origin = Origin.of(event);
        if (origin == null) {
            return;
        }
        if (!settings.genuine().test(origin)) {
            throw new UnreadableEventException("the account is not of this agency and channel", null);
        }
        byte[] storeKey = ConversationFold.storeKey(event).getBytes(StandardCharsets.UTF_8);
        Effects effects = effects(stillThere(storeKey, record.timestamp()), event, record.timestamp(), origin);
        byte[] stored = effects.stored();
        if (stored == null) {
            return;
        }
        conversations.put(storeKey, stored);
        // Not the event's time, which may go backwards: readers of a table take what is newer to be later.
        long at = context.currentSystemTimeMs();
        List<TurnRow> waiting = effects.waiting();
        if (waiting != null) {
            alarms.waiting(storeKey, waiting);
        }
        effects.lines().forEach((line, change) -> forward(line.text(), new Output.Line(change), at));
        effects.buckets().forEach((bucket, change) -> forward(bucket.text(), new Output.Bucket(change), at));
        effects.activities().forEach((hour, change) -> forward(hour.text(), new Output.Activity(change), at));
        effects.rows().forEach((row, value) -> forward(row, new Output.Row(value), at));
        effects.waitingRows().forEach((row, value) -> forward(row, new Output.WaitingRow(value), at));
    }

    /** What has had its time is gone for every event alike, whether it was swept yet or not. */
    private byte @Nullable [] stillThere(byte[] storeKey, long at) {
        byte[] stored = conversations.get(storeKey);
        boolean gone = stored != null
                && !ConversationRecord.waits(stored)
                && ConversationRecord.lastAt(stored)
                        < at - settings.storage().retention().toMillis();
        return gone ? null : stored;
    }

    /** The fold decides and changes nothing, so that a fault in it leaves no half-told event behind. */
    private Effects effects(byte @Nullable [] stored, SigapEvent event, long at, Origin origin) {
        try {
            return fold.fold(stored, event, at, origin);
        } catch (RuntimeException fault) {
            throw new UnreadableEventException(
                    "the event cannot be folded: " + fault.getClass().getSimpleName(), fault);
        }
    }

    private void forward(String key, Output output, long at) {
        context.forward(
                new Record<>(key.getBytes(StandardCharsets.UTF_8), output, at, new RecordHeaders()), output.way());
    }

    private void bury(Record<byte[], byte[]> record, String reason) {
        RecordMetadata origin = context.recordMetadata().orElse(null);
        Headers headers = new RecordHeaders(record.headers());
        headers.add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        if (origin != null) {
            headers.add("dead-letter-topic", origin.topic().getBytes(StandardCharsets.UTF_8));
            headers.add("dead-letter-partition", text(origin.partition()));
            headers.add("dead-letter-offset", text(origin.offset()));
            settings.buried().accept(origin.topic());
        }
        context.forward(
                new Record<>(record.key(), new Output.DeadLetter(record.value()), record.timestamp(), headers),
                Output.DeadLetter.WAY);
    }

    /** Lets conversations go in which nothing waits and nothing has happened for long; a part of the store at a time. */
    private void sweep() {
        long before =
                context.currentStreamTimeMs() - settings.storage().retention().toMillis();
        byte[] next = null;
        int left = SWEEP_RECORDS;
        try (KeyValueIterator<byte[], byte[]> iterator =
                sweepFrom == null ? conversations.all() : conversations.range(sweepFrom, null)) {
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
        sweepFrom = next;
    }

    private static byte @Nullable [] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    /** The topics whose events are folded. */
    static Set<String> inputs() {
        return Stream.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES).collect(Collectors.toUnmodifiableSet());
    }
}
