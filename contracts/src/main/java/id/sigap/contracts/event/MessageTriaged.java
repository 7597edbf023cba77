package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A message together with what triage understood of it.
 *
 * @param message the message, whole
 * @param triage what was understood
 * @param triagedAt when the classification was ready
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageTriaged(MessageReceived message, Triage triage, Instant triagedAt) implements TriageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public MessageTriaged {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(triage, "triage");
        triagedAt = Millis.of(triagedAt, "triagedAt");
    }

    @Override
    public EventType type() {
        return EventType.MESSAGE_TRIAGED;
    }

    @Override
    public UUID id() {
        return Ids.derived("message.triaged", message.messageId().toString());
    }

    @Override
    public String key() {
        return message.conversationId().toString();
    }

    @Override
    public Instant time() {
        return triagedAt;
    }

    /** Without the citizen's words or name, so that no log line can hold them. */
    @Override
    public String toString() {
        return "MessageTriaged[" + message.messageId() + "]";
    }
}
