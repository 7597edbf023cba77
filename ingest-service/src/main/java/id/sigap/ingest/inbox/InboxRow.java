package id.sigap.ingest.inbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.SigapEvent;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the inbox.
 *
 * @param eventId unique in the inbox, computed from what the event is about
 * @param requestId the client's idempotency key as an id, also unique; null for webhooks
 * @param requestHash SHA-256 of the request, to tell a repetition from a contradiction; null for webhooks
 * @param envelope what will be published
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
public record InboxRow(UUID eventId, @Nullable UUID requestId, byte @Nullable [] requestHash, EventEnvelope envelope) {
    private static final String SERVICE = "ingest";

    /** Refuses a row without its required fields. */
    public InboxRow {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(envelope, "envelope");
    }

    /** The row of an event that a channel delivered. */
    public static InboxRow of(SigapEvent event, @Nullable String traceparent) {
        return requested(event, traceparent, null, null);
    }

    /** The row of an event that another system asked for. */
    public static InboxRow requested(
            SigapEvent event, @Nullable String traceparent, @Nullable UUID requestId, byte @Nullable [] requestHash) {
        EventEnvelope envelope = EventEnvelope.of(event, SERVICE, traceparent);
        UUID id = UUID.fromString(Objects.requireNonNull(envelope.headers().get(EventEnvelope.ID)));
        return new InboxRow(id, requestId, requestHash, envelope);
    }

    /** About how many bytes it holds in memory and on the wire. */
    int weight() {
        return envelope.value().length + 512;
    }

    /** Without contents, so that no log line can hold them. */
    @Override
    public String toString() {
        return "InboxRow[" + eventId + "]";
    }
}
