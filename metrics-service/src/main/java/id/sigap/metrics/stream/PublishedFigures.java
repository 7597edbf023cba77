package id.sigap.metrics.stream;

import com.fasterxml.jackson.databind.ObjectReader;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.LedgerKey;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * All published buckets and lines, on this instance. What is read is committed: nothing that a later fault takes back.
 *
 * <p>While the stores are not open yet every question ends in 503 with Retry-After.
 */
@Singleton
public class PublishedFigures {
    private static final ObjectReader BUCKET = EventJson.mapper().readerFor(ResponsivenessBucket.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final KafkaStreams streams;

    /** Over the running stream. */
    public PublishedFigures(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Gives every bucket of an agency whose key is wanted. */
    public void buckets(String agency, Predicate<BucketKey> wanted, Consumer<ResponsivenessBucket> use) {
        each(MetricsTopology.ALL_BUCKETS, agency, (key, value) -> {
            if (wanted.test(BucketKey.of(key))) {
                use.accept(bucket(value));
            }
        });
    }

    /** Gives every line of an agency's ledger. */
    public void lines(String agency, BiConsumer<LedgerKey, LedgerCount> use) {
        each(MetricsTopology.ALL_LINES, agency, (key, value) -> use.accept(LedgerKey.of(key), LedgerCount.of(value)));
    }

    private void each(String name, String agency, BiConsumer<String, byte[]> use) {
        try {
            ReadOnlyKeyValueStore<byte[], byte[]> store =
                    streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
            byte[] prefix = (agency + '|').getBytes(StandardCharsets.UTF_8);
            try (KeyValueIterator<byte[], byte[]> found = store.prefixScan(prefix, new ByteArraySerializer())) {
                found.forEachRemaining(entry -> use.accept(new String(entry.key, StandardCharsets.UTF_8), entry.value));
            }
        } catch (InvalidStateStoreException e) {
            throw ProblemException.unavailable(AGAIN, "The figures are being loaded.");
        }
    }

    private static ResponsivenessBucket bucket(byte[] json) {
        try {
            return BUCKET.readValue(json);
        } catch (IOException e) {
            throw new IllegalStateException("a bucket that this service wrote can be read", e);
        }
    }
}
