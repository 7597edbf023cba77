package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed case lives again; a new turn starts.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param by who; absent when the citizen's message did
 * @param reason why
 * @param reopenedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseReopened(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        @Nullable String by,
        @Nullable String reason,
        Instant reopenedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseReopened {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        reopenedAt = Millis.of(reopenedAt, "reopenedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_REOPENED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.reopened", caseId.toString(), reopenedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return reopenedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseReopened(this);
    }
}
