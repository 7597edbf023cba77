package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A conversation became a unit of work.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param number the number that a person can read out
 * @param messageId the message that opened it
 * @param kind the kind of that message
 * @param topic its topic
 * @param unit the unit that it was routed to
 * @param urgency how much it may wait
 * @param respondBy when the answer is due
 * @param openedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseOpened(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String number,
        UUID messageId,
        Kind kind,
        String topic,
        String unit,
        Urgency urgency,
        Instant respondBy,
        Instant openedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseOpened {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(urgency, "urgency");
        respondBy = Millis.of(respondBy, "respondBy");
        openedAt = Millis.of(openedAt, "openedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_OPENED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.opened", caseId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return openedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseOpened(this);
    }
}
