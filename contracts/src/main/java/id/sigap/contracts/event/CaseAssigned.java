package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case got, or lost, its assignee.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param assignee the agent now; absent when nobody
 * @param by who assigned; absent when the system did
 * @param assignedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseAssigned(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        @Nullable String assignee,
        @Nullable String by,
        Instant assignedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseAssigned {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        assignedAt = Millis.of(assignedAt, "assignedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_ASSIGNED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.assigned", caseId.toString(), assignedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return assignedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseAssigned(this);
    }
}
