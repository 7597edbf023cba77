package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A message to a citizen that the simulated channel accepted, as if a vendor had: it is on the citizen's phone.
 *
 * @param channel the channel
 * @param account the account that sent it
 * @param externalId the id that the channel gave it
 * @param replyId the sender's own id, where the channel carries one (WhatsApp's biz_opaque_callback_data)
 * @param to the citizen, in the channel's own words
 * @param text the words
 * @param inReplyTo the citizen's message that it quotes
 * @param acceptedAt when, to the millisecond
 */
public record AcceptedMessage(
        Channel channel,
        String account,
        String externalId,
        @Nullable String replyId,
        String to,
        String text,
        @Nullable String inReplyTo,
        Instant acceptedAt) {
    /** RFC 3339 in UTC with milliseconds, as all times on the wire. */
    static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** As it stands in the outbox and in the record file. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("channel", channel.wire())
                .put("account", account)
                .put("externalId", externalId)
                .put("to", to)
                .put("text", text)
                .put("acceptedAt", TIME.format(acceptedAt));
        if (replyId != null) {
            json.put("replyId", replyId);
        }
        if (inReplyTo != null) {
            json.put("inReplyTo", inReplyTo);
        }
        return json;
    }

    @Override
    public String toString() {
        return "AcceptedMessage[" + channel.wire() + ", " + account + ", " + externalId + "]";
    }
}
