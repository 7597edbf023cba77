package id.sigap.triage.stream;

import id.sigap.contracts.Ids;
import id.sigap.contracts.event.IncidentSketched;
import id.sigap.runtime.stream.EventRecords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the other instances, and this one after its next start, what came in. By a producer of its own, from a thread of
 * its own: no message waits for it, and when Kafka is away what cannot be told is dropped and counted. A lost sketch
 * makes an incident a message smaller elsewhere.
 */
@ApplicationScoped
public class IncidentTeller {
    private static final int WAITING = 256;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final UUID instance = Ids.timeOrdered();
    private final Producer<byte[], byte[]> producer;
    private final ThreadPoolExecutor sender;
    private final Counter dropped;

    /** Connects lazily. */
    public IncidentTeller(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, MeterRegistry meters) {
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                8L * 1024 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000L));
        this.dropped = Counter.builder("sigap_triage_incident_sketches_dropped")
                .description("Records that could not be told to the other instances")
                .register(meters);
        this.sender = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "incident-teller");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What this instance calls itself; another after each start. */
    UUID instance() {
        return instance;
    }

    /** Tells it when it can; returns at once. */
    void tell(IncidentNews news) {
        for (IncidentSketched told : news.sketches(instance, Clock.systemUTC().instant())) {
            try {
                sender.execute(() -> send(told));
            } catch (RejectedExecutionException full) {
                dropped.increment();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback has it
    private void send(IncidentSketched told) {
        try {
            producer.send(EventRecords.toRecord(told, BatchTriage.SERVICE, null), (metadata, failure) -> {
                if (failure != null) {
                    dropped.increment();
                }
            });
        } catch (InterruptException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            dropped.increment();
        }
    }

    /** Sends what is waiting, for a moment, and closes. */
    @PreDestroy
    public void close() throws InterruptedException {
        sender.shutdown();
        if (!sender.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
            sender.shutdownNow();
        }
        producer.close(CLOSE);
    }
}
