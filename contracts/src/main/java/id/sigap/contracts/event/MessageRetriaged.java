package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What triage understood of the words that a citizen put in the place of older ones. It says nothing of what the change
 * means for a case: whether it answers the message at hand is the reply service's to decide, which tells it as
 * {@code case.reclassified}.
 *
 * @param edit the change, whole
 * @param triage what was understood of the words of now; its {@code respondBy} counts from the change, and what looks
 *     like spam is always uncertain, for an edit throws nothing out
 * @param triagedAt when the classification was ready
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageRetriaged(MessageEdited edit, Triage triage, Instant triagedAt) implements TriageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public MessageRetriaged {
        Objects.requireNonNull(edit, "edit");
        Objects.requireNonNull(triage, "triage");
        triagedAt = Millis.of(triagedAt, "triagedAt");
    }

    @Override
    public EventType type() {
        return EventType.MESSAGE_RETRIAGED;
    }

    /** Of the change, so that each change of a message has one reading, however often it is redelivered. */
    @Override
    public UUID id() {
        return Ids.derived("message.retriaged", edit.id().toString());
    }

    @Override
    public String key() {
        return edit.conversationId().toString();
    }

    @Override
    public Instant time() {
        return triagedAt;
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "MessageRetriaged[" + edit.messageId() + "]";
    }
}
