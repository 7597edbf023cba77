package id.sigap.metrics.stream;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.LedgerCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * How events become figures:
 *
 * <pre>
 * messages, triage, cases ─▶ conversations (by conversation) ─┬─▶ changes of buckets             ─▶ sum per bucket ─▶ sigap.responsiveness.v1 ─▶ a copy everywhere
 *                                                             ├─▶ changes of lines               ─▶ sum per line   ─▶ sigap-metrics-ledger    ─▶ a copy everywhere
 *                                                             ├─▶ changes of activities          ─▶ sum per hour   ─▶ sigap-metrics-activity  ─▶ a copy everywhere
 *                                                             │                                    └─▶ silences, by the clock ─▶ sigap.alerts.v1
 *                                                             ├─▶ turns                                             ─▶ sigap-metrics-turns     ─▶ a copy everywhere
 *                                                             ├─▶ turns that wait                                   ─▶ sigap-metrics-waiting   ─▶ a copy everywhere
 *                                                             ├─▶ alerts, by the clock                              ─▶ sigap.alerts.v1
 *                                                             └─▶ dead letters
 * </pre>
 *
 * <p>Every instance holds a whole copy of what was published, so that any of them answers any question without asking
 * the others; the price is one commit interval between a change and its sight.
 */
public final class MetricsTopology {
    /** The store of conversations. */
    public static final String CONVERSATIONS = "conversations";
    /** Everywhere: all buckets as published. */
    public static final String ALL_BUCKETS = "all-buckets";
    /** Everywhere: all lines of the ledger. */
    public static final String ALL_LINES = "all-lines";
    /** Everywhere: what every account received and sent, by hour. */
    public static final String ALL_ACTIVITIES = "all-activities";
    /** Everywhere: all turns. */
    public static final String ALL_TURNS = "all-turns";
    /** Everywhere: the turns that wait. */
    public static final String ALL_WAITING = "all-waiting";
    /** Where lines of the ledger travel to all instances; this service's own, compacted. */
    public static final String LEDGER_TOPIC = "sigap-metrics-ledger";
    /** Where activity travels to all instances; this service's own, compacted. */
    public static final String ACTIVITY_TOPIC = "sigap-metrics-activity";
    /** Where turns travel to all instances; this service's own, compacted. */
    public static final String TURNS_TOPIC = "sigap-metrics-turns";
    /** Where waiting turns travel to all instances; this service's own, compacted. */
    public static final String WAITING_TOPIC = "sigap-metrics-waiting";

