package id.sigap.metrics.stream;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a processor finish right before each commit of its task, also before the one with which it gives a partition away.
 * What it holds in the heap for a moment is thereby part of the same transaction as the offsets of what it has read: either
 * all of it counts, or the records come again.
 *
 * <p>Kafka Streams offers this to its own caches alone, which pass on what they hold in the same way; so this is a store
 * that stores nothing and is flushed like a cache. The interfaces are internal to Kafka Streams: its version is pinned, and
 * {@code MetricsTopologyTest} fails if nobody calls here any more.
 *
 * <p>Stores of the same task are flushed in no order that could be told: what is written to here must not be cached.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
    private final String name;
    private boolean open;

    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable ProcessorNode<?, ?, ?, ?> node;
    private @Nullable Runnable action;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** What adds it to a topology. */
    static StoreBuilder<BeforeCommit> named(String name) {
        return new Builder(name);
    }

    /** Sets what is done; to be called by the processor's {@code init}. The action may forward. */
    void run(ProcessorContext<?, ?> ofProcessor, Runnable whatToDo) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) ofProcessor;
        context = internal;
        node = internal.currentNode();
        action = whatToDo;
    }

    @Override
    public void flushCache() {
        InternalProcessorContext<?, ?> internal = context;
        Runnable whatToDo = action;
        if (internal == null || whatToDo == null) {
            return;
        }
        ProcessorNode<?, ?, ?, ?> before = internal.currentNode();
        ProcessorRecordContext recordBefore = internal.recordContext();
        internal.setCurrentNode(node);
        internal.setRecordContext(
                new ProcessorRecordContext(internal.currentSystemTimeMs(), -1, -1, null, new RecordHeaders()));
        try {
            whatToDo.run();
        } finally {
            internal.setRecordContext(recordBefore);
            internal.setCurrentNode(before);
        }
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        stateStoreContext.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // Nothing is held here.
    }

    @Override
    @SuppressWarnings("deprecation") // still abstract
    public void flush() {
        // Nothing is stored.
    }

    @Override
    public void close() {
        open = false;
        action = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(String name) implements StoreBuilder<BeforeCommit> {
        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
