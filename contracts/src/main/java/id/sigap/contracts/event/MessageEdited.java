package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The citizen changed a message; approvals given to the older text are void. Thread, visibility and author are told again,
 * so that a message that nobody waited for (spam, thanks) can open a case with its new words; they are absent in events
 * from before they were told.
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
 * @param text the words now
 * @param editedAt the channel's time of the change
 * @param receivedAt when ingest had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageEdited(
        UUID messageId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        String externalId,
        @Nullable String threadKey,
        @Nullable Visibility visibility,
        @Nullable Author author,
        String text,
        Instant editedAt,
        Instant receivedAt)
        implements MessageEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public MessageEdited {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(text, "text");
        editedAt = Millis.of(editedAt, "editedAt");
        receivedAt = Millis.of(receivedAt, "receivedAt");
    }

    @Override
    public EventType type() {
        return EventType.MESSAGE_EDITED;
    }

    /** Of the words too: channels tell times in seconds, and two edits may share one. */
    @Override
    public UUID id() {
        return Ids.derived("message.edited", messageId.toString(), editedAt.toString(), text);
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return editedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.messageEdited(this);
    }

    /** Without the citizen's words or name, so that no log line can hold them. */
    @Override
    public String toString() {
        return "MessageEdited[" + messageId + "]";
    }
}
