package id.sigap.contracts.cloudevent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SampleEvents;
import id.sigap.contracts.event.SigapEvent;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event survives its way through Kafka: same data, same id, same key. */
class EventEnvelopeTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static Stream<SigapEvent> events() {
        return SampleEvents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void comesBackAsItWent(SigapEvent event) {
        // When
        EventEnvelope envelope = EventEnvelope.of(event, "ingest", TRACE);
        SigapEvent read = EventEnvelope.read(bytes(envelope.headers()), envelope.value());

        // Then
        assertNotNull(read);
        assertEquals(event, read);
        assertEquals(event.id(), read.id());
        assertEquals(event.key(), read.key());
        assertEquals(event.key(), envelope.key());
        assertEquals(event.type().topic(), envelope.topic());
        assertEquals(
                List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type", "traceparent"),
                List.copyOf(envelope.headers().keySet()));
        assertEquals("1.0", envelope.headers().get("ce_specversion"));
        assertEquals(event.id().toString(), envelope.headers().get("ce_id"));
        assertEquals("/sigap/ingest", envelope.headers().get("ce_source"));
        assertEquals("id.sigap." + event.type().wire(), envelope.headers().get("ce_type"));
        assertEquals(EventJson.format(event.time()), envelope.headers().get("ce_time"));
        assertEquals("application/json", envelope.headers().get("content-type"));
        assertEquals(TRACE, envelope.headers().get("traceparent"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void withoutARequiredFieldItIsUnreadable(SigapEvent event) throws Exception {
        for (RecordComponent component : event.type().record().getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType().equals(List.class)) {
                continue;
            }
            // Given
            ObjectNode tree = EventJson.mapper().valueToTree(event);
            tree.remove(component.getName());
            byte[] value = EventJson.mapper().writeValueAsBytes(tree);
            Function<String, byte @Nullable []> header = bytes(EventEnvelope.headers(event, "ingest", null));

            // Then
            assertThrows(
                    UnreadableEventException.class,
                    () -> EventEnvelope.read(header, value),
                    () -> event.type() + " without " + component.getName());
        }
    }

    @Test
    void anIdFromATimeIsTheSameAfterTheWay() {
        // Given a clock with nanoseconds
        MessageReceived message = SampleEvents.received(
                Channel.WEB, "kemenhub-web", "1", "t", "Halo", Instant.parse("2026-01-22T01:15:00.123456789Z"));
        SigapEvent event = SampleEvents.approved(SampleEvents.triaged(message));

        // When
        EventEnvelope envelope = EventEnvelope.of(event, "reply", null);
        SigapEvent read = EventEnvelope.read(bytes(envelope.headers()), envelope.value());

        // Then
        assertNotNull(read);
        assertEquals(event, read);
        assertEquals(event.id(), read.id());
        assertFalse(envelope.headers().containsKey("traceparent"));
    }

    @Test
    void anUnknownTypeIsIgnoredAndAnUnknownFieldToo() {
        assertNull(EventEnvelope.read(bytes(Map.of("ce_type", "id.sigap.case.teleported")), new byte[0]));
        byte[] value =
                "{\"agency\":\"a\",\"incident\":\"i\",\"topic\":\"t\",\"size\":1,\"at\":\"2026-01-22T01:15:00.000Z\",\"new\":{\"x\":[1]}}"
                        .getBytes(StandardCharsets.UTF_8);
        assertNotNull(EventEnvelope.read(bytes(Map.of("ce_type", "id.sigap.surge.detected")), value));
    }

    @Test
    void theReasonNamesTheFieldAndNotTheWords() {
        // Given
        EventEnvelope envelope = EventEnvelope.of(SampleEvents.received(), "ingest", null);
        byte[] value = new String(envelope.value(), StandardCharsets.UTF_8)
                .replace("\"author\":{\"id\":\"" + SampleEvents.THREAD + "\"", "\"author\":{\"id\":[\"rahasia\"]")
                .getBytes(StandardCharsets.UTF_8);

        // When
        UnreadableEventException e = assertThrows(
                UnreadableEventException.class, () -> EventEnvelope.read(bytes(envelope.headers()), value));

        // Then
        assertEquals("the value is not a valid message.received at author.id", e.getMessage());
    }

    @Test
    void saysWhatIsMissing() {
        SigapEvent event = SampleEvents.received();
        Map<String, String> headers = EventEnvelope.headers(event, "ingest", null);
        assertEquals("the header ce_type is missing", reason(Map.of(), new byte[0]));
        assertEquals("the record has no value", reason(headers, null));
        assertEquals("the value is JSON null", reason(headers, "null".getBytes(StandardCharsets.UTF_8)));
        assertTrue(reason(headers, "{".getBytes(StandardCharsets.UTF_8)).startsWith("the value is not a valid"));
    }

    private static String reason(Map<String, String> headers, byte @Nullable [] value) {
        UnreadableEventException e =
                assertThrows(UnreadableEventException.class, () -> EventEnvelope.read(bytes(headers), value));
        return String.valueOf(e.getMessage());
    }

    private static Function<String, byte @Nullable []> bytes(Map<String, String> headers) {
        return name -> {
            String value = headers.get(name);
            return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        };
    }
}
