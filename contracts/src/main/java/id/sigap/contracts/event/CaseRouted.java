package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case came to a unit.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param fromUnit the unit before; absent at the first routing
 * @param unit the unit now
 * @param reason the rule or the person's reason
 * @param by who; absent when a rule did
 * @param routedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseRouted(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        @Nullable String fromUnit,
        String unit,
        @Nullable String reason,
        @Nullable String by,
        Instant routedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseRouted {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        routedAt = Millis.of(routedAt, "routedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_ROUTED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.routed", caseId.toString(), routedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return routedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseRouted(this);
    }
}
