package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Nobody gave an approval in time, so it was handed on; who was asked before may still give it.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param replyId the reply
 * @param level which approval, from 1
 * @param hop how often it was handed on by now, from 1
 * @param step to whom: deputies, next-level, or supervisors of a unit
 * @param people those who are asked now, by login name
 * @param roles roles of the realm that are asked now
 * @param delegatedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyDelegated(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID replyId,
        int level,
        int hop,
        String step,
        List<String> people,
        List<String> roles,
        Instant delegatedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ReplyDelegated {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(step, "step");
        people = people == null ? List.of() : List.copyOf(people);
        roles = roles == null ? List.of() : List.copyOf(roles);
        delegatedAt = Millis.of(delegatedAt, "delegatedAt");
        if (level < 1 || hop < 1) {
            throw new IllegalArgumentException("level and hop must be at least 1");
        }
    }

    @Override
    public EventType type() {
        return EventType.REPLY_DELEGATED;
    }

    @Override
    public UUID id() {
        return Ids.derived("reply.delegated", replyId.toString(), String.valueOf(level), delegatedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return delegatedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.replyDelegated(this);
    }
}
