package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The channel accepted an answer.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the unit credited
 * @param replyId the reply
 * @param turnFirstMessageId the first message of the turn that it answers
 * @param answers all messages that it answers
 * @param substantive false for an acknowledgement, which is never a response
 * @param actor who made it
 * @param agent the responder, when a person
 * @param approvals in order of level
 * @param draftedAt when the first draft of it stood
 * @param queuedAt when it was released for sending
 * @param acceptedAt when the channel accepted it
 * @param externalId the channel's id of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplySent(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        UUID turnFirstMessageId,
        List<UUID> answers,
        boolean substantive,
        Actor actor,
        @Nullable String agent,
        List<Approval> approvals,
        Instant draftedAt,
        Instant queuedAt,
        Instant acceptedAt,
        String externalId)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplySent {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(turnFirstMessageId, "turnFirstMessageId");
        answers = answers == null ? List.of() : List.copyOf(answers);
        Objects.requireNonNull(actor, "actor");
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        draftedAt = Millis.of(draftedAt, "draftedAt");
        queuedAt = Millis.of(queuedAt, "queuedAt");
        acceptedAt = Millis.of(acceptedAt, "acceptedAt");
        Objects.requireNonNull(externalId, "externalId");
    }

    @Override
    public EventType type() {
        return EventType.REPLY_SENT;
    }

    @Override
    public UUID id() {
        return Ids.derived("reply.sent", replyId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return acceptedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replySent(this);
    }
}
