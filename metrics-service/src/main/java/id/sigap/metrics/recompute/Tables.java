package id.sigap.metrics.recompute;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Compacted topics as tables: the newest value of each key. Grows by what is written, whenever it is asked to. */
final class Tables implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, SortedMap<String, byte[]>> tables = new HashMap<>();
    private final List<TopicPartition> partitions;

    Tables(String bootstrap, List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        topics.forEach(topic -> tables.put(topic, new TreeMap<>()));
        partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads up to the end. */
    void read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                SortedMap<String, byte[]> table = table(record.topic());
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    table.remove(key);
                } else {
                    table.put(key, record.value());
                }
            }
        }
    }

    /** The table of a topic. */
    SortedMap<String, byte[]> table(String topic) {
        SortedMap<String, byte[]> table = tables.get(topic);
        if (table == null) {
            throw new IllegalArgumentException(topic);
        }
        return table;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
