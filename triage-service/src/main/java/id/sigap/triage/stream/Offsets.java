package id.sigap.triage.stream;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the offsets of published batches, all partitions in one request and one request at a time: what is published
 * meanwhile goes with the next. Nobody waits for a commit, because the consumer's thread may be in a poll for a while.
 * The connector's own strategies commit partition by partition and make the stream wait.
 *
 * <p>A commit that fails (the group is being rebalanced, the broker is away) loses nothing: its records are read again,
 * here or by another instance, and give the same events.
 */
@ApplicationScoped
public class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);

    private final KafkaClientService clients;
    private final Map<TopicPartition, OffsetAndMetadata> waiting = new HashMap<>();
    private boolean committing;

    /** Over the connector's consumers. */
    public Offsets(KafkaClientService clients) {
        this.clients = clients;
    }

    /** Passes records, which must be published. */
    void pass(ConsumerRecords<byte[], byte[]> records) {
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
        try {
            clients.<byte[], byte[]>getConsumer("messages")
                    .commitAsync(now)
                    .subscribe()
                    .with(done -> commit(), failure -> failed(now.size(), failure));
        } catch (IllegalStateException e) {
            failed(now.size(), e);
        }
    }

    private void failed(int partitions, Throwable failure) {
        LOG.infov("offsets not committed, partitions={0} cause={1}", partitions, failure.toString());
        commit();
    }
}
