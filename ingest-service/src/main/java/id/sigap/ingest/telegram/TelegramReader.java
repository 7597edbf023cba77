package id.sigap.ingest.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.intake.ChannelReader;
import id.sigap.ingest.intake.CitizenText;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.Item;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.UnreadableItemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Telegram's updates, one per delivery. A message's id is {@code chat:message}: Telegram counts messages per chat,
 * and a repeated update names the same message, so the same update is the same event.
 */
@ApplicationScoped
public class TelegramReader implements ChannelReader {
    private static final String MESSAGE = "message";
    private static final String EDITED = "edited_message";

    /** Kinds of updates that concern nobody here: what the account itself broadcasts, and presses of buttons. */
    private static final Set<String> IGNORED = Set.of(
            "channel_post",
            "edited_channel_post",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "message_reaction",
            "message_reaction_count",
            "callback_query",
            "inline_query",
            "chosen_inline_result",
            "poll",
            "poll_answer",
            "chat_boost",
            "removed_chat_boost");

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Intake read(
            JsonNode delivery, Directory directory, Directory.Owned account, Instant receivedAt, Instant oldest) {
        Intake.Collector found = new Intake.Collector(oldest);
        try {
            MessageEvent event = event(Item.of(delivery, "update"), account, receivedAt);
            if (event == null) {
                found.ignored();
            } else {
                found.event(event, () -> delivery);
            }
        } catch (UnreadableItemException e) {
            found.unreadable(e, delivery);
        }
        return found.done();
    }

    private static @Nullable MessageEvent event(Item update, Directory.Owned account, Instant receivedAt)
            throws UnreadableItemException {
        update.id("update_id");
        if (IGNORED.stream().anyMatch(update::has)) {
            return null;
        }
        boolean edited = update.has(EDITED);
        if (!edited && !update.has(MESSAGE)) {
            throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "update");
        }
        Item message = update.required(edited ? EDITED : MESSAGE);
        if (message.inner("from").node("is_bot").asBoolean(false)) {
            return null; // our own words, or another machine's
        }
        TelegramContent content = TelegramContent.of(message);
        if (content == null) {
            return null;
        }
        return edited ? edited(message, content, account, receivedAt) : received(message, content, account, receivedAt);
    }

    private static MessageReceived received(
            Item message, TelegramContent content, Directory.Owned owned, Instant receivedAt)
            throws UnreadableItemException {
        Item chat = message.required("chat");
        String thread = chat.id("id");
        String externalId = thread + ":" + message.id("message_id");
        return new MessageReceived(
                Ids.message(Channel.TELEGRAM, owned.account().id(), externalId),
                Ids.conversation(Channel.TELEGRAM, owned.account().id(), thread),
                owned.agency().id(),
                owned.account().id(),
                Channel.TELEGRAM,
                externalId,
                thread,
                visibility(chat),
                author(message, thread),
                content.text(),
                message.inner("from").optionalId("language_code"),
                inReplyTo(message, thread),
                content.attachments(),
                notLater(message.seconds("date"), receivedAt),
                receivedAt);
    }

    private static MessageEdited edited(
            Item message, TelegramContent content, Directory.Owned owned, Instant receivedAt)
            throws UnreadableItemException {
        Item chat = message.required("chat");
        String thread = chat.id("id");
        String externalId = thread + ":" + message.id("message_id");
        return new MessageEdited(
                Ids.message(Channel.TELEGRAM, owned.account().id(), externalId),
                Ids.conversation(Channel.TELEGRAM, owned.account().id(), thread),
                owned.agency().id(),
                owned.account().id(),
                Channel.TELEGRAM,
                externalId,
                thread,
                visibility(chat),
                author(message, thread),
                content.text(),
                notLater(message.seconds("edit_date"), receivedAt),
                receivedAt);
    }

    private static Visibility visibility(Item chat) {
        return chat.node("type").asText("private").equals("private") ? Visibility.PRIVATE : Visibility.PUBLIC;
    }

    private static Author author(Item message, String thread) throws UnreadableItemException {
        Item from = message.inner("from");
        String id = from.optionalId("id");
        return new Author(id == null ? thread : id, name(from));
    }

    private static @Nullable String inReplyTo(Item message, String thread) throws UnreadableItemException {
        String id = message.inner("reply_to_message").optionalId("message_id");
        return id == null ? null : thread + ":" + id;
    }

    private static @Nullable String name(Item from) throws UnreadableItemException {
        return CitizenText.name(Stream.of(from.words("first_name"), from.words("last_name"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" ")));
    }

    /** A channel's clock that runs ahead must not make a wait negative. */
    private static Instant notLater(Instant channelTime, Instant receivedAt) {
        return channelTime.isAfter(receivedAt) ? receivedAt : channelTime;
    }
}
