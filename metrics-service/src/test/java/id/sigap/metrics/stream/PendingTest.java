package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingTest {
    private KeyValueStore<byte[], Long> store;

    @BeforeEach
    void openStore() {
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("pending"), Serdes.ByteArray(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<byte[], Long>().getStateStoreContext(), store);
    }

    @Test
    void theStoreHasWhatWaitsAtACommit() {
        // Given changes that wait, some of which left before the commit
        Pending<Long> pending = new Pending<>(store, Long::sum);
        pending.add(key("a"), 1L);
        pending.add(key("b"), 2L);
        pending.add(key("a"), 4L);
        pending.take(key -> text(key.get()).equals("b"), (key, change) -> {});

        // When it commits
        pending.write();

        // Then the rest is in the store, summed
        assertEquals(List.of("a=5"), held());
    }

    @Test
    void aSuccessorGoesOnWithWhatWaited() {
        // Given a task that ended when changes waited
        Pending<Long> ended = new Pending<>(store, Long::sum);
        ended.add(key("a"), 1L);
        ended.add(key("b"), 2L);
        ended.write();

        // When the next one adds to them, and takes one
        Pending<Long> next = new Pending<>(store, Long::sum);
        next.add(key("a"), 10L);
        List<String> taken = new ArrayList<>();
        next.take(key -> text(key.get()).equals("a"), (key, change) -> taken.add(text(key) + '=' + change));

        // Then it has both parts, and what it took is gone with its commit
        assertEquals(List.of("a=11"), taken);
        next.write();
        assertEquals(List.of("b=2"), held());
    }

    @Test
    void whatCameBackAfterItWasTakenWaitsAgain() {
        Pending<Long> pending = new Pending<>(store, Long::sum);
        pending.add(key("a"), 1L);
        pending.write();
        pending.take(key -> true, (key, change) -> {});
        pending.add(key("a"), 7L);
        pending.write();
        assertEquals(List.of("a=7"), held());
    }

    private List<String> held() {
        List<String> held = new ArrayList<>();
        try (KeyValueIterator<byte[], Long> all = store.all()) {
            all.forEachRemaining(entry -> held.add(text(entry.key) + '=' + entry.value));
        }
        return held;
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
