package id.sigap.ingest.whatsapp;

import id.sigap.contracts.Channel;
import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.ingest.intake.CitizenText;
import id.sigap.ingest.intake.Item;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.UnreadableItemException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of single WhatsApp items. A citizen is known by the phone number, or by the business-scoped user id where
 * WhatsApp withholds the number; that key is also the thread's.
 *
 * @param owned the account that the items belong to
 * @param names profile names by phone number and by user id
 * @param ownNumber the account's own number, if the delivery tells it
 * @param receivedAt when ingest had the delivery
 */
record WhatsAppItems(
        Directory.Owned owned,
        Map<String, String> names,
        @Nullable String ownNumber,
        Instant receivedAt) {
    private static final Set<String> NOT_FOR_ANYBODY = Set.of("reaction", "request_welcome");
    private static final Set<String> NOT_A_STAGE = Set.of("deleted", "warning", "played");

    /** The event of a message, or null if nobody needs to know of it: a reaction, or the account's own words. */
    @Nullable
    MessageEvent message(Item message) throws UnreadableItemException {
        String type = message.id("type");
        if (NOT_FOR_ANYBODY.contains(type) || message.has("to") || isOwn(message)) {
            return null;
        }
        if (type.equals("system")) {
            throw new UnreadableItemException(Reasons.IDENTITY_CHANGE, "type");
        }
        if (message.has("group_id")) {
            throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "group_id");
        }
        return switch (type) {
            case "edit" -> edited(message);
            case "revoke" -> withdrawn(message);
            default -> received(message, type);
        };
    }

    /** The event of a status, or null for a status that is no stage of a delivery. */
    @Nullable
    MessageEvent status(Item status) throws UnreadableItemException {
        String word = status.id("status");
        if (NOT_A_STAGE.contains(word)) {
            return null;
        }
        return new DeliveryReported(
                conversation(citizen(status, "recipient_id", "recipient_user_id")),
                owned.agency().id(),
                owned.account().id(),
                Channel.WHATSAPP,
                status.id("id"),
                replyId(status.optionalId("biz_opaque_callback_data")),
                stage(word),
                failure(status),
                notLater(status.seconds("timestamp")),
                receivedAt);
    }

    private MessageReceived received(Item message, String type) throws UnreadableItemException {
        String citizen = sender(message);
        String externalId = message.id("id");
        Content content = Content.of(message, type);
        return new MessageReceived(
                Ids.message(Channel.WHATSAPP, owned.account().id(), externalId),
                conversation(citizen),
                owned.agency().id(),
                owned.account().id(),
                Channel.WHATSAPP,
                externalId,
                citizen,
                Visibility.PRIVATE,
                author(citizen),
                content.text(),
                null,
                message.inner("context").optionalId("id"),
                content.attachments(),
                notLater(message.seconds("timestamp")),
                receivedAt);
    }

    private MessageEdited edited(Item message) throws UnreadableItemException {
        Item edit = message.required("edit");
        Item now = edit.required("message");
        String original = edit.id("original_message_id");
        String citizen = sender(message);
        return new MessageEdited(
                Ids.message(Channel.WHATSAPP, owned.account().id(), original),
                conversation(citizen),
                owned.agency().id(),
                owned.account().id(),
                Channel.WHATSAPP,
                original,
                citizen,
                Visibility.PRIVATE,
                author(citizen),
                Content.of(now, now.id("type")).text(),
                notLater(message.seconds("timestamp")),
                receivedAt);
    }

    private MessageWithdrawn withdrawn(Item message) throws UnreadableItemException {
        String original = message.required("revoke").id("original_message_id");
        return new MessageWithdrawn(
                Ids.message(Channel.WHATSAPP, owned.account().id(), original),
                conversation(sender(message)),
                owned.agency().id(),
                owned.account().id(),
                Channel.WHATSAPP,
                original,
                notLater(message.seconds("timestamp")),
                receivedAt);
    }

    private boolean isOwn(Item message) throws UnreadableItemException {
        return ownNumber != null && ownNumber.equals(message.optionalId("from"));
    }

    private static String sender(Item message) throws UnreadableItemException {
        return citizen(message, "from", "from_user_id");
    }

    /** The number if it is there, otherwise the user id under either of its names. */
    private static String citizen(Item item, String number, String userId) throws UnreadableItemException {
        String byNumber = item.optionalId(number);
        if (byNumber != null) {
            return byNumber;
        }
        String byUserId = item.optionalId("user_id");
        return byUserId != null ? byUserId : item.id(item.has(userId) ? userId : number);
    }

    private Author author(String citizen) {
        return new Author(citizen, CitizenText.name(names.get(citizen)));
    }

    private UUID conversation(String citizen) {
        return Ids.conversation(Channel.WHATSAPP, owned.account().id(), citizen);
    }

    /** A channel's clock that runs ahead must not make a wait negative. */
    private Instant notLater(Instant channelTime) {
        return channelTime.isAfter(receivedAt) ? receivedAt : channelTime;
    }

    private static DeliveryStatus stage(String word) throws UnreadableItemException {
        try {
            return DeliveryStatus.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "status");
        }
    }

    private static @Nullable UUID replyId(@Nullable String echoed) {
        if (echoed == null || echoed.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(echoed);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static @Nullable String failure(Item status) {
        String code = status.node("errors").path(0).path("code").asText("");
        return code.isEmpty() || code.length() > 32 ? null : code;
    }
}
