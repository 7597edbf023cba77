package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /sim}: writing as a citizen, the outbox, the faults. */
final class SimulatorRoutes {
    private static final Set<String> MESSAGE_FIELDS =
            Set.of("from", "text", "name", "messageId", "sentAt", "edits", "withdraws");
    private static final Set<String> FAULT_FIELDS = Set.of(
            "kind", "channel", "account", "next", "status", "code", "retryAfter", "delayMillis", "receipts", "times");

    private final ChannelSimulator simulator;
    private final Outbox outbox;
    private final Faults faults;

    SimulatorRoutes(ChannelSimulator simulator, Outbox outbox, Faults faults) {
        this.simulator = simulator;
        this.outbox = outbox;
        this.faults = faults;
    }

    void mount(Router router) {
        // A JSON body cannot be sent by a foreign site without asking first, and nobody answers that question.
        router.post("/sim/*").handler(SimulatorRoutes::onlyJson);
        router.post("/sim/:channel/:account/messages").handler(this::write);
        router.get("/sim/outbox").handler(this::listOutbox);
        router.delete("/sim/outbox").handler(context -> {
            outbox.clear();
            context.response().setStatusCode(204).end();
        });
        router.post("/sim/faults").handler(this::addFault);
        router.get("/sim/faults")
                .handler(context ->
                        Sends.json(context.response(), 200, new JsonObject().put("faults", faults.toJson())));
        router.delete("/sim/faults").handler(context -> {
            faults.clear();
            context.response().setStatusCode(204).end();
        });
    }

    private static void onlyJson(RoutingContext context) {
        String type = context.request().getHeader("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new InvalidInputException(415, "content-type", "must be application/json");
        }
        context.next();
    }

    private void write(RoutingContext context) {
        Channel channel = RequestFields.channel("channel", context.pathParam("channel"));
        RequestFields fields = RequestFields.of(context, MESSAGE_FIELDS);
        String withdraws = fields.text("withdraws");
        CitizenMessage message = new CitizenMessage(
                fields.requiredText("from"),
                withdraws == null ? fields.requiredText("text") : "",
                fields.text("name"),
                fields.text("messageId"),
                fields.time("sentAt"),
                fields.text("edits"),
                withdraws);
        Account account = simulator.account(channel, context.pathParam("account"));
        simulator
                .deliver(account, message)
                .onSuccess(delivery -> Sends.json(context.response(), status(delivery), body(account, delivery)))
                .onFailure(failure -> {
                    if (failure instanceof InvalidInputException wrong) {
                        Problems.answer(context, wrong);
                    } else {
                        Problems.answer(
                                context,
                                502,
                                null,
                                "Ingest could not be reached: "
                                        + failure.getClass().getSimpleName() + " " + failure.getMessage());
                    }
                });
    }

    /** What ingest answered, so that a script sees it at once; an empty yes becomes one with a body. */
    private static int status(Delivery delivery) {
        return delivery.taken() ? 200 : delivery.status();
    }

    private static JsonObject body(Account account, Delivery delivery) {
        JsonArray answers = new JsonArray();
        delivery.answers()
                .forEach(answer -> answers.add(new JsonObject()
                        .put("status", answer.status())
                        .put("millis", answer.millis())
                        .put("body", answer.body())));
        JsonObject json = new JsonObject()
                .put("channel", account.channel().wire())
                .put("account", account.id())
                .put("messageId", delivery.messageId())
                .put("status", delivery.status())
                .put("answers", answers);
        if (delivery.trackingLink() != null) {
            json.put("trackingLink", delivery.trackingLink());
        }
        return json;
    }

    private void listOutbox(RoutingContext context) {
        OutboxFilter filter = new OutboxFilter(
                RequestFields.channel("channel", query(context, "channel")),
                query(context, "account"),
                query(context, "to"),
                query(context, "replyId"),
                RequestFields.time("since", query(context, "since")),
                limit(query(context, "limit")));
        List<AcceptedMessage> messages = outbox.list(filter);
        Buffer body = Buffer.buffer("{\"messages\":[");
        for (int i = 0; i < messages.size(); i++) {
            body.appendString(i == 0 ? "\n" : ",\n")
                    .appendBuffer(json(messages.get(i)).toBuffer());
        }
        body.appendString("],\"accepted\":" + outbox.accepted() + ",\"forgotten\":" + outbox.forgotten() + "}");
        context.response()
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(body);
    }

    private JsonObject json(AcceptedMessage message) {
        JsonObject json = message.toJson();
        Instant deletedAt = outbox.deletedAt(message);
        return deletedAt == null ? json : json.put("deletedAt", AcceptedMessage.TIME.format(deletedAt));
    }

    private static @Nullable String query(RoutingContext context, String name) {
        String value = context.request().getParam(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return 10_000;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= OutboxFilter.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number that is out of range.
        }
        throw new InvalidInputException("limit", "must be 1 to " + OutboxFilter.MAX_LIMIT);
    }

    private void addFault(RoutingContext context) {
        RequestFields fields = RequestFields.of(context, FAULT_FIELDS);
        FaultKind kind = oneOf("kind", fields.requiredText("kind"), FaultKind.values(), FaultKind::wire);
        String receipts = fields.text("receipts");
        if (kind == FaultKind.STATUS) {
            require(fields, "status");
        } else if (kind == FaultKind.DELAY) {
            require(fields, "delayMillis");
        } else if (kind == FaultKind.RECEIPTS) {
            require(fields, "receipts");
        } else if (kind == FaultKind.DUPLICATE_WEBHOOKS) {
            require(fields, "times");
        }
        String account = fields.text("account");
        if (account != null) {
            simulator.knownAccount(account);
        }
        Fault fault = new Fault(
                kind,
                RequestFields.channel("channel", fields.text("channel")),
                account,
                fields.number("next", 1),
                fields.number("status", 503),
                fields.number("code"),
                fields.number("retryAfter"),
                fields.number("delayMillis", 0),
                receipts == null ? Receipts.NORMAL : oneOf("receipts", receipts, Receipts.values(), Receipts::wire),
                fields.number("times", 2));
        faults.add(fault);
        Sends.json(context.response(), 201, fault.toJson(fault.next()));
    }

    private static void require(RequestFields fields, String field) {
        if (!fields.has(field)) {
            throw new InvalidInputException(field, "is required for this kind");
        }
    }

    private static <T> T oneOf(String field, String word, T[] values, Function<T, String> wire) {
        return Arrays.stream(values)
                .filter(value -> wire.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        field,
                        "must be one of " + Arrays.stream(values).map(wire).collect(Collectors.joining(", "))));
    }
}
