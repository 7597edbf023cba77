package id.sigap.runtime.stream;

import id.sigap.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that cannot be processed: {@code <topic>.dlq}, whole and with their origin, so that they can be
 * replayed.
 */
@ApplicationScoped
public class DeadLetters {
    /** Why the record is here, by field names, never by contents. */
    public static final String REASON = "dead-letter-reason";
    /** The topic it came from. */
    public static final String TOPIC = "dead-letter-topic";
    /** The partition it came from. */
    public static final String PARTITION = "dead-letter-partition";
    /** The offset that it had there. */
    public static final String OFFSET = "dead-letter-offset";

    private final EventProducer producer;
    private final MeterRegistry meters;

    /** Over the service's producer. */
    public DeadLetters(EventProducer producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    /**
     * Buries a record. Fails if it cannot be written: then its offset must not be passed.
     *
     * @param reason what is wrong with it; names fields, never what a citizen wrote
     */
    public Uni<Void> bury(ConsumerRecord<?, byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> dead =
                new ProducerRecord<>(Topics.deadLetters(record.topic()), null, key(record.key()), record.value());
        Headers headers = dead.headers();
        record.headers().forEach(headers::add);
        put(headers, REASON, reason);
        put(headers, TOPIC, record.topic());
        put(headers, PARTITION, Integer.toString(record.partition()));
        put(headers, OFFSET, Long.toString(record.offset()));
        return producer.sendAll(List.of(dead))
                .invoke(() -> meters.counter("sigap_dead_letters", "topic", record.topic())
                        .increment());
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] key(@Nullable Object key) {
        return key == null || key instanceof byte[]
                ? (byte[]) key
                : key.toString().getBytes(StandardCharsets.UTF_8);
    }
}
