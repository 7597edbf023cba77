package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * An account that normally receives, or answers, has gone quiet.
 *
 * @param agency the agency (tenant)
 * @param account the account; the record's key
 * @param channel the account's channel
 * @param inbound true when nothing comes in, false when nothing goes out
 * @param since the last sign of life
 * @param at when this was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelSilent(String agency, String account, Channel channel, boolean inbound, Instant since, Instant at)
        implements AlertEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ChannelSilent {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        since = Millis.of(since, "since");
        at = Millis.of(at, "at");
    }

    @Override
    public EventType type() {
        return EventType.CHANNEL_SILENT;
    }

    @Override
    public AlertFacts facts() {
        return new AlertFacts(agency, null, account, channel, null, null);
    }

    @Override
    public <T> T fold(
            Function<TurnDueSoon, T> dueSoon,
            Function<TurnOverdue, T> overdue,
            Function<ChannelSilent, T> silent,
            Function<SurgeDetected, T> surge) {
        return silent.apply(this);
    }

    @Override
    public UUID id() {
        return Ids.derived("channel.silent", account, channel.wire(), since.toString());
    }

    @Override
    public String key() {
        return account;
    }

    @Override
    public Instant time() {
        return at;
    }
}
