package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Telegram's Bot API: updates with the account's secret token; sendMessage. Source: Telegram Bot API, Update and
 * sendMessage, read November 2026.
 */
final class TelegramChannel implements SimulatedChannel {
    static final int TEXT_LIMIT = 4096;
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");

    private final Simulation simulation;
    /**
     * Begins at the clock, so that a restarted simulator gives no number twice; a hundred thousand a second are free.
     * Real ones are smaller, and count messages per chat and updates per bot: here both come from this one counter.
     */
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 100);

    TelegramChannel(Simulation simulation) {
        this.simulation = simulation;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String newMessageId() {
        return String.valueOf(numbers.incrementAndGet());
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public void offer(Router router) {
        new TelegramSendEndpoint(simulation, this::newMessageId).mount(router);
    }

    @Override
    public Future<Delivery> write(Account account, CitizenMessage message) {
        check(message);
        String id = message.requiredMessageId();
        // The same message sent again must be the same update.
        JsonObject update = new JsonObject().put("update_id", Long.parseLong(id));
        if (message.edits() == null) {
            update.put("message", content(message, id));
        } else {
            update.put("edited_message", content(message, message.edits()));
        }
        return simulation
                .webhooks()
                .deliver(new Webhooks.Webhook(
                        account,
                        update.toBuffer(),
                        SECRET_HEADER,
                        simulation.requiredSecret(account, "webhook-secret")))
                .map(answers -> new Delivery(id, answers, null));
    }

    private static void check(CitizenMessage message) {
        if (!isId(message.from())) {
            throw new InvalidInputException("from", "must be a numeric Telegram chat id");
        }
        if (message.withdraws() != null) {
            throw new InvalidInputException("withdraws", "Telegram does not tell bots about deleted messages");
        }
        if (!isId(message.requiredMessageId())) {
            throw new InvalidInputException("messageId", "must be a number on Telegram");
        }
        if (message.edits() != null && !isId(message.edits())) {
            throw new InvalidInputException("edits", "must be a number on Telegram");
        }
        if (message.text().length() > TEXT_LIMIT) {
            throw new InvalidInputException("text", "must have at most " + TEXT_LIMIT + " characters on Telegram");
        }
    }

    private static JsonObject content(CitizenMessage message, String id) {
        long chat = Long.parseLong(message.from());
        String name = message.name() == null ? message.from() : message.name();
        int space = name.indexOf(' ');
        JsonObject person = new JsonObject().put("id", chat);
        person.put("first_name", space < 0 ? name : name.substring(0, space));
        if (space >= 0) {
            person.put("last_name", name.substring(space + 1));
        }
        long at = (message.sentAt() == null ? Instant.now() : message.sentAt()).getEpochSecond();
        JsonObject content = new JsonObject()
                .put("message_id", Long.parseLong(id))
                .put("from", person.copy().put("is_bot", false).put("language_code", "id"))
                .put("chat", person.copy().put("type", "private"))
                .put("date", at)
                .put("text", message.text());
        if (message.edits() != null) {
            content.put("edit_date", at);
        }
        return content;
    }
}
