package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.SendFailure;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An answer has not reached its citizen.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param replyId the reply
 * @param failure what kind of failure
 * @param code the channel's code, or our own word
 * @param failedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyFailed(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        SendFailure failure,
        String code,
        Instant failedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplyFailed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(code, "code");
        failedAt = Millis.of(failedAt, "failedAt");
    }

    @Override
    public EventType type() {
        return EventType.REPLY_FAILED;
    }

    @Override
    public UUID id() {
        return Ids.derived("reply.failed", replyId.toString(), failedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return failedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replyFailed(this);
    }
}
