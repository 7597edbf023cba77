package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.runtime.stream.EventRecords;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A committed event that waits for Kafka.
 *
 * @param seq its place in the order of publishing
 * @param envelope what is published
 */
public record OutboxRow(long seq, EventEnvelope envelope) {
    /** The Kafka record. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        return EventRecords.toRecord(envelope);
    }
}
