package id.sigap.reply;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.runtime.stream.EventRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Reads what the service tells on {@code sigap.cases.v1}. */
final class CaseTopic implements AutoCloseable {
    private final List<SigapEvent> events = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    CaseTopic(String bootstrap) {
        reader = new Thread(() -> read(bootstrap), "case-topic");
        reader.setDaemon(true);
        reader.start();
    }

    /** The first event of a kind that fits, once it was told. */
    <E extends SigapEvent> E await(Class<E> kind, Predicate<E> fits) {
        return Awaitility.await()
                .until(
                        () -> events.stream()
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .filter(fits)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** How many different events of a kind were told by now that fit; a repetition bears the same id. */
    <E extends SigapEvent> long count(Class<E> kind, Predicate<E> fits) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fits)
                .map(SigapEvent::id)
                .distinct()
                .count();
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }

    private void read(String bootstrap) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            consumer.subscribe(List.of(Topics.CASES));
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    SigapEvent event = EventRecords.read(record);
                    if (event != null) {
                        events.add(event);
                    }
                }
            }
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            Thread.interrupted();
        }
    }
}
