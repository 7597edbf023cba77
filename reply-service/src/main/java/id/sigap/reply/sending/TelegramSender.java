package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.reply.dispatch.Deletion;
import id.sigap.reply.dispatch.SendOutcome;
import id.sigap.reply.dispatch.TelegramAnswers;
import id.sigap.runtime.secret.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Telegram Bot API. The token stands in the address, which therefore never reaches a log line. */
@ApplicationScoped
class TelegramSender implements ChannelSender {
    /** Telegram Bot API, deleteMessage, read November 2026: a message can only be deleted if it was sent less than 48 h ago. */
    private static final Duration DELETES_WITHIN = Duration.ofDays(2);

    private final ChannelHttp http;
    private final Secrets secrets;

    TelegramSender(ChannelHttp http, Secrets secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Uni<SendOutcome> send(Outgoing outgoing, Account account, ChannelProfile profile) {
        Optional<String> token = account.secret("bot-token").flatMap(secrets::findText);
        if (token.isEmpty()) {
            return Uni.createFrom().item(new SendOutcome.AccountHeld("no-bot-token"));
        }
        String address = profile.endpoint() + "/bot" + token.get() + "/sendMessage";
        // No parse_mode: what a citizen wrote, or we, is never markup.
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chat_id", outgoing.threadKey());
        body.put("text", outgoing.words());
        Long quoted = messageInChat(outgoing.quotes());
        if (quoted != null) {
            body.put("reply_parameters", Map.of("message_id", quoted, "allow_sending_without_reply", true));
        }
        return http.post(
                address, null, body, profile.timeout(), answer -> TelegramAnswers.judge(answer, outgoing.threadKey()));
    }

    @Override
    public Duration deletesWithin() {
        return DELETES_WITHIN;
    }

    @Override
    public Uni<Deletion> delete(String threadKey, String externalId, Account account, ChannelProfile profile) {
        Optional<String> token = account.secret("bot-token").flatMap(secrets::findText);
        Long message = messageInChat(externalId);
        if (token.isEmpty() || message == null) {
            return Uni.createFrom().item(Deletion.refused(token.isEmpty() ? "no-bot-token" : "no-message-id"));
        }
        return http.ask(
                profile.endpoint() + "/bot" + token.get() + "/deleteMessage",
                Map.of("chat_id", threadKey, "message_id", message),
                profile.timeout(),
                TelegramAnswers::judgeDeletion,
                failure -> Deletion.unclear("no-answer"));
    }

    /** Ids of messages are {@code chat:message}, as Telegram counts per chat. */
    private static @Nullable Long messageInChat(@Nullable String externalId) {
        if (externalId == null) {
            return null;
        }
        try {
            return Long.valueOf(externalId.substring(externalId.lastIndexOf(':') + 1));
        } catch (NumberFormatException notTelegram) {
            return null;
        }
    }
}
