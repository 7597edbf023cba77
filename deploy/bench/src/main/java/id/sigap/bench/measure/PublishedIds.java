package id.sigap.bench.measure;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is on a topic: how many records, and how many different events.
 *
 * @param records all
 * @param events different ids
 */
public record PublishedIds(long records, long events) {
    /** Reads a whole topic as it is now. */
    public static PublishedIds of(String bootstrap, String topic) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Set<UUID> ids = new HashSet<>();
        long records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    records++;
                    ids.add(UUID.fromString(new String(
                            record.headers().lastHeader(EventEnvelope.ID).value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return new PublishedIds(records, ids.size());
    }
}
