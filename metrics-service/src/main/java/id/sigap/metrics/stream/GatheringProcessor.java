package id.sigap.metrics.stream;

import java.time.Duration;
import java.util.function.BinaryOperator;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

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
    private Pending<V> gathered;

    /** Gathers in the store of that name. */
    GatheringProcessor(String storeName, BinaryOperator<V> plus) {
        this.storeName = storeName;
        this.plus = plus;
    }

    @Override
    public void init(ProcessorContext<byte[], V> processorContext) {
        context = processorContext;
        gathered = new Pending<>(context.getStateStore(storeName), plus);
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::pass);
    }

    @Override
    public void process(Record<byte[], V> record) {
        gathered.add(record.key(), record.value());
    }

    private void pass(long now) {
        gathered.take(key -> true, (key, change) -> context.forward(new Record<>(key, change, now)));
    }
}
