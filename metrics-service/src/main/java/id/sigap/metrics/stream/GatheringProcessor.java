package id.sigap.metrics.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sums changes before they travel: of all that change one bucket or line within {@link #EVERY}, one record leaves. The
 * sum must not depend on the order of adding.
 *
 * <p>What is gathered is in a store with a changelog: a commit, a clean end or a rebalance between gathering and passing
 * on makes it durable together with the offsets of what was read, and whoever has the partition next passes it on. The
 * deletion and the record that leaves are one transaction, so that nothing is passed on twice.
 */
final class GatheringProcessor<V> implements Processor<byte[], V, byte[], V> {
    /** Half of the commit interval: what leaves is seen only after a commit anyway. */
    static final Duration EVERY = Duration.ofMillis(250);

    private final String storeName;
    private final BinaryOperator<V> plus;

    @SuppressWarnings("NullAway.Init") // set by init before the first record
    private ProcessorContext<byte[], V> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<byte[], V> gathered;

    /** Gathers in the store of that name. */
    GatheringProcessor(String storeName, BinaryOperator<V> plus) {
        this.storeName = storeName;
        this.plus = plus;
    }

    @Override
    public void init(ProcessorContext<byte[], V> processorContext) {
        context = processorContext;
        gathered = context.getStateStore(storeName);
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::pass);
    }

    @Override
    public void process(Record<byte[], V> record) {
        V before = gathered.get(record.key());
        gathered.put(record.key(), before == null ? record.value() : plus.apply(before, record.value()));
    }

    private void pass(long now) {
        List<KeyValue<byte[], V>> all = new ArrayList<>();
        try (KeyValueIterator<byte[], V> iterator = gathered.all()) {
            iterator.forEachRemaining(all::add);
        }
        for (KeyValue<byte[], V> entry : all) {
            gathered.delete(entry.key);
            context.forward(new Record<>(entry.key, entry.value, now));
        }
    }
}
