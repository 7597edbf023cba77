package id.sigap.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Many citizens writing at once, on one event loop. At a fixed rate the schedule is kept whatever the answers do, and a
 * latency counts from the moment at which the message was due, so that a stall is not hidden by fewer requests.
 */
public final class Citizens implements AutoCloseable {
    private static final int CONNECTIONS = 128;

    private final Vertx vertx;
    private final HttpClient client;
    private final Webhook webhook;
    private final RequestOptions target;
    /** When each accepted message was due, in epoch microseconds, by the channel's id. */
    private final ConcurrentMap<String, Long> dueMicros = new ConcurrentHashMap<>();

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong started = new AtomicLong();

    /** Citizens of one webhook address. */
    public Citizens(Vertx vertx, String host, int port, String path, Webhook webhook) {
        this.vertx = vertx;
        this.webhook = webhook;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(host)
                .setPort(port)
                .setURI(path);
    }

    /**
     * Writes {@code perSecond} messages a second for {@code seconds}, open loop.
     *
     * @return latencies from due to 2xx in microseconds
     */
    public Histogram atRate(int perSecond, int seconds) {
        Histogram latency = new Histogram(60_000_000L, 3);
        long total = (long) perSecond * seconds;
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicLong sent = new AtomicLong();
        AtomicLong answered = new AtomicLong();
        long start = micros();
        vertx.setPeriodic(1, timer -> {
            long due = Math.min(total, (micros() - start) * perSecond / 1_000_000 + 1);
            while (sent.get() < due) {
                long dueAt = start + sent.getAndIncrement() * 1_000_000 / perSecond;
                write(dueAt, latency, () -> {
                    if (answered.incrementAndGet() == total) {
                        done.complete(null);
                    }
                });
            }
            if (sent.get() >= total) {
                vertx.cancelTimer(timer);
            }
        });
        done.join();
        return latency;
    }

    /**
     * Writes as fast as the whole way drains: never more than {@code window} messages between their sending and the
     * progress that {@code finished} tells, so that no lag grows anywhere.
     *
     * @param finished how many messages have come all the way since the start of this call
     * @return latencies from sending to 2xx in microseconds
     */
    public Histogram flatOut(int seconds, int window, LongSupplier finished) {
        Histogram latency = new Histogram(60_000_000L, 3);
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicLong sent = new AtomicLong();
        AtomicLong answered = new AtomicLong();
        long start = micros();
        vertx.setPeriodic(1, timer -> {
            if (micros() - start > seconds * 1_000_000L) {
                vertx.cancelTimer(timer);
                vertx.setPeriodic(5, wait -> {
                    if (answered.get() >= sent.get()) {
                        vertx.cancelTimer(wait);
                        done.complete(null);
                    }
                });
                return;
            }
            long limit = finished.getAsLong() + window;
            while (sent.get() < limit && sent.get() - answered.get() < CONNECTIONS * 2L) {
                sent.incrementAndGet();
                write(micros(), latency, answered::incrementAndGet);
            }
        });
        done.join();
        return latency;
    }

    private void write(long dueAt, Histogram latency, Runnable answered) {
        Webhook.Signed signed = webhook.next(System.currentTimeMillis());
        dueMicros.put(signed.messageId(), dueAt);
        started.incrementAndGet();
        client.request(target)
                .compose(request -> request.putHeader("content-type", "application/json")
                        .putHeader("x-hub-signature-256", signed.signature())
                        .send(Buffer.buffer(signed.body())))
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(result -> {
                    if (result.succeeded() && result.result() / 100 == 2) {
                        accepted.incrementAndGet();
                        latency.recordValue(Math.min(60_000_000L, Math.max(0, micros() - dueAt)));
                    } else {
                        refused.incrementAndGet();
                        dueMicros.remove(signed.messageId());
                    }
                    answered.run();
                });
    }

    /** When an accepted message was due, in epoch microseconds; null if it was not ours. */
    public @org.jspecify.annotations.Nullable Long dueMicros(String messageId) {
        return dueMicros.get(messageId);
    }

    /** All accepted messages of this run with the moments at which they were due. */
    public ConcurrentMap<String, Long> due() {
        return dueMicros;
    }

    /** Messages answered 2xx so far. */
    public long accepted() {
        return accepted.get();
    }

    /** Messages not answered 2xx so far. */
    public long refused() {
        return refused.get();
    }

    private static long micros() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    @Override
    public void close() {
        client.close();
    }
}
