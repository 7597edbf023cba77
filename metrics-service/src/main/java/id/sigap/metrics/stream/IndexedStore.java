package id.sigap.metrics.stream;

import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store that tells an index of what is put into it. What it holds when it opens is read by the index itself. */
final class IndexedStore implements KeyValueStore<Bytes, byte[]> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final StoreIndex index;

    private IndexedStore(KeyValueStore<Bytes, byte[]> store, StoreIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Makes such stores. */
    static KeyValueBytesStoreSupplier supplier(KeyValueBytesStoreSupplier stores, StoreIndex index) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return stores.name();
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new IndexedStore(stores.get(), index);
            }

            @Override
            public String metricsScope() {
                return stores.metricsScope();
            }
        };
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // A copy is restored in here, around put; so everything from before is in it afterwards.
        store.init(context, root);
        index.opened(store);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        store.put(key, value);
        index.changed(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = store.putIfAbsent(key, value);
        index.changed(key, before == null ? value : before);
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        store.putAll(entries);
        entries.forEach(entry -> index.changed(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        byte[] before = store.delete(key);
        index.changed(key, null);
        return before;
    }

    @Override
    public void close() {
        index.closing();
        store.close();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void flush() {
        store.flush();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return store.query(query, bound, config);
    }

    @Override
    public Position getPosition() {
        return store.getPosition();
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return store.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return store.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return store.all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return store.reverseAll();
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return store.prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }
}
