package id.sigap.ingest.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.event.Attachment;
import id.sigap.ingest.intake.CitizenText;
import id.sigap.ingest.intake.Item;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.UnreadableItemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a Telegram message says.
 *
 * @param text the words or the caption, or what stands for them; may be empty beside an attachment
 * @param attachments files by their ids only: a link to one would hold the bot's token
 */
record TelegramContent(String text, List<Attachment> attachments) {
    /** Fields that hold one file, with the media type if Telegram does not tell. */
    private static final Map<String, String> FILES = Map.of(
            "document", "application/octet-stream",
            "video", "video/mp4",
            "video_note", "video/mp4",
            "audio", "audio/mpeg",
            "voice", "audio/ogg");

    /** Fields of messages that Telegram itself writes into a chat. */
    private static final List<String> SERVICE = List.of(
            "new_chat_members",
            "left_chat_member",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "message_auto_delete_timer_changed",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "pinned_message");

    /**
     * Reads the content of a message; null for what Telegram itself wrote into the chat.
     *
     * @throws UnreadableItemException if it says nothing that this version knows
     */
    static @Nullable TelegramContent of(Item message) throws UnreadableItemException {
        List<Attachment> attachments = attachments(message);
        String text = message.has("text") ? message.words("text") : message.words("caption");
        if (text.isBlank() && attachments.isEmpty()) {
            text = standIn(message);
        }
        if (!text.isBlank() || !attachments.isEmpty()) {
            return new TelegramContent(text, attachments);
        }
        if (SERVICE.stream().anyMatch(message::has)) {
            return null;
        }
        throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "message");
    }

    private static List<Attachment> attachments(Item message) throws UnreadableItemException {
        List<Attachment> attachments = new ArrayList<>(1);
        JsonNode sizes = message.node("photo");
        if (sizes.isArray() && !sizes.isEmpty()) {
            // The same picture in several sizes, the largest last.
            attachments.add(file(Item.of(sizes.get(sizes.size() - 1), "photo"), "image/jpeg"));
        }
        for (Map.Entry<String, String> kind : FILES.entrySet()) {
            if (message.has(kind.getKey())) {
                attachments.add(file(message.required(kind.getKey()), kind.getValue()));
            }
        }
        return attachments;
    }

    private static Attachment file(Item file, String usualType) throws UnreadableItemException {
        String declared = file.optionalId("mime_type");
        return new Attachment(
                file.id("file_id"),
                declared == null ? usualType : declared,
                file.bytes("file_size"),
                CitizenText.name(file.words("file_name")));
    }

    /** Words for a message that has none: the sticker's emoji, a place, a shared contact's name. */
    private static String standIn(Item message) throws UnreadableItemException {
        if (message.has("sticker")) {
            return message.required("sticker").words("emoji");
        }
        if (message.has("venue")) {
            Item venue = message.required("venue");
            return lines(venue.words("title"), venue.words("address"), point(venue.required("location")));
        }
        if (message.has("location")) {
            return point(message.required("location"));
        }
        if (message.has("contact")) {
            Item contact = message.required("contact");
            return lines(contact.words("first_name"), contact.words("last_name"));
        }
        return "";
    }

    private static String point(Item location) throws UnreadableItemException {
        if (!location.node("latitude").isNumber() || !location.node("longitude").isNumber()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, "location");
        }
        return location.node("latitude").asText() + ","
                + location.node("longitude").asText();
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
