package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What an account broadcast by itself: activity, never a response.
 *
 * @param postId computed from channel, account and externalId
 * @param agency the agency (tenant)
 * @param account the account; the record's key
 * @param channel the account's channel
 * @param externalId the channel's own id
 * @param text the words
 * @param publishedAt the channel's time
 * @param receivedAt when ingest had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostPublished(
        UUID postId,
        String agency,
        String account,
        Channel channel,
        String externalId,
        String text,
        Instant publishedAt,
        Instant receivedAt)
        implements MessageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public PostPublished {
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(text, "text");
        publishedAt = Millis.of(publishedAt, "publishedAt");
        receivedAt = Millis.of(receivedAt, "receivedAt");
    }

    @Override
    public EventType type() {
        return EventType.POST_PUBLISHED;
    }

    @Override
    public UUID id() {
        return Ids.derived("post.published", postId.toString());
    }

    @Override
    public String key() {
        return account;
    }

    @Override
    public Instant time() {
        return publishedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.postPublished(this);
    }

    /** Without the citizen's words or name, so that no log line can hold them. */
    @Override
    public String toString() {
        return "PostPublished[" + postId + "]";
    }
}
