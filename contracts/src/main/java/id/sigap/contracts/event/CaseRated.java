package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The citizen rated the case.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param rating 1 (poor) to 5 (very good)
 * @param ratedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseRated(
        UUID caseId, UUID conversationId, String agency, String account, Channel channel, int rating, Instant ratedAt)
        implements CaseEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseRated {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        ratedAt = Millis.of(ratedAt, "ratedAt");
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("rating must be 1 to 5");
        }
    }

    @Override
    public EventType type() {
        return EventType.CASE_RATED;
    }

    @Override
    public UUID id() {
        return Ids.derived("case.rated", caseId.toString(), ratedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return ratedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseRated(this);
    }
}
