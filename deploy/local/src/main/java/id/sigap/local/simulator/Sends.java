package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Takes sends that a vendor's endpoint found in order: suffers the faults, accepts, answers, reports. */
public final class Sends {
    /** An answer that never comes is given up after this; every client has lost its patience by then. */
    private static final long HELD_MILLIS = 120_000;

    /** How long an early receipt runs ahead of the answer to its send. */
    private static final long RECEIPT_AHEAD_MILLIS = 300;

    private final Vertx vertx;
    private final Faults faults;
    private final Outbox outbox;
    private final Consumer<AcceptedMessage> onAccepted;
    private final Clock clock;

    Sends(Vertx vertx, Faults faults, Outbox outbox, Consumer<AcceptedMessage> onAccepted, Clock clock) {
        this.vertx = vertx;
        this.faults = faults;
        this.outbox = outbox;
        this.onAccepted = onAccepted;
        this.clock = clock;
    }

    /** Takes one send and answers it, now or after the fault's delay, or never. */
    public void take(RoutingContext context, OutgoingMessage message, VendorVoice voice) {
        Fault fault =
                faults.ofSend(message.account().channel(), message.account().id());
        if (fault.delayMillis() > 0) {
            // A vendor does not notice that the caller has gone: what it got, it accepts.
            vertx.setTimer(fault.delayMillis(), timer -> decide(context, message, voice, fault));
        } else {
            decide(context, message, voice, fault);
        }
    }

    private void decide(RoutingContext context, OutgoingMessage message, VendorVoice voice, Fault fault) {
        if (!fault.kind().accepts()) {
            refuse(context, voice, fault);
            return;
        }
        AcceptedMessage accepted = accept(message, voice);
        boolean reports = fault.receipts() != Receipts.WITHHELD;
        if (reports && fault.receipts() == Receipts.FIRST) {
            voice.report(accepted, fault);
            vertx.setTimer(RECEIPT_AHEAD_MILLIS, timer -> answer(context, voice.accepted(accepted), fault));
            return;
        }
        answer(context, voice.accepted(accepted), fault);
        if (reports) {
            voice.report(accepted, fault);
        }
    }

    /**
     * Takes the wish to delete what was sent. It suffers the faults of sends: one that accepts deletes, whatever becomes
     * of its answer.
     *
     * @param within how long after it was sent the vendor deletes a message
     */
    void delete(RoutingContext context, Deletion deletion, Duration within) {
        Fault fault =
                faults.ofSend(deletion.account().channel(), deletion.account().id());
        if (fault.delayMillis() > 0) {
            vertx.setTimer(fault.delayMillis(), timer -> delete(context, deletion, within, fault));
        } else {
            delete(context, deletion, within, fault);
        }
    }

    private void delete(RoutingContext context, Deletion deletion, Duration within, Fault fault) {
        if (!fault.kind().accepts()) {
            refuse(context, deletion.voice(), fault);
            return;
        }
        AcceptedMessage message = outbox.find(deletion.account().id(), deletion.to(), deletion.externalId());
        Instant now = Instant.now(clock);
        if (message == null) {
            refuse(context, deletion.notFound());
        } else if (!now.isBefore(message.acceptedAt().plus(within))) {
            refuse(context, deletion.tooLate());
        } else {
            outbox.delete(message, now.truncatedTo(ChronoUnit.MILLIS));
            answer(context, new JsonObject().put("ok", true).put("result", true), fault);
        }
    }

    /**
     * Which message is to be deleted, and how its vendor would refuse.
     *
     * @param account that sent it
     * @param to the citizen
     * @param externalId the vendor's id of it
     * @param voice how the vendor words a fault
     * @param notFound the refusal when there is no such message
     * @param tooLate the refusal when it was sent too long ago
     */
    record Deletion(
            Account account,
            String to,
            String externalId,
            VendorVoice voice,
            VendorVoice.Refusal notFound,
            VendorVoice.Refusal tooLate) {}

    private AcceptedMessage accept(OutgoingMessage message, VendorVoice voice) {
        AcceptedMessage accepted = new AcceptedMessage(
                message.account().channel(),
                message.account().id(),
                voice.newExternalId(),
                message.replyId(),
                message.to(),
                message.text(),
                message.inReplyTo(),
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
        outbox.add(accepted);
        onAccepted.accept(accepted);
        return accepted;
    }

    private void answer(RoutingContext context, JsonObject body, Fault fault) {
        if (fault.kind() == FaultKind.ACCEPT_THEN_TIME_OUT) {
            hold(context);
        } else if (fault.kind() == FaultKind.ACCEPT_THEN_DROP_CONNECTION) {
            context.request().connection().close();
        } else {
            json(context.response(), 200, body);
        }
    }

    private void refuse(RoutingContext context, VendorVoice voice, Fault fault) {
        if (fault.kind() == FaultKind.TIME_OUT) {
            hold(context);
        } else if (fault.kind() == FaultKind.DROP_CONNECTION) {
            context.request().connection().close();
        } else {
            refuse(context, voice.refused(fault));
        }
    }

    /** Answers with a vendor's refusal. */
    public static void refuse(RoutingContext context, VendorVoice.Refusal refusal) {
        HttpServerResponse response = context.response();
        if (refusal.retryAfterSeconds() != null && !response.closed()) {
            response.putHeader("retry-after", String.valueOf(refusal.retryAfterSeconds()));
        }
        json(response, refusal.status(), refusal.body());
    }

    private void hold(RoutingContext context) {
        long giveUp = vertx.setTimer(
                HELD_MILLIS, timer -> context.request().connection().close());
        context.response().closeHandler(gone -> vertx.cancelTimer(giveUp));
    }

    static void json(HttpServerResponse response, int status, JsonObject body) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(body.toBuffer());
    }
}
