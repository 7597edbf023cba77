package id.sigap.metrics.stream;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.PostPublished;
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
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of conversations into their records and passes on what changes in the figures. A record that cannot
 * be processed goes to the dead letters in the same transaction, and the partition goes on.
 *
 * <p>Events are folded before each commit and not one by one: those of one conversation together, and what all of them
 * change travels as one record per bucket, line and row. Whatever was read is folded before its offset is committed
 * ({@link BeforeCommit}); how soon that is, {@link Pace} says.
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
            EventType.REPLY_SENT,
            EventType.REPLY_WITHDRAWN);

    /** How often it looks whether there is something to show or to warn of. */
    static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** The name of the hook before the commit. */
    static final String UNSETTLED = "unsettled";

    private static final String DEAD_LETTER_TOPIC = "dead-letter-topic";

    private static final long START_MILLIS = 3_000;
    private static final long QUIET_MILLIS = 2_000;

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    /** So many old events since the last commit are plenty. */
    private static final int PLENTY = 250;

    private final TopologySettings settings;
    private final Pace pace;
    private final EventReader reader = new EventReader(RELEVANT);
    private final ConversationFold fold;
    private final long retentionMillis;

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], Output> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], byte[]> conversations;

    @SuppressWarnings("NullAway.Init")
    private Arrivals arrivals;

    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    @SuppressWarnings("NullAway.Init")
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    private Catching catching;

    @SuppressWarnings("NullAway.Init")
    private Sweep sweep;

    /** Records since the last commit. */
    private int uncommitted;
    /** Whether people were warned of something since then. */
    private boolean warned;

    ConversationProcessor(TopologySettings settings, Pace pace) {
        this.settings = settings;
        this.pace = pace;
        this.fold = new ConversationFold(settings.calendars());
        this.retentionMillis = settings.storage().retention().toMillis();
    }

    @Override
    public void init(ProcessorContext<byte[], Output> processorContext) {
        context = processorContext;
        conversations = context.getStateStore(MetricsTopology.CONVERSATIONS);
        // What a task that is begun anew had read and not settled comes again.
        arrivals = new Arrivals();
        sweep = new Sweep(conversations);
        changes = new Changes();
        alarms = new Alarms(conversations, context.getStateStore(Alarms.BY_MOMENT), settings.promises());
        catching = new Catching(context.currentSystemTimeMs(), START_MILLIS, QUIET_MILLIS);
        uncommitted = 0;
        warned = false;
        context.<BeforeCommit>getStateStore(UNSETTLED).run(context, this::finish);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
        context.schedule(
                SWEEP_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                now -> sweep.on(context.currentStreamTimeMs() - retentionMillis));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        catching.read(context.currentSystemTimeMs(), record.timestamp());
        uncommitted++;
        try {
            SigapEvent event = reader.read(record.headers(), record.value());
            if (event != null) {
                take(record, event);
            }
        } catch (UnreadableEventException unreadable) {
            bury(letter(record), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Before a commit. */
    private void finish() {
        settle();
        passOn();
        uncommitted = 0;
        warned = false;
        pace.committed(context.currentSystemTimeMs());
    }

    private void look(long now) {
        if (uncommitted >= PLENTY && catching.old(now)) {
            pace.behind(now);
        }
        tellAlarms(now);
        if (warned) {
            pace.warn(context, now);
        } else if (uncommitted > 0) {
            pace.show(context, now);
        }
    }

    /** By the wall clock, for nothing happening is what there is to tell; not while what was answered is still to be read. */
    private void tellAlarms(long now) {
        if (alarms.due(now) && !catching.up(now)) {
            settle();
            alarms.tell(now, alert -> {
                context.forward(
                        new Record<>(alert.key().getBytes(StandardCharsets.UTF_8), new Output.Alert(alert), now),
                        Output.Alert.WAY);
                warned = true;
            });
        }
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
        arrivals.add(
                event instanceof PostPublished
                        ? ConversationFold.storeKey(event).getBytes(StandardCharsets.UTF_8)
                        : key,
                event,
                origin,
                letter(record));
        if (arrivals.full()) {
            settle();
        }
    }

    private Letter letter(Record<byte[], byte[]> record) {
        return Letter.of(record, context.recordMetadata().orElseThrow());
    }

    /** Folds what was read. */
    private void settle() {
        arrivals.take(this::settle);
        if (changes.full()) {
            passOn();
        }
    }

    /** Passes on what was changed. */
    private void passOn() {
        // Not the events' time, which may go backwards: readers of a table take what is newer to be later.
        long at = context.currentSystemTimeMs();
        changes.take((key, output) -> forward(key, output, at));
    }

    private void settle(byte[] storeKey, List<Arrivals.Arrival> ofConversation) {
        byte[] stored = conversations.get(storeKey);
        if (stored != null) {
            ConversationRecord.mustBeReadable(stored);
        }
        if (ofConversation.size() > 1 && leavesAmong(stored, ofConversation)) {
            oneByOne(storeKey, ofConversation);
            return;
        }
        Arrivals.Arrival first = ofConversation.get(0);
        Effects effects;
        try {
            effects = fold.fold(
                    leftBefore(stored, first.happening().at()) ? null : stored,
                    ofConversation.stream().map(Arrivals.Arrival::happening).toList(),
                    first.origin());
        } catch (RuntimeException fault) {
            if (ofConversation.size() > 1) {
                oneByOne(storeKey, ofConversation);
            } else {
                bury(
                        arrivals.letter(first),
                        "the event cannot be folded: " + fault.getClass().getSimpleName());
            }
            return;
        }
        take(storeKey, stored, effects);
    }

    /** The fold decides and changes nothing: one of them that cannot be folded leaves no half-told event behind. */
    private void oneByOne(byte[] storeKey, List<Arrivals.Arrival> ofConversation) {
        for (Arrivals.Arrival arrival : ofConversation) {
            settle(storeKey, List.of(arrival));
        }
    }

    /** What has had its time is gone for every event alike, whether it was swept yet or not. */
    private boolean leftBefore(byte @Nullable [] stored, long at) {
        return stored != null
                && !ConversationRecord.waits(stored)
                && ConversationRecord.lastAt(stored) < at - retentionMillis;
    }

    private boolean leavesAmong(byte @Nullable [] stored, List<Arrivals.Arrival> ofConversation) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Arrivals.Arrival arrival : ofConversation) {
            from = Math.min(from, arrival.happening().at());
            to = Math.max(to, arrival.happening().at());
        }
        return to - from > retentionMillis || leftBefore(stored, to);
    }

    private void take(byte[] storeKey, byte @Nullable [] before, Effects effects) {
        byte[] record = effects.stored();
        if (record == null) {
            return;
        }
        byte[] alarmsBefore = Filed.alarms(before);
        List<TurnRow> waiting = effects.waiting();
        conversations.put(
                storeKey,
                Filed.of(record, waiting == null ? alarmsBefore : alarms.waiting(storeKey, alarmsBefore, waiting)));
        changes.add(effects);
    }

    private void forward(String key, Output output, long at) {
        context.forward(
                new Record<>(key.getBytes(StandardCharsets.UTF_8), output, at, new RecordHeaders()), output.way());
    }

    private void bury(Letter letter, String reason) {
        Record<byte[], byte[]> record = letter.record();
        Headers headers = new RecordHeaders(record.headers());
        headers.add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        headers.add(DEAD_LETTER_TOPIC, letter.topic().getBytes(StandardCharsets.UTF_8));
        headers.add("dead-letter-partition", text(letter.partition()));
        headers.add("dead-letter-offset", text(letter.offset()));
        settings.buried().accept(letter.topic());
        context.forward(
                new Record<>(record.key(), new Output.DeadLetter(record.value()), record.timestamp(), headers),
                Output.DeadLetter.WAY);
    }

    /** From which topic a dead letter comes, by its headers: when it is told the record may be another one. */
    static String topicOf(Headers ofDeadLetter) {
        return new String(ofDeadLetter.lastHeader(DEAD_LETTER_TOPIC).value(), StandardCharsets.UTF_8);
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    /** The topics whose events are folded. */
    static Set<String> inputs() {
        return Stream.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES).collect(Collectors.toUnmodifiableSet());
    }
}
