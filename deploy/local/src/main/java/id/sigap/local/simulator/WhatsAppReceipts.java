package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Tells an account by webhook what became of its messages. One webhook per account is on its way at a time and takes
 * along what came up meanwhile, up to Meta's batch: a single receipt goes at once, a flood goes in few requests. A
 * refused batch is tried again for some minutes, in order; then, or when too much waits, the oldest are lost, as with
 * the real one.
 */
final class WhatsAppReceipts {
    private static final int BATCH = 500;
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_TRIES = 40;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;
    /** From sent to delivered: a phone that is on. */
    private static final long UNTIL_DELIVERED_MILLIS = 150;

    private final Simulation simulation;
    private final BiFunction<Account, byte[], Webhooks.Webhook> sign;
    private final Map<String, Queue> queues = new HashMap<>();

    WhatsAppReceipts(Simulation simulation, BiFunction<Account, byte[], Webhooks.Webhook> sign) {
        this.simulation = simulation;
        this.sign = sign;
    }

    /** Reports an accepted message in the order that the fault asks for. */
    void report(Account account, AcceptedMessage message, Fault fault) {
        if (fault.kind() == FaultKind.ACCEPT_THEN_FAIL) {
            Integer given = fault.code();
            int code = given == null ? 131026 : given;
            add(account, new WhatsAppPayloads.Status(message, "failed", Instant.now(), code));
            return;
        }
        boolean reversed = fault.receipts() == Receipts.REVERSED;
        add(account, new WhatsAppPayloads.Status(message, reversed ? "delivered" : "sent", Instant.now(), null));
        simulation
                .vertx()
                .setTimer(
                        UNTIL_DELIVERED_MILLIS,
                        timer -> add(
                                account,
                                new WhatsAppPayloads.Status(
                                        message, reversed ? "sent" : "delivered", Instant.now(), null)));
    }

    private void add(Account account, WhatsAppPayloads.Status status) {
        Queue queue = queues.computeIfAbsent(account.id(), id -> new Queue(account));
        if (queue.waiting.size() >= MOST_WAITING) {
            queue.waiting.removeFirst();
        }
        queue.waiting.addLast(status);
        if (!queue.busy) {
            send(queue);
        }
    }

    private void send(Queue queue) {
        List<WhatsAppPayloads.Status> batch = new ArrayList<>();
        while (batch.size() < BATCH && !queue.waiting.isEmpty()) {
            batch.add(queue.waiting.removeFirst());
        }
        queue.busy = !batch.isEmpty();
        if (queue.busy) {
            post(queue, WhatsAppPayloads.statuses(queue.account, batch), 1);
        }
    }

    private void post(Queue queue, byte[] body, int attempt) {
        Webhooks.Webhook webhook;
        try {
            webhook = sign.apply(queue.account, body);
        } catch (InvalidInputException noSecret) {
            queue.busy = false;
            queue.waiting.clear();
            return;
        }
        simulation.webhooks().post(webhook).onComplete(done -> {
            boolean taken = done.succeeded() && done.result().taken();
            if (taken || attempt >= MOST_TRIES) {
                send(queue);
            } else {
                long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
                simulation.vertx().setTimer(pause, timer -> post(queue, body, attempt + 1));
            }
        });
    }

    private static final class Queue {
        final Account account;
        final Deque<WhatsAppPayloads.Status> waiting = new ArrayDeque<>();
        boolean busy;

        Queue(Account account) {
            this.account = account;
        }
    }
}
