package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An answer that had been sent was deleted at the channel: it is no response any more, and what it answered waits again.
 * Told in each conversation in which it was told as sent.
 *
 * @param caseId the case
 * @param conversationId the conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param replyId the reply
 * @param by who took it back, by login name
 * @param withdrawnAt when the channel had deleted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyWithdrawn(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        String by,
        Instant withdrawnAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplyWithdrawn {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(by, "by");
        withdrawnAt = Millis.of(withdrawnAt, "withdrawnAt");
    }

    @Override
    public EventType type() {
        return EventType.REPLY_WITHDRAWN;
    }

    /** One for each conversation: a reply is withdrawn once. */
    @Override
    public UUID id() {
        return Ids.derived("reply.withdrawn", replyId.toString(), conversationId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return withdrawnAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replyWithdrawn(this);
    }
}
