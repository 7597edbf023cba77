package id.sigap.metrics.stream;

import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Buckets;
import id.sigap.metrics.turn.Activities;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.LedgerKey;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All published buckets and lines, on this instance. What is read is committed: nothing that a later fault takes back.
 *
 * <p>While the stores are not open yet every question ends in 503 with Retry-After.
 */
@Singleton
public class PublishedFigures implements Buckets, Activities {
    /** What stands behind all that has a key's parts and goes on. */
    private static final char BEHIND = '|' + 1;

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final KafkaStreams streams;
    private final StoreIndex index;

    /** Over the running stream, and the index that it keeps. */
    public PublishedFigures(KafkaStreams streams, StoreIndex index) {
        this.streams = streams;
        this.index = index;
    }

    /** Those that the index holds from it, in no time; older ones from the store. */
    @Override
    public void show(String agency, long from, long to, BucketVisitor visitor) {
        long held = index.index().read(agency, from, to, visitor);
        long unheld = Math.min(to, held);
        if (from < unheld) {
            buckets(
                    agency,
                    key -> key.hour() >= from && key.hour() < unheld,
                    bucket -> BucketIndex.show(bucket, visitor));
        }
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

    @Override
    public List<ActivityKey> accounts(String agency) {
        List<ActivityKey> accounts = new ArrayList<>();
        byte[] end = (agency + BEHIND).getBytes(StandardCharsets.UTF_8);
        String[] from = {agency + '|'};
        boolean more = true;
        while (more) {
            int known = accounts.size();
            open(
                    MetricsTopology.ALL_ACTIVITIES,
                    store -> store.range(from[0].getBytes(StandardCharsets.UTF_8), end),
                    found -> {
                        if (found.hasNext()) {
                            accounts.add(ActivityKey.of(new String(found.next().key, StandardCharsets.UTF_8)));
                        }
                    });
            more = accounts.size() > known;
            if (more) {
                from[0] = accounts.get(known).ofAccount() + BEHIND;
            }
        }
        return accounts;
    }

    @Override
    public void newestFirst(ActivityKey account, long from, long to, BiPredicate<ActivityKey, ActivityCount> takes) {
        byte[] first = account.at(from).text().getBytes(StandardCharsets.UTF_8);
        byte[] last = account.at(to - 1).text().getBytes(StandardCharsets.UTF_8);
        open(MetricsTopology.ALL_ACTIVITIES, store -> store.reverseRange(first, last), found -> {
            boolean more = true;
            while (more && found.hasNext()) {
                KeyValue<byte[], byte[]> entry = found.next();
                ActivityKey key = ActivityKey.of(new String(entry.key, StandardCharsets.UTF_8));
                more = takes.test(key, ActivityCount.of(entry.value));
            }
        });
    }

    /** Gives every turn of an agency that waits now, in order of the hours in which they began. */
    public void waiting(String agency, Consumer<TurnRow> use) {
        each(MetricsTopology.ALL_WAITING, agency, (key, value) -> use.accept(TurnRow.of(key, value)));
    }

    /** Gives the turns of an agency that began in a span, the waiting included, in order of the hours of their start. */
    public void turns(String agency, Instant from, Instant to, Consumer<TurnRow> use) {
        byte[] first = (agency + '|' + from.truncatedTo(ChronoUnit.HOURS)).getBytes(StandardCharsets.UTF_8);
        byte[] last = (agency + '|' + to.plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS))
                .getBytes(StandardCharsets.UTF_8);
        read(MetricsTopology.ALL_TURNS, store -> store.range(first, last), (key, value) -> {
            TurnRow row = TurnRow.of(key, value);
            if (row.startsAt() >= from.toEpochMilli() && row.startsAt() < to.toEpochMilli()) {
                use.accept(row);
            }
        });
    }

    /**
     * Gives the turns of an agency that began in a span, in order of their keys, behind a key, until there is one that is
     * not taken.
     *
     * @param after a key of the agency, or null to begin with the span's start
     */
    public void turns(String agency, Instant from, Instant to, @Nullable String after, Predicate<TurnRow> takes) {
        String first = first(agency, from, after);
        String last = agency + '|' + to.plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
        open(
                MetricsTopology.ALL_TURNS,
                store -> store.range(first.getBytes(StandardCharsets.UTF_8), last.getBytes(StandardCharsets.UTF_8)),
                found -> {
                    boolean more = true;
                    while (more && found.hasNext()) {
                        KeyValue<byte[], byte[]> entry = found.next();
                        String key = new String(entry.key, StandardCharsets.UTF_8);
                        if (!key.equals(after)) {
                            TurnRow row = TurnRow.of(key, entry.value);
                            boolean within =
                                    row.startsAt() >= from.toEpochMilli() && row.startsAt() < to.toEpochMilli();
                            more = !within || takes.test(row);
                        }
                    }
                });
    }

    /** A key from before the span must not make a page read all that is older than the span. */
    static String first(String agency, Instant from, @Nullable String after) {
        String start = agency + '|' + from.truncatedTo(ChronoUnit.HOURS);
        return after == null || after.compareTo(start) < 0 ? start : after;
    }

    private void each(String name, String agency, BiConsumer<String, byte[]> use) {
        byte[] prefix = (agency + '|').getBytes(StandardCharsets.UTF_8);
        read(name, store -> store.prefixScan(prefix, new ByteArraySerializer()), use);
    }

    private void read(
            String name,
            Function<ReadOnlyKeyValueStore<byte[], byte[]>, KeyValueIterator<byte[], byte[]>> look,
            BiConsumer<String, byte[]> use) {
        open(
                name,
                look,
                found -> found.forEachRemaining(
                        entry -> use.accept(new String(entry.key, StandardCharsets.UTF_8), entry.value)));
    }

    private void open(
            String name,
            Function<ReadOnlyKeyValueStore<byte[], byte[]>, KeyValueIterator<byte[], byte[]>> look,
            Consumer<KeyValueIterator<byte[], byte[]>> use) {
        try {
            ReadOnlyKeyValueStore<byte[], byte[]> store =
                    streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
            try (KeyValueIterator<byte[], byte[]> found = look.apply(store)) {
                use.accept(found);
            }
        } catch (InvalidStateStoreException e) {
            throw ProblemException.unavailable(AGAIN, "The figures are being loaded.");
        }
    }

    private static ResponsivenessBucket bucket(byte[] json) {
        try {
            return StoreIndex.bucket(json);
        } catch (IOException e) {
            throw new IllegalStateException("a bucket that this service wrote can be read", e);
        }
    }
}
