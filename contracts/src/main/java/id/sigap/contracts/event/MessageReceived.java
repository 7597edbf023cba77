package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's message, as the channel delivered it.
 *
 * @param messageId computed from channel, account and externalId
 * @param conversationId the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param externalId the channel's own id of the message
 * @param threadKey the channel's own key of the conversation: where a reply goes
 * @param visibility whether others can read it
 * @param author who wrote it
 * @param text the words, unchanged
 * @param language as the channel says, if it does
 * @param inReplyTo the channel's id of what it answers
 * @param attachments what came with it, without the bytes
 * @param sentAt the channel's time: the start of the citizen's wait
 * @param receivedAt when ingest had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageReceived(
        UUID messageId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String externalId,
        String threadKey,
        Visibility visibility,
        Author author,
        String text,
        @Nullable String language,
        @Nullable String inReplyTo,
        List<Attachment> attachments,
        Instant sentAt,
        Instant receivedAt)
        implements MessageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public MessageReceived {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(threadKey, "threadKey");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        sentAt = Millis.of(sentAt, "sentAt");
        receivedAt = Millis.of(receivedAt, "receivedAt");
    }

    @Override
    public EventType type() {
        return EventType.MESSAGE_RECEIVED;
    }

    @Override
    public UUID id() {
        return Ids.derived("message.received", messageId.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return receivedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.messageReceived(this);
    }

    /** Without the citizen's words or name, so that no log line can hold them. */
    @Override
    public String toString() {
        return "MessageReceived[" + messageId + "]";
    }
}
