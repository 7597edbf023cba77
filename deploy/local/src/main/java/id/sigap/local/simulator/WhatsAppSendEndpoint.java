package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /whatsapp/{version}/{phone-number-id}/messages} with Meta's checks and Meta's words. Source: WhatsApp Cloud
 * API, text messages and error codes, read November 2026.
 */
final class WhatsAppSendEndpoint {
    private static final int CALLBACK_DATA_LIMIT = 512;
    private static final int PARAMETER_INVALID = 100;

    private final Simulation simulation;
    private final WhatsAppReceipts receipts;
    private final Map<String, Account> byNumberId;

    WhatsAppSendEndpoint(Simulation simulation, WhatsAppReceipts receipts) {
        this.simulation = simulation;
        this.receipts = receipts;
        this.byNumberId = simulation
                .directory()
                .accounts(Channel.WHATSAPP)
                .map(Directory.Owned::account)
                .filter(account -> account.address() != null)
                .collect(Collectors.toUnmodifiableMap(
                        account -> String.valueOf(account.address()), Function.identity()));
    }

    void mount(Router router) {
        router.postWithRegex("/whatsapp/(?<version>v[0-9]{1,3}\\.[0-9])/(?<number>[0-9]+)/messages")
                .handler(this::send);
    }

    private void send(RoutingContext context) {
        Account account = byNumberId.get(context.pathParam("number"));
        VendorVoice.Refusal refusal = account == null ? unknownNumber() : unauthorised(context, account);
        if (account == null || refusal != null) {
            Sends.refuse(context, refusal == null ? unknownNumber() : refusal);
            return;
        }
        OutgoingMessage message;
        try {
            message = read(account, context.body().asJsonObject());
        } catch (InvalidInputException e) {
            Sends.refuse(context, error(400, PARAMETER_INVALID, "(#100) Invalid parameter", e));
            return;
        } catch (DecodeException | ClassCastException e) {
            Sends.refuse(context, error(400, PARAMETER_INVALID, "(#100) The body must be a JSON object", null));
            return;
        }
        simulation.sends().take(context, message, new Voice(account));
    }

    private static OutgoingMessage read(Account account, @Nullable JsonObject body) {
        if (body == null) {
            throw new InvalidInputException("body", "is required");
        }
        require("whatsapp".equals(body.getValue("messaging_product")), "messaging_product", "must be whatsapp");
        require("text".equals(body.getValue("type", "text")), "type", "only text is simulated");
        String to = text(body, "to");
        String recipient = text(body, "recipient");
        // Meta prefers the number where both are given.
        String citizen = to != null ? (to.startsWith("+") ? to.substring(1) : to) : recipient;
        require(citizen != null, "to", "is required");
        require(
                citizen != null
                        && (to != null ? WhatsAppChannel.isNumber(citizen) : WhatsAppChannel.isCitizen(citizen)),
                to != null ? "to" : "recipient",
                "is not a phone number or user id");
        String words = body.getValue("text") instanceof JsonObject text ? text(text, "body") : null;
        require(words != null && !words.isEmpty(), "text.body", "is required");
        require(
                words != null && words.codePointCount(0, words.length()) <= WhatsAppChannel.TEXT_LIMIT,
                "text.body",
                "must be at most 4096 characters long");
        String callbackData = text(body, "biz_opaque_callback_data");
        require(
                callbackData == null || callbackData.length() <= CALLBACK_DATA_LIMIT,
                "biz_opaque_callback_data",
                "must be at most 512 characters long");
        String quoted = body.getValue("context") instanceof JsonObject quote ? text(quote, "message_id") : null;
        return new OutgoingMessage(account, String.valueOf(citizen), String.valueOf(words), callbackData, quoted);
    }

    private static @Nullable String text(JsonObject from, String field) {
        Object value = from.getValue(field);
        require(value == null || value instanceof String, field, "must be a string");
        return (String) value;
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw new InvalidInputException(field, otherwise);
        }
    }

    private VendorVoice.@Nullable Refusal unauthorised(RoutingContext context, Account account) {
        Optional<String> token = simulation.secret(account, "access-token");
        String given = context.request().getHeader("authorization");
        boolean same = token.isPresent()
                && given != null
                && MessageDigest.isEqual(
                        ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
        return same ? null : error(401, 190, "Invalid OAuth access token - Cannot parse access token", null);
    }

    private static VendorVoice.Refusal unknownNumber() {
        return error(
                400,
                PARAMETER_INVALID,
                "Unsupported post request. Object does not exist, cannot be loaded due to missing permissions, or does not"
                        + " support this operation",
                null);
    }

    private static VendorVoice.Refusal error(
            int status, int code, String message, @Nullable InvalidInputException cause) {
        JsonObject error = new JsonObject()
                .put("message", message)
                .put("type", "OAuthException")
                .put("code", code)
                .put("fbtrace_id", "SimulatedTrace");
        if (cause != null) {
            error.put(
                    "error_data",
                    new JsonObject()
                            .put("messaging_product", "whatsapp")
                            .put("details", cause.field() + " " + cause.getMessage()));
        }
        return new VendorVoice.Refusal(status, new JsonObject().put("error", error), null);
    }

    private final class Voice implements VendorVoice {
        private final Account account;

        Voice(Account account) {
            this.account = account;
        }

        @Override
        public String newExternalId() {
            return WhatsAppChannel.newWamid();
        }

        @Override
        public JsonObject accepted(AcceptedMessage message) {
            JsonObject contact = new JsonObject()
                    .put("input", message.to())
                    .put(WhatsAppChannel.isNumber(message.to()) ? "wa_id" : "user_id", message.to());
            return new JsonObject()
                    .put("messaging_product", "whatsapp")
                    .put("contacts", new JsonArray().add(contact))
                    .put("messages", new JsonArray().add(new JsonObject().put("id", message.externalId())));
        }

        @Override
        public Refusal refused(Fault fault) {
            Integer given = fault.code();
            int code = given == null ? usualCode(fault.status()) : given;
            Refusal plain = error(fault.status(), code, "(#" + code + ") Simulated fault", null);
            return new Refusal(plain.status(), plain.body(), fault.retryAfterSeconds());
        }

        @Override
        public void report(AcceptedMessage message, Fault fault) {
            receipts.report(account, message, fault);
        }

        private static int usualCode(int status) {
            if (status == 429) {
                return 130429;
            }
            if (status == 401) {
                return 190;
            }
            return status >= 500 ? 131016 : PARAMETER_INVALID;
        }
    }
}
