package id.sigap.local.simulator;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen does on a channel: writes, changes an earlier message, or takes it back.
 *
 * @param from who, in the channel's own words: a phone number or business-scoped user id (WhatsApp), a numeric chat id
 *     (Telegram), a name (web)
 * @param text the words; empty only when a message is taken back
 * @param name how the citizen is shown; absent when the channel does not tell
 * @param messageId the channel's id of it; made up when absent. Give the same one to send the same message again
 * @param sentAt the channel's time; now when absent
 * @param edits the id of the message that this one replaces
 * @param withdraws the id of the message that is taken back
 */
public record CitizenMessage(
        String from,
        String text,
        @Nullable String name,
        @Nullable String messageId,
        @Nullable Instant sentAt,
        @Nullable String edits,
        @Nullable String withdraws) {
    /** Refuses a message without sender or words. */
    public CitizenMessage {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(text, "text");
        if (from.isBlank()) {
            throw new InvalidInputException("from", "must say who writes");
        }
        if (text.isBlank() && withdraws == null) {
            throw new InvalidInputException("text", "must not be empty");
        }
        if (edits != null && withdraws != null) {
            throw new InvalidInputException("withdraws", "cannot stand beside edits");
        }
    }

    /** Someone writes, now. */
    public static CitizenMessage of(String from, String text) {
        return new CitizenMessage(from, text, null, null, null, null, null);
    }

    /** The same from someone whose name is shown. */
    public CitizenMessage withName(String newName) {
        return new CitizenMessage(from, text, newName, messageId, sentAt, edits, withdraws);
    }

    /** The same under this id of the channel. */
    public CitizenMessage withMessageId(String newId) {
        return new CitizenMessage(from, text, name, newId, sentAt, edits, withdraws);
    }

    /** The same at another time of the channel. */
    public CitizenMessage withSentAt(Instant at) {
        return new CitizenMessage(from, text, name, messageId, at, edits, withdraws);
    }

    /** Replaces the words of an earlier message. */
    public CitizenMessage editing(String earlierId) {
        return new CitizenMessage(from, text, name, messageId, sentAt, earlierId, null);
    }

    /** Takes an earlier message back. */
    public static CitizenMessage withdrawing(String from, String earlierId) {
        return new CitizenMessage(from, "", null, null, null, null, earlierId);
    }

    /**
     * The channel's id, which every message has that reaches a channel.
     *
     * @throws IllegalStateException if nobody gave it one
     */
    public String requiredMessageId() {
        if (messageId == null) {
            throw new IllegalStateException("the message has no id yet");
        }
        return messageId;
    }

    @Override
    public String toString() {
        return "CitizenMessage[" + text.length() + " characters]";
    }
}
