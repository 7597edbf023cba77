package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /telegram/bot{token}/sendMessage} and {@code deleteMessage} with Telegram's checks and Telegram's words. */
final class TelegramSendEndpoint {
    /** Telegram Bot API, deleteMessage, read November 2026. */
    private static final Duration DELETES_WITHIN = Duration.ofHours(48);

    private final Simulation simulation;
    private final Supplier<String> messageIds;
    private final List<Account> bots;

    TelegramSendEndpoint(Simulation simulation, Supplier<String> messageIds) {
        this.simulation = simulation;
        this.messageIds = messageIds;
        this.bots = simulation
                .directory()
                .accounts(Channel.TELEGRAM)
                .map(Directory.Owned::account)
                .toList();
    }

    void mount(Router router) {
        router.postWithRegex("/telegram/bot(?<token>[^/]+)/sendMessage").handler(this::send);
        router.postWithRegex("/telegram/bot(?<token>[^/]+)/deleteMessage").handler(this::delete);
    }

    private void delete(RoutingContext context) {
        Optional<Account> bot = bot(context.pathParam("token"));
        if (bot.isEmpty()) {
            Sends.refuse(context, error(401, "Unauthorized", null));
            return;
        }
        try {
            JsonObject body = context.body().asJsonObject();
            Object chat = body == null ? null : body.getValue("chat_id");
            Object message = body == null ? null : body.getValue("message_id");
            if (chat == null || message == null) {
                Sends.refuse(context, error(400, "Bad Request: message identifier is not specified", null));
                return;
            }
            simulation
                    .sends()
                    .delete(
                            context,
                            new Sends.Deletion(
                                    bot.get(),
                                    String.valueOf(chat),
                                    String.valueOf(message),
                                    new Voice(bot.get()),
                                    error(400, "Bad Request: message to delete not found", null),
                                    error(400, "Bad Request: message can't be deleted for everyone", null)),
                            DELETES_WITHIN);
        } catch (DecodeException | ClassCastException e) {
            Sends.refuse(context, error(400, "Bad Request: can't parse the JSON object", null));
        }
    }

    private void send(RoutingContext context) {
        Optional<Account> bot = bot(context.pathParam("token"));
        if (bot.isEmpty()) {
            Sends.refuse(context, error(401, "Unauthorized", null));
            return;
        }
        OutgoingMessage message;
        try {
            message = read(bot.get(), context.body().asJsonObject());
        } catch (InvalidInputException e) {
            Sends.refuse(context, error(400, "Bad Request: " + e.getMessage(), null));
            return;
        } catch (DecodeException | ClassCastException e) {
            Sends.refuse(context, error(400, "Bad Request: can't parse the JSON object", null));
            return;
        }
        simulation.sends().take(context, message, new Voice(bot.get()));
    }

    private Optional<Account> bot(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return bots.stream()
                .filter(account -> simulation
                        .secret(account, "bot-token")
                        .filter(own -> MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), given))
                        .isPresent())
                .findFirst();
    }

    private static OutgoingMessage read(Account bot, @Nullable JsonObject body) {
        Object chat = body == null ? null : body.getValue("chat_id");
        if (body == null || chat == null || "".equals(chat)) {
            throw new InvalidInputException("chat_id", "chat_id is empty");
        }
        if (!TelegramChannel.isId(String.valueOf(chat))) {
            throw new InvalidInputException("chat_id", "chat not found");
        }
        if (!(body.getValue("text") instanceof String text) || text.isBlank()) {
            throw new InvalidInputException("text", "message text is empty");
        }
        if (text.length() > TelegramChannel.TEXT_LIMIT) {
            throw new InvalidInputException("text", "message is too long");
        }
        Object quoted =
                body.getValue("reply_parameters") instanceof JsonObject reply ? reply.getValue("message_id") : null;
        return new OutgoingMessage(
                bot, String.valueOf(chat), text, null, quoted == null ? null : String.valueOf(quoted));
    }

    private static VendorVoice.Refusal error(int status, String description, @Nullable Integer retryAfter) {
        JsonObject body =
                new JsonObject().put("ok", false).put("error_code", status).put("description", description);
        if (retryAfter != null) {
            body.put("parameters", new JsonObject().put("retry_after", retryAfter));
        }
        return new VendorVoice.Refusal(status, body, retryAfter);
    }

    private final class Voice implements VendorVoice {
        private final Account bot;

        Voice(Account bot) {
            this.bot = bot;
        }

        @Override
        public String newExternalId() {
            return messageIds.get();
        }

        @Override
        public JsonObject accepted(AcceptedMessage message) {
            JsonObject self = new JsonObject().put("is_bot", true).put("first_name", bot.name());
            if (bot.address() != null && TelegramChannel.isId(bot.address())) {
                self.put("id", Long.parseLong(bot.address()));
            }
            JsonObject result = new JsonObject()
                    .put("message_id", Long.parseLong(message.externalId()))
                    .put("from", self)
                    .put(
                            "chat",
                            new JsonObject()
                                    .put("id", Long.parseLong(message.to()))
                                    .put("type", "private"))
                    .put("date", message.acceptedAt().getEpochSecond())
                    .put("text", message.text());
            return new JsonObject().put("ok", true).put("result", result);
        }

        @Override
        public Refusal refused(Fault fault) {
            Integer retryAfter = fault.retryAfterSeconds();
            if (fault.status() == 429) {
                int seconds = retryAfter == null ? 1 : retryAfter;
                return error(429, "Too Many Requests: retry after " + seconds, retryAfter);
            }
            return error(
                    fault.status(), fault.status() >= 500 ? "Internal Server Error" : "Simulated fault", retryAfter);
        }

        @Override
        public void report(AcceptedMessage message, Fault fault) {
            // Telegram reports nothing after its answer.
        }
    }
}
