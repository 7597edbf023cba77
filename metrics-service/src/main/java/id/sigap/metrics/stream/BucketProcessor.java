package id.sigap.metrics.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.BucketKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sums the changes of buckets and publishes the sums.
 *
 * <p>A full bucket is large, a change small: changes are summed apart, in a store of their own, and put into the bucket
 * when it is published, the sooner the smaller it is. What is pending is thereby durable, and is also the list of what is
 * to be published, so that nothing is forgotten by a crash in between.
 */
final class BucketProcessor implements Processor<byte[], BucketContent, byte[], byte[]> {
    static final String SUMS = "buckets";
    static final String PENDING = "pending-buckets";

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** How many cells a bucket may publish per ms on average: holds the share of time that publishing takes. */
    private static final int CELLS_PER_MILLI = 4;

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], BucketContent> sums;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], BucketContent> pending;

    /** When a large bucket may be published again, ms; what is not in here may be at once. */
    private final Map<String, Long> notBefore = new HashMap<>();

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        sums = context.getStateStore(SUMS);
        pending = context.getStateStore(PENDING);
        notBefore.clear();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<byte[], BucketContent> record) {
        BucketContent before = pending.get(record.key());
        pending.put(record.key(), before == null ? record.value() : before.plus(record.value()));
    }

    private void publish(long now) {
        notBefore.values().removeIf(moment -> moment <= now);
        List<KeyValue<byte[], BucketContent>> due = new ArrayList<>();
        try (KeyValueIterator<byte[], BucketContent> all = pending.all()) {
            while (all.hasNext()) {
                KeyValue<byte[], BucketContent> entry = all.next();
                if (!notBefore.containsKey(new String(entry.key, StandardCharsets.UTF_8))) {
                    due.add(entry);
                }
            }
        }
        for (KeyValue<byte[], BucketContent> entry : due) {
            BucketContent before = sums.get(entry.key);
            BucketContent sum = before == null ? entry.value : before.plus(entry.value);
            sums.put(entry.key, sum);
            pending.delete(entry.key);
            String key = new String(entry.key, StandardCharsets.UTF_8);
            forward(key, sum, now);
            notBefore.put(key, now + sum.size() / CELLS_PER_MILLI);
        }
    }

    private void forward(String key, BucketContent sum, long now) {
        EventEnvelope envelope = EventEnvelope.of(event(BucketKey.of(key), sum), "metrics", null);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        context.forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), envelope.value(), now, headers));
    }

    private static ResponsivenessBucket event(BucketKey key, BucketContent content) {
        return new ResponsivenessBucket(
                key.agency(),
                key.unit(),
                key.channel(),
                key.kind(),
                key.startsAt(),
                content.revision(),
                content.cells(),
                content.parts(),
                Instant.ofEpochMilli(content.changedAt()));
    }
}