    /** By what name changes of buckets travel. */
    static final String BUCKET_CHANGES = "bucket-changes";
    /** By what name changes of activities travel. */
    static final String ACTIVITY_CHANGES = "activity-changes";
    /** The store of summed buckets. */
    static final String BUCKETS = "buckets";
    /** The store of summed activities. */
    static final String ACTIVITIES = "activities";
    /** By what name changes of the ledger's lines travel. */
    static final String LINE_CHANGES = "line-changes";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    /**
     * What waits in a store for a moment writes and deletes a few times a second and is read whole at every start. Kafka
     * compacts only segments that are full: with its default of a gigabyte a start would read days of what is long gone.
     */
    private static final Map<String, String> SHORT_LIVED =
            Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(1 << 20));

    private MetricsTopology() {}

    /** The service's own topics, all compacted. */
    public static List<String> ownTopics() {
        return List.of(LEDGER_TOPIC, ACTIVITY_TOPIC, TURNS_TOPIC, WAITING_TOPIC);
    }

    /** Builds it. */
    public static Topology build(TopologySettings settings) {
        return build(settings, settings.storage().stores());
    }

    /** Builds it with an index over the copy of all buckets. */
    public static Topology build(TopologySettings settings, StoreIndex index) {
        return build(
                settings,
                name -> IndexedStore.supplier(settings.storage().stores().apply(name), index));
    }

    private static Topology build(
            TopologySettings settings, Function<String, KeyValueBytesStoreSupplier> copiesOfBuckets) {
        StreamsBuilder builder = new StreamsBuilder();
        Pace pace = new Pace();
        TopologySettings.Storage storage = settings.storage();
        builder.addStateStore(BeforeCommit.named(ConversationProcessor.UNSETTLED));
        builder.addStateStore(uncached(CONVERSATIONS, storage.stores()));
        builder.addStateStore(uncached(Alarms.BY_MOMENT, storage.stores()));
        ProcessorSupplier<byte[], byte[], byte[], Output> fold = () -> new ConversationProcessor(settings, pace);
        KStream<byte[], Output> outputs = builder.stream(
                        Set.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES),
                        Consumed.with(BYTES, BYTES).withName("events"))
                .process(
                        fold,
                        Named.as("conversation"),
                        ConversationProcessor.UNSETTLED,
                        CONVERSATIONS,
                        Alarms.BY_MOMENT);
        publishBuckets(
                builder, only(outputs, Output.Bucket.class, Output.Bucket.WAY, Output.Bucket::change), storage, pace);
        publishLines(builder, only(outputs, Output.Line.class, Output.Line.WAY, Output.Line::change), storage);
        publishActivities(
                builder,
                only(outputs, Output.Activity.class, Output.Activity.WAY, Output.Activity::change),
                settings,
                pace);
        only(outputs, Output.Row.class, Output.Row.WAY, Output.Row::value)
                .to(storage.prefix() + TURNS_TOPIC, Produced.with(BYTES, BYTES).withName("turns"));
        only(outputs, Output.WaitingRow.class, Output.WaitingRow.WAY, Output.WaitingRow::value)
                .to(
                        storage.prefix() + WAITING_TOPIC,
                        Produced.with(BYTES, BYTES).withName("waiting"));
        alerts(outputs, Output.Alert.WAY, "turn-alerts", settings.warned());
        only(outputs, Output.DeadLetter.class, Output.DeadLetter.WAY, Output.DeadLetter::value)
                .to(
                        (key, value, context) ->
                                storage.prefix() + Topics.deadLetters(ConversationProcessor.topicOf(context.headers())),
                        Produced.with(BYTES, BYTES).withName("dead-letters"));
        if (storage.prefix().isEmpty()) {
            copy(builder, Topics.RESPONSIVENESS, ALL_BUCKETS, copiesOfBuckets);
            copy(builder, LEDGER_TOPIC, ALL_LINES, storage.stores());
            copy(builder, ACTIVITY_TOPIC, ALL_ACTIVITIES, storage.stores());
            copy(builder, TURNS_TOPIC, ALL_TURNS, storage.stores());
            copy(builder, WAITING_TOPIC, ALL_WAITING, storage.stores());
        }
        return builder.build();
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> stored(
            String name, Function<String, KeyValueBytesStoreSupplier> stores) {
        return uncached(name, stores).withCachingEnabled();
    }

    /** Of a store that is written to before a commit. */
    private static StoreBuilder<KeyValueStore<byte[], byte[]>> uncached(
            String name, Function<String, KeyValueBytesStoreSupplier> stores) {
        return Stores.keyValueStoreBuilder(stores.apply(name), BYTES, BYTES);
    }

    private static <O extends Output, V> KStream<byte[], V> only(
            KStream<byte[], Output> outputs, Class<O> kind, String way, Function<O, V> value) {
        return outputs.mapValues(output -> value.apply(kind.cast(output)), Named.as(way));
    }

    private static void publishBuckets(
            StreamsBuilder builder,
            KStream<byte[], BucketContent> changes,
            TopologySettings.Storage storage,
            Pace pace) {
        Serde<BucketContent> serde = Serdes.serdeFrom(
                (topic, content) -> content == null ? null : content.toBytes(),
                (topic, bytes) -> bytes == null ? null : BucketContent.of(bytes));
        SummingProcessor.Summed<BucketContent> summed = new SummingProcessor.Summed<>(
                BUCKETS, BucketContent::plus, BucketContent::size, MetricsTopology::bucketRecord);
        sum(builder, regroup(changes, BUCKET_CHANGES, serde, storage.partitions()), serde, summed, storage, pace)
                .to(
                        storage.prefix() + Topics.RESPONSIVENESS,
                        Produced.with(BYTES, BYTES).withName("responsiveness"));
    }

    private static Record<byte[], byte[]> bucketRecord(String key, BucketContent sum, long now) {
        return EventWriter.record(sum.published(BucketKey.of(key)), now);
    }

    private static void publishActivities(
            StreamsBuilder builder, KStream<byte[], ActivityCount> changes, TopologySettings settings, Pace pace) {
        TopologySettings.Storage storage = settings.storage();
        Serde<ActivityCount> serde = Serdes.serdeFrom(
                (topic, count) -> count == null ? null : count.toBytes(),
                (topic, bytes) -> bytes == null ? null : ActivityCount.of(bytes));
        SummingProcessor.Summed<ActivityCount> summed = new SummingProcessor.Summed<>(
                ACTIVITIES,
                ActivityCount::plus,
                ActivityCount::size,
                (key, sum, now) -> new Record<>(key.getBytes(StandardCharsets.UTF_8), sum.toBytes(), now));
        KStream<byte[], ActivityCount> byAccount = changes.repartition(Repartitioned.with(BYTES, serde)
                .withName(ACTIVITY_CHANGES)
                .withNumberOfPartitions(storage.partitions())
                .withStreamPartitioner(MetricsTopology::partitionOfAccount));
        sum(builder, byAccount, serde, summed, storage, pace)
                .to(
                        storage.prefix() + ACTIVITY_TOPIC,
                        Produced.with(BYTES, BYTES).withName("activity"));
        if (settings.silences()) {
            builder.addStateStore(stored(SilenceProcessor.PULSES, storage.stores()));
            alerts(
                    byAccount.process(
                            () -> new SilenceProcessor(settings.calendars()),
                            Named.as("silences"),
                            SilenceProcessor.PULSES,
                            ACTIVITIES),
                    "silence-alerts-written",
                    "silence-alerts",
                    settings.warned());
        }
    }

    /** All hours of an account lie together, so that it is seen when they end. */
    private static Optional<Set<Integer>> partitionOfAccount(
            String topic, byte[] key, ActivityCount value, int partitions) {
        String account = SilenceProcessor.account(ActivityKey.of(new String(key, StandardCharsets.UTF_8)));
        int hash = Utils.murmur2(account.getBytes(StandardCharsets.UTF_8));
        return Optional.of(Set.of(Utils.toPositive(hash) % partitions));
    }

    private static void alerts(KStream<byte[], Output> outputs, String way, String name, Consumer<AlertEvent> warned) {
        outputs.process(() -> new EventWriter(warned), Named.as(way))
                .to(Topics.ALERTS, Produced.with(BYTES, BYTES).withName(name));
    }

    private static <V> KStream<byte[], byte[]> sum(
            StreamsBuilder builder,
            KStream<byte[], V> changes,
            Serde<V> serde,
            SummingProcessor.Summed<V> summed,
            TopologySettings.Storage storage,
            Pace pace) {
        builder.addStateStore(Stores.keyValueStoreBuilder(storage.stores().apply(summed.name()), BYTES, serde));
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(summed.pending()), BYTES, serde)
                .withLoggingEnabled(SHORT_LIVED));
        builder.addStateStore(BeforeCommit.named(summed.hook()));
        return changes.process(
                () -> new SummingProcessor<>(summed, pace),
                Named.as(summed.name() + "-sums"),
                summed.name(),
                summed.pending(),
                summed.hook());
    }

    private static void publishLines(
            StreamsBuilder builder, KStream<byte[], LedgerCount> changes, TopologySettings.Storage storage) {
        Serde<LedgerCount> serde = Serdes.serdeFrom(
                (topic, count) -> count == null ? null : count.toBytes(),
                (topic, bytes) -> bytes == null ? null : LedgerCount.of(bytes));
        regroup(changes, LINE_CHANGES, serde, storage.partitions())
                .groupByKey(Grouped.with(BYTES, serde))
                .aggregate(
                        () -> LedgerCount.NONE,
                        (key, change, sum) -> sum.plus(change),
                        Named.as("line-sums"),
                        Materialized.<byte[], LedgerCount>as(storage.stores().apply("lines"))
                                .withKeySerde(BYTES)
                                .withValueSerde(serde))
                .toStream()
                .mapValues(LedgerCount::toBytes)
                .to(storage.prefix() + LEDGER_TOPIC, Produced.with(BYTES, BYTES).withName("ledger"));
    }

    private static <V> KStream<byte[], V> regroup(
            KStream<byte[], V> changes, String name, Serde<V> serde, int partitions) {
        return changes.repartition(
                Repartitioned.with(BYTES, serde).withName(name).withNumberOfPartitions(partitions));
    }

    private static void copy(
            StreamsBuilder builder, String topic, String store, Function<String, KeyValueBytesStoreSupplier> stores) {
        builder.globalTable(
                topic,
                Consumed.with(BYTES, BYTES),
                Materialized.<byte[], byte[]>as(stores.apply(store))
                        .withKeySerde(BYTES)
                        .withValueSerde(BYTES)
                        .withCachingDisabled());
    }
}
