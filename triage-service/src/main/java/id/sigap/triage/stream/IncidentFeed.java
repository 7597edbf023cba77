package id.sigap.triage.stream;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.IncidentSketched;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.triage.incident.Incidents;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what all instances tell of incidents: after a start from the beginning of the window, so that nothing is
 * forgotten, then as it comes. Each instance reads all partitions, so it is in no consumer group and commits nothing. On a
 * thread of its own; what is triaged meanwhile is matched with what is known by then.
 */
@ApplicationScoped
public class IncidentFeed {
    private static final Logger LOG = Logger.getLogger(IncidentFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long AGAIN_MILLIS = 2_000;
    /** After a start no more than this of each partition is read again, however long the window is. */
    private static final long MOST_READ_AGAIN = 50_000;

    private final Map<String, Object> config;
    private final Incidents incidents;
    private final IncidentTeller teller;
    private final Duration window;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Thread thread = new Thread(this::run, "incident-feed");
    private volatile boolean stopped;
    private volatile @Nullable Consumer<byte[], byte[]> reading;

    /** With where it reads and what learns from it. */
    public IncidentFeed(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Incidents incidents,
            IncidentTeller teller,
            IncidentMemory memory) {
        this.config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        this.incidents = incidents;
        this.teller = teller;
        this.window = memory.window();
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        Consumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(CLOSE.toMillis());
    }

    private void run() {
        while (!stopped) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                if (assign(consumer)) {
                    read(consumer);
                }
            } catch (WakeupException stopping) {
                return;
            } catch (RuntimeException e) {
                LOG.warnv(
                        "incidents of other instances cannot be read and are tried again, cause={0}",
                        e.getClass().getName());
            } finally {
                reading = null;
            }
            pause();
        }
    }

    private boolean assign(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.INCIDENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (next.isEmpty()) {
            next.putAll(beginning(consumer, partitions));
        }
        next.forEach(consumer::seek);
        return !partitions.isEmpty();
    }

    private Map<TopicPartition, Long> beginning(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        long since = Clock.systemUTC().millis() - window.toMillis();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, @Nullable OffsetAndTimestamp> inWindow = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> since)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = inWindow.get(partition);
            offsets.put(partition, first == null ? end : Math.max(first.offset(), end - MOST_READ_AGAIN));
        });
        return offsets;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        while (!stopped) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                learn(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (EventRecords.read(record) instanceof IncidentSketched told
                    && !told.instance().equals(teller.instance())) {
                incidents.learn(told);
            }
        } catch (UnreadableEventException | IllegalArgumentException e) {
            // Not buried: it holds no citizen's message, and the next one tells more.
            LOG.warnv(
                    "an incident record is passed over, partition={0} offset={1} cause={2}",
                    record.partition(), record.offset(), e.getClass().getName());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
