package id.sigap.contracts.cloudevent;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.SigapEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An event as a Kafka record in CloudEvents 1.0 binary mode, independent of any Kafka library: headers are attributes,
 * the value is the data alone.
 *
 * @param topic where it travels
 * @param key the record's key, written as UTF-8
 * @param headers CloudEvents attributes and {@code traceparent}, in the order of writing
 * @param value the event's JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to Kafka, never compared
public record EventEnvelope(String topic, String key, Map<String, String> headers, byte[] value) {
    /** The event's kind. */
    public static final String TYPE = "ce_type";
    /** The event's id, computed from its cause. */
    public static final String ID = "ce_id";
    /** The W3C trace context of what caused the event. */
    public static final String TRACEPARENT = "traceparent";

    private static final String CONTENT_TYPE = "application/json";

    /**
     * Wraps an event.
     *
     * @param service the service's short name, e.g. {@code ingest}; becomes {@code ce_source} {@code /sigap/ingest}
     * @param traceparent the W3C trace context to carry on, if there is one
     */
    public static EventEnvelope of(SigapEvent event, String service, @Nullable String traceparent) {
        return new EventEnvelope(event.type().topic(), event.key(), headers(event, service, traceparent), json(event));
    }

    /** The headers alone, for a record whose value is at hand already. */
    public static Map<String, String> headers(SigapEvent event, String service, @Nullable String traceparent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, event.id().toString());
        headers.put("ce_source", "/sigap/" + service);
        headers.put(TYPE, event.type().cloudEventType());
        headers.put("ce_time", EventJson.format(event.time()));
        headers.put("content-type", CONTENT_TYPE);
        if (traceparent != null) {
            headers.put(TRACEPARENT, traceparent);
        }
        return headers;
    }

    /**
     * Reads an event.
     *
     * @param header gives a header's bytes by its name, or null
     * @return the event, or null if its type is unknown to this version, which readers ignore
     * @throws UnreadableEventException if it has no type, or its data does not fit it
     */
    public static @Nullable SigapEvent read(Function<String, byte @Nullable []> header, byte @Nullable [] value) {
        byte[] type = header.apply(TYPE);
        if (type == null) {
            throw new UnreadableEventException("the header ce_type is missing", null);
        }
        EventType known = EventType.ofCloudEventType(new String(type, StandardCharsets.UTF_8));
        if (known == null) {
            return null;
        }
        if (value == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        try {
            SigapEvent event = EventJson.mapper().readValue(value, known.record());
            if (event == null) {
                throw new UnreadableEventException("the value is JSON null", null);
            }
            return event;
        } catch (IOException e) {
            throw new UnreadableEventException("the value is not a valid " + known.wire() + Reason.of(e), e);
        }
    }

    private static byte[] json(SigapEvent event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was built can be written: " + event.type(), e);
        }
    }
}
