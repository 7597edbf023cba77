package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The citizen took a message back.
 *
 * @param messageId computed from channel, account and externalId
 * @param conversationId the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param externalId the channel's own id of the message
 * @param withdrawnAt the channel's time of the withdrawal
 * @param receivedAt when ingest had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageWithdrawn(
        UUID messageId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String externalId,
        Instant withdrawnAt,
        Instant receivedAt)
        implements MessageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public MessageWithdrawn {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(externalId, "externalId");
        withdrawnAt = Millis.of(withdrawnAt, "withdrawnAt");
        receivedAt = Millis.of(receivedAt, "receivedAt");
    }

    @Override
    public EventType type() {
        return EventType.MESSAGE_WITHDRAWN;
    }

    @Override
    public UUID id() {
        return Ids.derived("message.withdrawn", messageId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return withdrawnAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.messageWithdrawn(this);
    }
}
