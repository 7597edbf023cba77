package id.sigap.metrics.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.BucketKey;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreIndexTest {
    private static final String AGENCY = "kemenhub-contoh";
    private static final long HOUR = 494_000;
    private static final byte[] BROKEN = "{\"cells\":".getBytes(StandardCharsets.UTF_8);

    private final StoreIndex index = new StoreIndex(1 << 20);
    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("buckets").get();

    @Test
    void aBucketThatCannotBeReadIsMissedUntilItIsPublishedAnew() {
        // Given a store with two buckets, one of which cannot be read
        store.put(key("kereta"), bucket("kereta"));
        store.put(key("kapal"), BROKEN);

        // When it is opened, and a third is published
        index.opened(store);
        index.changed(key("udara"), bucket("udara"));

        // Then questions are answered elsewhere
        assertEquals(BucketIndex.NOTHING, shown(new TreeSet<>()));

        // When it is published anew
        index.changed(key("kapal"), bucket("kapal"));

        // Then the index has all of them
        awaitAll("kapal", "kereta", "udara");
    }

    @Test
    void aBucketThatIsSpoiledAfterTheStartIsMissedUntilItIsGone() {
        // Given an index that answers
        store.put(key("kereta"), bucket("kereta"));
        index.opened(store);
        awaitAll("kereta");

        // When a bucket comes that cannot be read
        index.changed(key("kereta"), BROKEN);

        // Then it answers nothing
        assertEquals(BucketIndex.NOTHING, shown(new TreeSet<>()));

        // When it is deleted
        index.changed(key("kereta"), null);
        index.changed(key("udara"), bucket("udara"));

        // Then the index answers again
        awaitAll("udara");
    }

    @Test
    void whatAClosedStoreHeldIsForgotten() {
        // Given an index over a store
        store.put(key("kereta"), bucket("kereta"));
        index.opened(store);
        awaitAll("kereta");

        // When another is opened
        index.closing();
        KeyValueStore<Bytes, byte[]> next =
                Stores.inMemoryKeyValueStore("buckets").get();
        next.put(key("kapal"), bucket("kapal"));
        index.opened(next);

        // Then only its buckets are told
        awaitAll("kapal");
    }

    private void awaitAll(String... units) {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            Set<String> seen = new TreeSet<>();
            assertEquals(Long.MIN_VALUE, shown(seen));
            assertEquals(Set.of(units), seen);
        });
    }

    private long shown(Set<String> units) {
        BucketVisitor visitor = (BucketVisitor) Proxy.newProxyInstance(
                BucketVisitor.class.getClassLoader(), new Class<?>[] {BucketVisitor.class}, (self, method, values) -> {
                    if (method.getName().equals("bucket")) {
                        units.add(((Lane) values[0]).unit());
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                });
        return index.index().read(AGENCY, HOUR - 5, HOUR + 5, visitor);
    }

    private static Bytes key(String unit) {
        return Bytes.wrap(new BucketKey(AGENCY, unit, Channel.WEB, Kind.QUESTION, HOUR)
                .text()
                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bucket(String unit) {
        Instant hour = Instant.ofEpochMilli(HOUR * 3_600_000);
        return EventEnvelope.of(
                        new ResponsivenessBucket(
                                AGENCY,
                                unit,
                                Channel.WEB,
                                Kind.QUESTION,
                                hour,
                                1,
                                0,
                                List.of(),
                                Decomposition.NONE,
                                List.of(),
                                hour),
                        "metrics",
                        null)
                .value();
    }
}
