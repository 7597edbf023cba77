package id.sigap.runtime.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the offsets of finished batches of one channel, whose own strategy is {@code ignore}: all partitions in one
 * request, one request at a time, at most one in {@link #PACE}; what is finished meanwhile goes with the next. Nobody
 * waits for a commit, because the consumer's thread may be in a poll for a while. The connector's own strategies commit
 * partition by partition and make the stream wait.
 *
 * <p>A commit that fails or comes late (the group is being rebalanced, the broker is away, the process is killed) loses
 * nothing: its records are read again, here or by another instance, and who finishes them must give the same result.
 */
public final class Offsets {
    /** Short against the time that an instance's successor needs to notice its end, long against a batch. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final Logger LOG = Logger.getLogger(Offsets.class);

    private final KafkaClientService clients;
    private final String channel;
    private final Map<TopicPartition, OffsetAndMetadata> waiting = new HashMap<>();
    private boolean committing;

    /** Over the connector's consumers. */
    public Offsets(KafkaClientService clients, String channel) {
        this.clients = clients;
        this.channel = channel;
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
        Uni.createFrom()
                .deferred(() -> clients.<byte[], byte[]>getConsumer(channel).commitAsync(now))
                .onFailure()
                .invoke(failure -> LOG.infov(
                        "offsets not committed, channel={0} partitions={1} cause={2}",
                        channel, now.size(), failure.toString()))
                .onItemOrFailure()
                .transformToUni((done, failure) ->
                        Uni.createFrom().voidItem().onItem().delayIt().by(PACE))
                .subscribe()
                .with(paused -> commit());
    }
}
