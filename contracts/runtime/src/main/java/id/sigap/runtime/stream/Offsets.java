package id.sigap.runtime.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the offsets of finished batches of one channel, whose own strategy is {@code ignore}: all partitions in one
 * request, one request at a time, at most one in {@link Pace#between}; what is finished meanwhile goes with the next.
 * Nobody waits for a commit, because the consumer's thread may be in a poll for a while. The connector's own strategies
 * commit partition by partition and make the stream wait.
 *
 * <p>A commit that fails (the group is being rebalanced, the broker is away) is made again, also when no record follows
 * it: otherwise a quiet partition would look as if nobody read it. Partitions that are another instance's by then are
 * left to it. A commit that comes late or never (the process is killed) loses nothing: its records are read again, here
 * or by another instance, and who finishes them must give the same result.
 */
public final class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);

    private final String channel;
    private final PollingThread pollingThread;
    private final Pace pace;
    private final Map<TopicPartition, OffsetAndMetadata> waiting = new HashMap<>();
    private boolean committing;

    /** Over the connector's consumers. */
    public Offsets(KafkaClientService clients, String channel) {
        this(
                channel,
                act -> clients.<byte[], byte[]>getConsumer(channel).runOnPollingThread(act),
                // Short against the time that an instance's successor needs to notice its end, long against a batch; a
                // broker that answers at all does so within its request timeout of 30 s.
                new Pace(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(40)));
    }

    /** Over another consumer, for tests. */
    Offsets(String channel, PollingThread pollingThread, Pace pace) {
        this.channel = channel;
        this.pollingThread = pollingThread;
        this.pace = pace;
    }

    /** Passes records, with which everything must be done. */
    public void pass(ConsumerRecords<byte[], byte[]> records) {
        synchronized (waiting) {
            for (TopicPartition partition : records.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
                waiting.put(
                        partition, new OffsetAndMetadata(of.get(of.size() - 1).offset() + 1));
            }
            if (committing) {
                return;
            }
            committing = true;
        }
        commit();
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> now;
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                committing = false;
                return;
            }
            now = Map.copyOf(waiting);
            waiting.clear();
        }
        committed(now)
                .ifNoItem()
                .after(pace.patience())
                .fail()
                .onFailure()
                .invoke(failure -> again(now, failure))
                .onItemOrFailure()
                .transformToUni((done, failure) -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(failure == null ? pace.between() : pace.afterFailure()))
                .subscribe()
                .with(paused -> commit());
    }

    private Uni<Void> committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return Uni.createFrom()
                .emitter(emitter -> Uni.createFrom()
                        .deferred(() -> pollingThread.run(consumer -> commit(consumer, offsets, emitter)))
                        .subscribe()
                        .with(begun -> {}, emitter::fail));
    }

    /** On the polling thread, where it is certain which partitions are this instance's. */
    private static void commit(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            UniEmitter<? super Void> emitter) {
        Map<TopicPartition, OffsetAndMetadata> own = new HashMap<>(offsets);
        own.keySet().retainAll(consumer.assignment());
        if (own.isEmpty()) {
            emitter.complete(null);
            return;
        }
        consumer.commitAsync(own, (answered, failure) -> {
            if (failure == null) {
                emitter.complete(null);
            } else {
                emitter.fail(failure);
            }
        });
    }

    private void again(Map<TopicPartition, OffsetAndMetadata> offsets, Throwable failure) {
        LOG.infov(
                "offsets not committed, again in {0}: channel={1} partitions={2} cause={3}",
                pace.afterFailure(), channel, offsets.size(), failure.toString());
        synchronized (waiting) {
            offsets.forEach(waiting::putIfAbsent);
        }
    }

    /**
     * How long there is between commits.
     *
     * @param between after one that was made
     * @param afterFailure after one that failed
     * @param patience for the broker's answer; without one the commit counts as failed
     */
    record Pace(Duration between, Duration afterFailure, Duration patience) {}

    /** Runs something on the thread that a consumer may be used on. */
    interface PollingThread {
        /** Completes when it ran. */
        Uni<Void> run(java.util.function.Consumer<Consumer<byte[], byte[]>> act);
    }
}
