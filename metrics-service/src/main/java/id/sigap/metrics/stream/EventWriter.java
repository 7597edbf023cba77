package id.sigap.metrics.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.SigapEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Writes alerts as the events that they are. */
final class EventWriter extends ContextualProcessor<byte[], Output, byte[], byte[]> {
    private final Consumer<AlertEvent> warned;

    EventWriter(Consumer<AlertEvent> warned) {
        this.warned = warned;
    }

    @Override
    public void process(Record<byte[], Output> record) {
        if (record.value() instanceof Output.Alert alert) {
            warned.accept(alert.event());
            context().forward(record(alert.event(), record.timestamp()));
        }
    }

    /** The record of an event, at that time. */
    static Record<byte[], byte[]> record(SigapEvent event, long now) {
        EventEnvelope envelope = EventEnvelope.of(event, "metrics", null);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Record<>(event.key().getBytes(StandardCharsets.UTF_8), envelope.value(), now, headers);
    }
}
