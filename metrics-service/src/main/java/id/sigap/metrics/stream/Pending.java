package id.sigap.metrics.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Changes that wait in a store for a moment, summed by key. What waits is also in the heap, so that taking it costs no
 * look through the store: several times a second in every task, mostly to find nothing. The store has the same at all
 * times, and is read when the task begins. For one thread.
 */
final class Pending<V> {
    private final KeyValueStore<byte[], V> store;
    private final BinaryOperator<V> plus;
    /** In the order of keys, so that what is taken leaves in the same order after a restart. */
    private final TreeMap<Bytes, V> waiting = new TreeMap<>();

    /** Takes over what waits in the store. */
    Pending(KeyValueStore<byte[], V> store, BinaryOperator<V> plus) {
        this.store = store;
        this.plus = plus;
        try (KeyValueIterator<byte[], V> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<byte[], V> entry = all.next();
                waiting.put(Bytes.wrap(entry.key), entry.value);
            }
        }
    }

    /** Adds a change. */
    void add(byte[] key, V change) {
        store.put(key, waiting.merge(Bytes.wrap(key), change, plus));
    }

    /** Gives all that waits of the keys that are wanted, and forgets it. */
    void take(Predicate<Bytes> wanted, BiConsumer<byte[], V> use) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Bytes> taken = new ArrayList<>(waiting.keySet());
        taken.removeIf(wanted.negate());
        for (Bytes key : taken) {
            V change = waiting.remove(key);
            store.delete(key.get());
            use.accept(key.get(), change);
        }
    }
}
