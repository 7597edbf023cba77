package id.sigap.metrics.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.BucketKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Writes a bucket as the event that other systems can subscribe to. */
final class BucketPublisher extends ContextualProcessor<byte[], BucketContent, byte[], byte[]> {
    @Override
    public void process(Record<byte[], BucketContent> record) {
        ResponsivenessBucket bucket =
                event(BucketKey.of(new String(record.key(), StandardCharsets.UTF_8)), record.value());
        EventEnvelope envelope = EventEnvelope.of(bucket, "metrics", null);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        context().forward(new Record<>(record.key(), envelope.value(), record.timestamp(), headers));
    }

    private static ResponsivenessBucket event(BucketKey key, BucketContent content) {
        return new ResponsivenessBucket(
                key.agency(),
                key.unit(),
                key.channel(),
                key.kind(),
                key.startsAt(),
                content.revision(),
                content.cells(),
                content.parts(),
                Instant.ofEpochMilli(content.changedAt()));
    }
}
