package id.sigap.triage.dryrun;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.runtime.stream.EventRecords;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads triaged messages again, from some time until now, one after the other and without keeping any. It belongs to no
 * group and commits nothing, so the service's own reading is not touched.
 */
@ApplicationScoped
public class PastMessages {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_BYTES = 8 << 20;

    private final Map<String, Object> broker;

    /** With what the service knows of its brokers. */
    public PastMessages(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /**
     * Hands over every triaged message that was published from some time on, up to what there is at the beginning.
     *
     * @param longest after which it stops where it is
     * @return whether it came to the end
     */
    public boolean read(Instant from, Duration longest, Consumer<MessageTriaged> taker) {
        long deadline = System.nanoTime() + longest.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> left = seek(consumer, from);
            while (!left.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                consumer.poll(POLL).forEach(record -> take(record, left, taker));
                consumer.pause(passed(consumer, left));
            }
            return true;
        }
    }

    /** Takes out those whose end is reached. */
    private static List<TopicPartition> passed(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> left) {
        List<TopicPartition> passed = left.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        passed.forEach(left::remove);
        return passed;
    }

    /** Goes to the first message of the time on every partition; tells the ends of those that have any. */
    private static Map<TopicPartition, Long> seek(KafkaConsumer<byte[], byte[]> consumer, Instant from) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRIAGE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            long end = Objects.requireNonNullElse(ends.get(partition), 0L);
            if (start == null || start.offset() >= end) {
                ends.remove(partition);
                consumer.pause(List.of(partition));
            } else {
                consumer.seek(partition, start.offset());
            }
        }
        return ends;
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> ends, Consumer<MessageTriaged> taker) {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end == null || record.offset() >= end) {
            return;
        }
        try {
            if (EventRecords.read(record) instanceof MessageTriaged triaged) {
                taker.accept(triaged);
            }
        } catch (UnreadableEventException e) {
            // Not one of ours; whoever consumes the topic buries it.
        }
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "triage-dry-run");
        return config;
    }
}
