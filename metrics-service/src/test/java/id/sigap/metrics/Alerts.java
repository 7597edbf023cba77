package id.sigap.metrics;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.runtime.stream.EventRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was warned of, as others read it: what is committed alone. */
final class Alerts implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Seen> seen = new ArrayList<>();

    Alerts(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * An alert, and when it was read.
     *
     * @param event the alert
     * @param seenAt when
     */
    record Seen(SigapEvent event, Instant seenAt) {}

    /** Reads until there is one of that kind about a message. */
    Seen await(Class<? extends AlertEvent> type, UUID message, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (Instant.now().isBefore(until)) {
            for (Seen one : seen) {
                if (type.isInstance(one.event()) && message.equals(about(one.event()))) {
                    return one;
                }
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                SigapEvent event = EventRecords.read(record);
                if (event != null) {
                    seen.add(new Seen(event, Instant.now()));
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " among " + seen.size() + " alerts");
    }

    private static UUID about(SigapEvent event) {
        if (event instanceof TurnDueSoon soon) {
            return soon.turnFirstMessageId();
        }
        return event instanceof TurnOverdue overdue ? overdue.turnFirstMessageId() : new UUID(0, 0);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
