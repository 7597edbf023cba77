package id.sigap.runtime.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.SigapEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Between events and Kafka records: CloudEvents attributes are headers, the key is UTF-8, the value is the data. */
public final class EventRecords {
    private EventRecords() {}

    /** The record that carries an envelope; its partition follows from the key. */
    public static ProducerRecord<byte[], byte[]> toRecord(EventEnvelope envelope) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                envelope.topic(), envelope.key().getBytes(StandardCharsets.UTF_8), envelope.value());
        envelope.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /**
     * The record that carries an event.
     *
     * @param service the publishing service's short name, e.g. {@code ingest}
     * @param traceparent the W3C trace context to carry on, if there is one
     */
    public static ProducerRecord<byte[], byte[]> toRecord(
            SigapEvent event, String service, @Nullable String traceparent) {
        return toRecord(EventEnvelope.of(event, service, traceparent));
    }

    /**
     * The event that a record carries.
     *
     * @return null if its type is unknown to this version: readers pass over it
     * @throws UnreadableEventException if it is not a valid event; it belongs into the dead letters
     */
    public static @Nullable SigapEvent read(ConsumerRecord<?, byte[]> record) {
        return EventEnvelope.read(name -> bytes(record, name), record.value());
    }

    /** The last header of this name as text, or null if there is none. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        byte[] value = bytes(record, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
