package id.sigap.runtime.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service: idempotent, acknowledged by all in-sync replicas, records of a partition always in the
 * order of sending.
 *
 * <p>Records that the client accepted wait for the broker as long as it takes: giving up on one while a later one of the
 * same conversation still succeeds would turn their order round. So {@link #sendAll} may stay open through an outage of
 * Kafka, and fails only before anything was accepted (no metadata, buffer full), when the broker refuses a record for
 * good, or at shutdown.
 */
@ApplicationScoped
public class EventProducer {
    /** Batches that may wait for the sending thread; beyond it callers are told to come back. */
    private static final int HAND_OVER = 4_096;

    private static final Duration MAX_BLOCK = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final ThreadPoolExecutor sender;
    private final AutoCloseable metrics;

    /** Connects lazily; a broker that is away does not stop the start. */
    @Inject
    public EventProducer(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, MeterRegistry meters) {
        this(new KafkaProducer<>(config(bootstrapServers)), meters);
    }

    private EventProducer(KafkaProducer<byte[], byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        KafkaClientMetrics client = new KafkaClientMetrics(producer);
        client.bindTo(meters);
        this.metrics = client;
        this.sender = sender();
    }

    /** Over another producer, for tests. */
    EventProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        this.metrics = () -> {};
        this.sender = sender();
    }

    /**
     * Publishes all records, in this order. Completes when all are acknowledged; fails if any was not, then the caller
     * redoes the whole batch: ids make that idempotent. Never blocks the caller; completes on the caller's Vert.x
     * context if there is one.
     */
    public Uni<Void> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            Batch batch = new Batch(
                    records,
                    failure -> settle(context, () -> {
                        if (failure == null) {
                            emitter.complete(null);
                        } else {
                            emitter.fail(failure);
                        }
                    }));
            try {
                sender.execute(() -> send(batch));
            } catch (RejectedExecutionException e) {
                emitter.fail(new IllegalStateException("the producer is closed, or too many batches wait for it", e));
            }
        });
    }

    private void send(Batch batch) {
        batch.sendTo(producer);
        try {
            producer.flush();
        } catch (InterruptException closing) {
            Thread.currentThread().interrupt(); // close() waits no longer; it tells the batch itself
        }
    }

    /** Sends what was accepted, for a few seconds, and closes. */
    @PreDestroy
    public void close() throws Exception {
        sender.shutdown();
        if (!sender.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
            sender.shutdownNow();
        }
        producer.close(CLOSE);
        metrics.close();
    }

    private static void settle(@Nullable Context context, Runnable completion) {
        if (context == null) {
            completion.run();
        } else {
            context.runOnContext(ignored -> completion.run());
        }
    }

    private static ThreadPoolExecutor sender() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(HAND_OVER), task -> {
            Thread thread = new Thread(task, "event-producer");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Map<String, Object> config(String bootstrapServers) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                // Not waited for: a flush follows every batch, so that its records share one request.
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis()),
                // With more, a first batch that meets a leader which is not yet in office is overtaken by the second,
                // and
                // is then refused for ever (KAFKA-15591). A flush follows every batch, so nothing is lost by it.
                Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                // See the class: order outweighs giving up.
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50L),
                Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000L));
    }

    /** What becomes of a batch: told once. */
    private interface Outcome {
        void settled(@Nullable Throwable failure);
    }

    /** Some records on their way; settles once, at the first failure or the last acknowledgement. */
    private static final class Batch {
        private final List<ProducerRecord<byte[], byte[]>> records;
        private final Outcome outcome;
        private final AtomicInteger open;
        private volatile boolean failed;

        Batch(List<ProducerRecord<byte[], byte[]>> records, Outcome outcome) {
            this.records = records;
            this.outcome = outcome;
            this.open = new AtomicInteger(records.size());
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the callback has it
        void sendTo(Producer<byte[], byte[]> producer) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                if (failed) {
                    return; // a later record must not overtake one that was not accepted
                }
                try {
                    producer.send(record, (metadata, failure) -> acknowledged(failure));
                } catch (RuntimeException e) {
                    acknowledged(e);
                }
            }
        }

        private void acknowledged(@Nullable Exception failure) {
            if (failure != null) {
                synchronized (this) {
                    if (failed) {
                        return;
                    }
                    failed = true;
                }
                outcome.settled(failure);
            } else if (open.decrementAndGet() == 0) {
                outcome.settled(null);
            }
        }
    }
}
