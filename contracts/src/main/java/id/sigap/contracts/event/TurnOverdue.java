package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A turn was not answered in time.
 *
 * @param conversationId the record's key
 * @param agency the agency (tenant)
 * @param account the account
 * @param channel the account's channel
 * @param unit the unit
 * @param turnFirstMessageId the first message of the turn
 * @param startedAt when the wait began
 * @param dueAt when the answer was due
 * @param deadline the law's deadline by its id in the directory; absent when it is the agency's own target
 * @param caseId the case; absent when none was opened yet
 * @param kind what was written; absent in alerts of earlier versions
 * @param urgency how urgent it is; absent in alerts of earlier versions
 * @param at when this was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnOverdue(
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String unit,
        UUID turnFirstMessageId,
        Instant startedAt,
        Instant dueAt,
        @Nullable String deadline,
        @Nullable UUID caseId,
        @Nullable Kind kind,
        @Nullable Urgency urgency,
        Instant at)
        implements AlertEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public TurnOverdue {
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(turnFirstMessageId, "turnFirstMessageId");
        startedAt = Millis.of(startedAt, "startedAt");
        dueAt = Millis.of(dueAt, "dueAt");
        at = Millis.of(at, "at");
    }

    @Override
    public EventType type() {
        return EventType.TURN_OVERDUE;
    }

    @Override
    public AlertFacts facts() {
        return new AlertFacts(agency, unit, account, channel, kind, urgency);
    }

    @Override
    public <T> T fold(
            Function<TurnDueSoon, T> dueSoon,
            Function<TurnOverdue, T> overdue,
            Function<ChannelSilent, T> silent,
            Function<SurgeDetected, T> surge) {
        return overdue.apply(this);
    }

    @Override
    public UUID id() {
        return Ids.derived(
                "turn.overdue", turnFirstMessageId.toString(), dueAt.toString(), deadline == null ? "" : deadline);
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return at;
    }
}
