package id.sigap.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.EventJson;
import java.io.IOException;

/** An event that was made and could not be stored, as quarantine keeps it: a person must look at it. */
final class RefusedEvents {
    private RefusedEvents() {}

    static JsonNode delivery(EventEnvelope envelope) {
        try {
            return EventJson.mapper().readTree(envelope.value());
        } catch (IOException e) {
            throw new IllegalStateException("an event that was written can be read", e);
        }
    }
}
