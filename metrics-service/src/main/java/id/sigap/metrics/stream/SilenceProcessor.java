package id.sigap.metrics.stream;

import id.sigap.contracts.Channel;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.metrics.alert.Pulse;
import id.sigap.metrics.alert.WeeklyPattern;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.QuietDays;
import id.sigap.metrics.turn.Rounding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells of accounts that have gone quiet: by the wall clock, each silence once. What is usual is learned once an hour from
 * the summed activity of the weeks before.
 */
final class SilenceProcessor implements Processor<byte[], ActivityCount, byte[], Output> {
    /** The accounts' signs of life. */
    static final String PULSES = "pulses";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final long START_MILLIS = 30_000;
    private static final long QUIET_MILLIS = 10_000;

    private final Calendars calendars;

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], Output> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], byte[]> pulses;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], ActivityCount> activities;

    @SuppressWarnings("NullAway.Init")
    private Catching catching;

    private final Map<String, Usual> learned = new HashMap<>();

    /** What an account usually does, as learned in an hour. */
    private record Usual(
            long hour,
            @Nullable WeeklyPattern inbound,
            @Nullable WeeklyPattern outbound) {}

    /** On days off it expects what comes on a Sunday. */
    SilenceProcessor(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void init(ProcessorContext<byte[], Output> processorContext) {
        context = processorContext;
        pulses = context.getStateStore(PULSES);
        activities = context.getStateStore(MetricsTopology.ACTIVITIES);
        catching = new Catching(context.currentSystemTimeMs(), START_MILLIS, QUIET_MILLIS);
        learned.clear();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], ActivityCount> record) {
        ActivityKey key = ActivityKey.of(new String(record.key(), StandardCharsets.UTF_8));
        ActivityCount change = record.value();
        catching.read(context.currentSystemTimeMs(), Math.max(change.lastInbound(), change.lastOutbound()));
        byte[] account = account(key).getBytes(StandardCharsets.UTF_8);
        Pulse before = Pulse.of(pulses.get(account));
        Pulse known = before == null ? new Pulse(key.hour(), 0, 0, 0, 0) : before;
        Pulse after = known.after(key.hour(), change.lastInbound(), change.lastOutbound());
        if (!after.equals(before)) {
            pulses.put(account, after.toBytes());
        }
    }

    /** By which activities of one account lie in one partition. */
    static String account(ActivityKey key) {
        return key.agency() + '|' + key.account() + '|' + key.channel().wire();
    }

    private void look(long now) {
        if (catching.up(now)) {
            return;
        }
        List<KeyValue<byte[], byte[]>> all = new ArrayList<>();
        try (KeyValueIterator<byte[], byte[]> iterator = pulses.all()) {
            iterator.forEachRemaining(all::add);
        }
        for (KeyValue<byte[], byte[]> entry : all) {
            Pulse pulse = Pulse.of(entry.value);
            if (pulse != null) {
                look(entry.key, new String(entry.key, StandardCharsets.UTF_8), pulse, now);
            }
        }
    }

    private void look(byte[] key, String account, Pulse pulse, long now) {
        Usual usual = usual(account, pulse, Rounding.hour(now));
        QuietDays quiet = calendars.quietDays(account.substring(0, account.indexOf('|')));
        Pulse after = pulse;
        if (pulse.silentInbound(now, usual.inbound(), quiet)) {
            tell(account, true, pulse.inbound(), now);
            after = after.told(true);
        }
        if (pulse.silentOutbound(now, usual.outbound(), quiet)) {
            tell(account, false, pulse.outbound(), now);
            after = after.told(false);
        }
        if (!after.equals(pulse)) {
            pulses.put(key, after.toBytes());
        }
    }

    private Usual usual(String account, Pulse pulse, long hour) {
        Usual known = learned.get(account);
        if (known == null || known.hour() != hour) {
            known = new Usual(
                    hour,
                    pattern(account, pulse, hour, ActivityCount::inbound),
                    pattern(account, pulse, hour, count -> count.replies() + count.acknowledgements()));
            learned.put(account, known);
        }
        return known;
    }

    private @Nullable WeeklyPattern pattern(
            String account, Pulse pulse, long hour, ToLongFunction<ActivityCount> what) {
        return WeeklyPattern.of(
                at -> {
                    String key = account + '|' + Instant.ofEpochMilli(at * Rounding.HOUR_MILLIS);
                    ActivityCount count = activities.get(key.getBytes(StandardCharsets.UTF_8));
                    return count == null ? 0 : what.applyAsLong(count);
                },
                pulse.firstHour(),
                hour);
    }

    private void tell(String account, boolean inbound, long since, long now) {
        String[] parts = account.split("\\|", -1);
        ChannelSilent silent = new ChannelSilent(
                parts[0],
                parts[1],
                Channel.of(parts[2]),
                inbound,
                Instant.ofEpochMilli(since),
                Instant.ofEpochMilli(now));
        context.forward(new Record<>(parts[1].getBytes(StandardCharsets.UTF_8), new Output.Alert(silent), now));
    }
}
