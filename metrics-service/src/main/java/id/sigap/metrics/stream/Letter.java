package id.sigap.metrics.stream;

import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record, and where it was read: what a dead letter tells.
 *
 * @param record as it was read
 * @param topic its topic
 * @param partition its partition
 * @param offset its place in there
 */
record Letter(Record<byte[], byte[]> record, String topic, int partition, long offset) {
    /** A record that was read there. */
    static Letter of(Record<byte[], byte[]> record, RecordMetadata place) {
        return new Letter(record, place.topic(), place.partition(), place.offset());
    }
}
