package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** WhatsApp's Cloud API: signed webhooks for messages, edits, revocations and receipts; the messages endpoint. */
final class WhatsAppChannel implements SimulatedChannel {
    static final int TEXT_LIMIT = 4096;
    /** A phone number as WhatsApp writes it: with the country's code, without a plus. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{5,14}");
    /** A citizen who shows a username instead of a number. */
    private static final Pattern BUSINESS_SCOPED_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");

    private final Simulation simulation;
    private final WhatsAppReceipts receipts;
    private final Map<String, MetaSignature> signatures = new HashMap<>();

    WhatsAppChannel(Simulation simulation) {
        this.simulation = simulation;
        this.receipts = new WhatsAppReceipts(simulation, this::sign);
    }

    static boolean isNumber(String citizen) {
        return NUMBER.matcher(citizen).matches();
    }

    static boolean isCitizen(String citizen) {
        return isNumber(citizen) || BUSINESS_SCOPED_ID.matcher(citizen).matches();
    }

    static String newWamid() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return "wamid.HBgN" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String newMessageId() {
        return newWamid();
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public void offer(Router router) {
        new WhatsAppSendEndpoint(simulation, receipts).mount(router);
    }

    @Override
    public Future<Delivery> write(Account account, CitizenMessage message) {
        if (!isCitizen(message.from())) {
            throw new InvalidInputException(
                    "from",
                    "must be a phone number of 6 to 15 digits with the country's code, or a business-scoped user id such"
                            + " as ID.1349120865");
        }
        if (message.text().length() > TEXT_LIMIT) {
            throw new InvalidInputException("text", "must have at most " + TEXT_LIMIT + " characters on WhatsApp");
        }
        String id = message.requiredMessageId();
        Instant at = message.sentAt() == null ? Instant.now() : message.sentAt();
        byte[] body = WhatsAppPayloads.message(account, message, id, at);
        return simulation.webhooks().deliver(sign(account, body)).map(answers -> new Delivery(id, answers, null));
    }

    private Webhooks.Webhook sign(Account account, byte[] body) {
        MetaSignature signature = signatures.computeIfAbsent(
                account.id(), id -> new MetaSignature(simulation.requiredSecret(account, "app-secret")));
        return new Webhooks.Webhook(account, Buffer.buffer(body), MetaSignature.HEADER, signature.of(body));
    }
}
