package id.sigap.metrics.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sums changes per key and publishes the sums.
 *
 * <p>A full sum is large, a change small: changes are summed apart, and put into the sum when it is published, before a
 * commit, the sooner the smaller it is. What is pending after that is in a store of its own, and is also the list of what is
 * to be published, so that nothing is forgotten by a crash in between.
 */
final class SummingProcessor<V> implements Processor<byte[], V, byte[], byte[]> {
    private static final Duration LOOK_EVERY = ConversationProcessor.LOOK_EVERY;
    /** How many counts of a sum may be published per ms on average: holds the share of time that publishing takes. */
    private static final int COUNTS_PER_MILLI = 4;

    private final Summed<V> summed;
    private final Pace pace;

    /**
     * What is summed.
     *
     * @param name of the store of sums
     * @param plus adds two; the order must not matter
     * @param size of how many counts one is made
     * @param record how a sum is published
     */
    record Summed<V>(String name, BinaryOperator<V> plus, ToIntFunction<V> size, Published<V> record) {
        /** The name of the store of what is not in the sums yet. */
        String pending() {
            return "pending-" + name;
        }

        /** The name of the hook before the commit. */
        String hook() {
            return "unwritten-" + name;
        }
    }

    /** How a sum is published. */
    interface Published<V> {
        /** The record, at that time. */
        Record<byte[], byte[]> record(String key, V sum, long now);
    }

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], V> sums;

    @SuppressWarnings("NullAway.Init")
    private Pending<V> pending;

    /** When a large sum may be published again, ms; what is not in here may be at once. */
    private final Map<Bytes, Long> notBefore = new HashMap<>();

    SummingProcessor(Summed<V> summed, Pace pace) {
        this.summed = summed;
        this.pace = pace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        sums = context.getStateStore(summed.name());
        pending = new Pending<>(context.getStateStore(summed.pending()), summed.plus());
        notBefore.clear();
        context.<BeforeCommit>getStateStore(summed.hook()).run(context, this::finish);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], V> record) {
        pending.add(record.key(), record.value());
    }

    private void look(long now) {
        if (pending.any(key -> notBefore.getOrDefault(key, now) <= now)) {
            pace.show(context, now);
        }
    }

    /** Before a commit. */
    private void finish() {
        long now = context.currentSystemTimeMs();
        publish(now);
        pending.write();
        pace.committed(now);
    }

    private void publish(long now) {
        notBefore.values().removeIf(moment -> moment <= now);
        pending.take(key -> !notBefore.containsKey(key), (key, change) -> {
            V before = sums.get(key);
            V sum = before == null ? change : summed.plus().apply(before, change);
            sums.put(key, sum);
            context.forward(summed.record().record(new String(key, StandardCharsets.UTF_8), sum, now));
            notBefore.put(Bytes.wrap(key), now + summed.size().applyAsInt(sum) / COUNTS_PER_MILLI);
        });
    }
}
