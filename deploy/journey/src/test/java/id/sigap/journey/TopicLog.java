package id.sigap.journey;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.SigapEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What a topic holds from its beginning to its end as of the call, in order of each partition.
 *
 * @param topic the topic
 * @param records every record, repetitions included
 */
record TopicLog(String topic, List<Entry> records) {
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * One record.
     *
     * @param id its {@code ce_id}
     * @param key its key
     * @param event what it says
     */
    record Entry(UUID id, String key, SigapEvent event) {}

    /** Reads the whole topic. */
    static TopicLog read(String bootstrap, String topic) {
        List<Entry> entries = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    entries.add(entry(record));
                }
            }
        }
        return new TopicLog(topic, entries);
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record) {
        SigapEvent event = EventEnvelope.read(name -> header(record, name), record.value());
        byte[] id = header(record, EventEnvelope.ID);
        if (event == null || id == null) {
            throw new IllegalStateException(
                    "a record of " + record.topic() + " at " + record.offset() + " has no known type, or no id");
        }
        return new Entry(UUID.fromString(new String(id, StandardCharsets.UTF_8)), record.key(), event);
    }

    private static byte @Nullable [] header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    /** The events of one kind, each id once: the first record of it. */
    <E extends SigapEvent> List<E> distinct(Class<E> kind) {
        Map<UUID, E> byId = new LinkedHashMap<>();
        for (Entry entry : records) {
            if (kind.isInstance(entry.event())) {
                byId.putIfAbsent(entry.id(), kind.cast(entry.event()));
            }
        }
        return List.copyOf(byId.values());
    }

    /** How many records there are of a kind, repetitions included. */
    long count(Class<? extends SigapEvent> kind) {
        return records.stream().filter(entry -> kind.isInstance(entry.event())).count();
    }
}
