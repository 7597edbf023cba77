package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case ended.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param unit the case's unit
 * @param disposition how
 * @param unanswered the messages that had no answer
 * @param by who; absent when the system did
 * @param closedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseClosed(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        Disposition disposition,
        List<UUID> unanswered,
        @Nullable String by,
        Instant closedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseClosed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(disposition, "disposition");
        unanswered = unanswered == null ? List.of() : List.copyOf(unanswered);
        closedAt = Millis.of(closedAt, "closedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_CLOSED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.closed", caseId.toString(), closedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return closedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseClosed(this);
    }
}
