package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An answer was proposed.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param replyId the reply
 * @param actor who drafted: automatic or human
 * @param textHash SHA-256 of the text, hex
 * @param draftedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyDrafted(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        Actor actor,
        String textHash,
        Instant draftedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplyDrafted {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(textHash, "textHash");
        draftedAt = Millis.of(draftedAt, "draftedAt");
    }

    @Override
    public EventType type() {
        return EventType.REPLY_DRAFTED;
    }

    @Override
    public UUID id() {
        return Ids.derived("reply.drafted", replyId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return draftedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replyDrafted(this);
    }
}
