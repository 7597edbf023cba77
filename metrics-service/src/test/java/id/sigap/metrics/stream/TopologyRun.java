package id.sigap.metrics.stream;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.TurnRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker: events go in, published buckets and lines are looked at. */
final class TopologyRun implements AutoCloseable {
    /** Held, because a logger's level is forgotten with the logger. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.SEVERE);
    }

    private static final String APPLICATION = "test";

    final List<String> buried = new ArrayList<>();

    private final Path state;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new TreeMap<>();

    TopologyRun() {
        this(Calendars.NONE, Promise.Book.NONE);
    }

    TopologyRun(Calendars calendars, Promise.Book promises) {
        try {
            state = Files.createTempDirectory("sigap-metrics-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        // Two runs of one test live side by side.
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                MetricsTopology.build(new TopologySettings(
                        new TopologySettings.Storage(4, Duration.ofDays(45), Stores::inMemoryKeyValueStore),
                        calendars,
                        promises,
                        true,
                        origin -> origin.account().startsWith("kemen"),
                        buried::add)),
                config,
                Instant.parse("2026-11-20T00:00:00Z"));
        for (String topic : ConversationProcessor.inputs()) {
            inputs.put(topic, driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()));
        }
    }

    void tell(SigapEvent event) {
        EventEnvelope envelope = EventEnvelope.of(event, "test", null);
        RecordHeaders headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        raw(envelope.topic(), envelope.key(), envelope.value(), headers, event.time());
    }

    void raw(String topic, String key, byte[] value, RecordHeaders headers, Instant at) {
        TestInputTopic<byte[], byte[]> input = inputs.get(topic);
        if (input == null) {
            throw new IllegalArgumentException(topic);
        }
        input.pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, headers, at));
    }

    /** What was warned of since the last question. */
    List<SigapEvent> alerts() {
        return driver
                .createOutputTopic(Topics.ALERTS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> EventEnvelope.read(
                        name -> record.headers().lastHeader(name) == null
                                ? null
                                : record.headers().lastHeader(name).value(),
                        record.value()))
                .toList();
    }

    TestRecord<byte[], byte[]> nextDeadLetter(String topic) {
        return driver.createOutputTopic(
                        Topics.deadLetters(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
    }

    /** What a successor restores of a store: the newest value of each key, without what was deleted. */
    Map<Bytes, byte[]> restorable(String store) {
        Map<Bytes, byte[]> newest = new TreeMap<>();
        driver.createOutputTopic(
                        APPLICATION + '-' + store + "-changelog",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(record -> newest.put(Bytes.wrap(record.key()), record.value()));
        newest.values().removeIf(Objects::isNull);
        return newest;
    }

    /** How many records have left to be summed elsewhere, since the last question. */
    int travelled(String changes) {
        return driver.createOutputTopic(
                        APPLICATION + '-' + changes + "-repartition",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }

    /** Restores a store from its changelog. */
    <V> void restore(String store, Map<Bytes, byte[]> changelog, Function<byte[], V> reading) {
        KeyValueStore<byte[], V> restored = driver.getKeyValueStore(store);
        changelog.forEach((key, value) -> restored.put(key.get(), reading.apply(value)));
    }

    /** What a store holds. */
    Map<Bytes, byte[]> held(String store) {
        Map<Bytes, byte[]> held = new TreeMap<>();
        each(store, entry -> held.put(Bytes.wrap(entry.key), entry.value));
        return held;
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    int conversations() {
        int count = 0;
        try (KeyValueIterator<byte[], byte[]> all = driver.<byte[], byte[]>getKeyValueStore(
                        MetricsTopology.CONVERSATIONS)
                .all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    /** All buckets that hold turns, as published, by key. Gathering follows the clock, and so does publishing. */
    Map<String, ResponsivenessBucket> buckets() {
        pass(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        Map<String, ResponsivenessBucket> buckets = new TreeMap<>();
        each(MetricsTopology.ALL_BUCKETS, entry -> {
            ResponsivenessBucket bucket = (ResponsivenessBucket) EventEnvelope.read(
                    name -> "id.sigap.responsiveness.bucket".getBytes(StandardCharsets.UTF_8), entry.value);
            if (bucket != null && !(bucket.cells().isEmpty() && bucket.series().isEmpty())) {
                buckets.put(new String(entry.key, StandardCharsets.UTF_8), bucket);
            }
        });
        return buckets;
    }

    /** The figures themselves, without what depends on the order of telling. */
    String content() {
        StringBuilder content = new StringBuilder();
        buckets()
                .forEach((key, bucket) -> content.append(key)
                        .append(bucket.cells())
                        .append(bucket.series())
                        .append('\n'));
        lines().forEach((key, line) -> content.append(key).append(line).append('\n'));
        activities()
                .forEach((key, count) -> content.append(key)
                        .append(HexFormat.of().formatHex(count.toBytes()))
                        .append('\n'));
        turns(MetricsTopology.ALL_TURNS)
                .forEach((key, row) -> content.append(row).append('\n'));
        turns(MetricsTopology.ALL_WAITING)
                .forEach((key, row) -> content.append(row).append('\n'));
        return content.toString();
    }

    Map<String, LedgerCount> lines() {
        pass(Duration.ofSeconds(5));
        Map<String, LedgerCount> lines = new TreeMap<>();
        each(MetricsTopology.ALL_LINES, entry -> {
            LedgerCount count = LedgerCount.of(entry.value);
            if (!count.equals(LedgerCount.NONE)) {
                lines.put(new String(entry.key, StandardCharsets.UTF_8), count);
            }
        });
        return lines;
    }

    Map<String, ActivityCount> activities() {
        pass(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        Map<String, ActivityCount> activities = new TreeMap<>();
        each(MetricsTopology.ALL_ACTIVITIES, entry -> {
            ActivityCount count = ActivityCount.of(entry.value);
            if (!count.none()) {
                activities.put(new String(entry.key, StandardCharsets.UTF_8), count);
            }
        });
        return activities;
    }

    /** The turns of a copy, by key. */
    Map<String, TurnRow> turns(String store) {
        Map<String, TurnRow> turns = new TreeMap<>();
        each(store, entry -> {
            String key = new String(entry.key, StandardCharsets.UTF_8);
            turns.put(key, TurnRow.of(key, entry.value));
        });
        return turns;
    }

    LedgerCount ledger() {
        return lines().values().stream().reduce(LedgerCount.NONE, LedgerCount::plus);
    }

    Figures figures(Instant now) {
        Sample sample = new Sample(
                now.toEpochMilli(),
                Duration.ofMinutes(10).toMillis(),
                Duration.ofHours(24).toMillis());
        buckets().values().forEach(bucket -> {
            bucket.cells().forEach(cell -> sample.add(bucket.hour().toEpochMilli(), cell));
            sample.add(bucket.decomposition());
        });
        return sample.figures();
    }

    private void each(String store, Consumer<KeyValue<byte[], byte[]>> use) {
        try (KeyValueIterator<byte[], byte[]> all =
                driver.<byte[], byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(use);
        }
    }

    @Override
    public void close() {
        driver.close();
        state.toFile().deleteOnExit();
    }
}
