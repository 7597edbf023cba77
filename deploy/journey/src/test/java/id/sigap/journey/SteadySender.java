package id.sigap.journey;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Citizens who write on WhatsApp at a steady rate, three messages in every conversation. Like Meta it delivers the very
 * same payload again until it gets a 2xx; with too much outstanding it waits with new ones.
 */
final class SteadySender implements AutoCloseable {
    private static final int PAUSE_MILLIS = 200;
    private static final int RETRY_MILLIS = 400;
    private static final int MOST_OUTSTANDING = 150;
    private static final int TOGETHER = 5;
    private static final int EACH = 3;
    private static final String ACCOUNT = "kemenhub-wa";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final String run = UUID.randomUUID().toString();
    private final int firstCitizen = Math.floorMod(run.hashCode(), 900_000) * 1_000;
    private final Executor again = CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS, clock);
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Map<UUID, UUID> sent = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> taken = new ConcurrentHashMap<>();
    private final Set<UUID> met = ConcurrentHashMap.newKeySet();
    private final Queue<UUID> begun;
    private int number;
    private volatile @Nullable ScheduledFuture<?> writer;

    /** @param begun is told of each conversation when ingest takes its first message */
    SteadySender(Queue<UUID> begun) {
        this.begun = begun;
    }

    void start() {
        writer = clock.scheduleAtFixedRate(this::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes nothing new; what is outstanding is still delivered. */
    void stop() {
        ScheduledFuture<?> started = writer;
        if (started != null) {
            started.cancel(false);
        }
    }

    /** What has not had its 2xx yet. */
    int outstanding() {
        return outstanding.get();
    }

    /** How often a payload was delivered, or tried to be. */
    int attempts() {
        return attempts.get();
    }

    /** The ids of the messages that were sent, with their conversations. */
    Map<UUID, UUID> sent() {
        return Map.copyOf(sent);
    }

    /** The ids of the messages that got a 2xx, with their conversations. */
    Map<UUID, UUID> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void next() {
        if (outstanding.get() >= MOST_OUTSTANDING) {
            return;
        }
        int message = number++;
        String citizen = "6281"
                + (1_000_000_000L
                        + firstCitizen
                        + (long) (message / (TOGETHER * EACH)) * TOGETHER
                        + message % TOGETHER);
        String externalId = "wamid." + run + "." + message;
        SignedWebhook webhook = SignedWebhook.message(
                externalId,
                citizen,
                "KRL terlambat terus di Stasiun Manggarai jam 7, tolong diperbaiki",
                Instant.now());
        UUID messageId = Ids.message(Channel.WHATSAPP, ACCOUNT, externalId);
        UUID conversation = Ids.conversation(Channel.WHATSAPP, ACCOUNT, citizen);
        sent.put(messageId, conversation);
        outstanding.incrementAndGet();
        deliver(webhook, messageId, conversation);
    }

    private void deliver(SignedWebhook webhook, UUID messageId, UUID conversation) {
        attempts.incrementAndGet();
        CompletableFuture<Void> unused = http.sendAsync(webhook.request(), HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() / 100 == 2)
                .thenAcceptAsync(
                        ok -> {
                            if (ok) {
                                taken.put(messageId, conversation);
                                outstanding.decrementAndGet();
                                if (met.add(conversation)) {
                                    begun.add(conversation);
                                }
                            } else {
                                again.execute(() -> deliver(webhook, messageId, conversation));
                            }
                        },
                        clock);
    }
}
