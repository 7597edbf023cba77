package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An answer waits for an approval.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param replyId the reply
 * @param level which approval it waits for, from 1
 * @param textHash SHA-256 of the text, hex
 * @param by who submitted
 * @param submittedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplySubmitted(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        int level,
        String textHash,
        String by,
        Instant submittedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplySubmitted {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(textHash, "textHash");
        Objects.requireNonNull(by, "by");
        submittedAt = Millis.of(submittedAt, "submittedAt");
        if (level < 1) {
            throw new IllegalArgumentException("level must be at least 1");
        }
    }

    @Override
    public EventType type() {
        return EventType.REPLY_SUBMITTED;
    }

    @Override
    public UUID id() {
        return Ids.derived("reply.submitted", replyId.toString(), String.valueOf(level), submittedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return submittedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replySubmitted(this);
    }
}
