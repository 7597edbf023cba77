package id.sigap.metrics.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Changes that wait for a moment, summed by key, in the heap: adding costs no look into a store, nor does taking, several
 * times a second in every task, mostly to find nothing. {@link #write} before each commit brings a store up to them; most
 * have left by then. The store is read when the task begins. For one thread.
 */
final class Pending<V> {
    private final KeyValueStore<byte[], V> store;
    private final BinaryOperator<V> plus;
    /** In the order of keys, so that what is taken leaves in the same order after a restart. */
    private final TreeMap<Bytes, V> waiting = new TreeMap<>();
    /** What the store has. */
    private final Set<Bytes> written = new HashSet<>();
    /** Of which keys the store may have something else than what waits. */
    private final Set<Bytes> changed = new HashSet<>();

    /** Takes over what waits in the store, which must not be cached. */
    Pending(KeyValueStore<byte[], V> store, BinaryOperator<V> plus) {
        this.store = store;
        this.plus = plus;
        try (KeyValueIterator<byte[], V> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<byte[], V> entry = all.next();
                Bytes key = Bytes.wrap(entry.key);
                waiting.put(key, entry.value);
                written.add(key);
            }
        }
    }

    /** Adds a change. */
    void add(byte[] key, V change) {
        Bytes wrapped = Bytes.wrap(key);
        waiting.merge(wrapped, change, plus);
        changed.add(wrapped);
    }

    /** Whether anything waits of the keys that are wanted. */
    boolean any(Predicate<Bytes> wanted) {
        return waiting.keySet().stream().anyMatch(wanted);
    }

    /** Gives all that waits of the keys that are wanted, and forgets it. */
    void take(Predicate<Bytes> wanted, BiConsumer<byte[], V> use) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Bytes> taken = new ArrayList<>(waiting.keySet());
        taken.removeIf(wanted.negate());
        for (Bytes key : taken) {
            changed.add(key);
            use.accept(key.get(), waiting.remove(key));
        }
    }

    /** Brings the store up to what waits now. */
    void write() {
        for (Bytes key : changed) {
            V change = waiting.get(key);
            if (change != null) {
                store.put(key.get(), change);
                written.add(key);
            } else if (written.remove(key)) {
                store.delete(key.get());
            }
        }
        changed.clear();
    }
}
