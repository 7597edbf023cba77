package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the channel says of a reply that was sent.
 *
 * @param conversationId the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param externalId the channel's id of the reply
 * @param replyId our id of the reply, where the channel echoes it
 * @param status how far it came
 * @param reason the channel's code of a failure
 * @param reportedAt the channel's time
 * @param receivedAt when ingest had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryReported(
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String externalId,
        @Nullable UUID replyId,
        DeliveryStatus status,
        @Nullable String reason,
        Instant reportedAt,
        Instant receivedAt)
        implements MessageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public DeliveryReported {
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(status, "status");
        reportedAt = Millis.of(reportedAt, "reportedAt");
        receivedAt = Millis.of(receivedAt, "receivedAt");
    }

    @Override
    public EventType type() {
        return EventType.DELIVERY_REPORTED;
    }

    @Override
    public UUID id() {
        return Ids.derived("delivery.reported", channel.wire(), account, externalId, status.wire());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return reportedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.deliveryReported(this);
    }
}
