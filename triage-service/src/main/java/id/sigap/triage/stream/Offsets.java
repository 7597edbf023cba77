package id.sigap.triage.stream;

import io.smallrye.mutiny.Uni;
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
 * Commits a batch's offsets in one request. The connector's own strategies commit partition by partition, which costs a
 * round trip each and twelve of them per batch.
 */
@ApplicationScoped
public class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);

    private final KafkaClientService clients;

    /** Over the connector's consumers. */
    public Offsets(KafkaClientService clients) {
        this.clients = clients;
    }

    /**
     * Commits. A commit that fails (the group is being rebalanced, the broker is away) fails nothing: its records are
     * read again, here or by another instance, and give the same events.
     */
    Uni<Void> commit(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
            behind.put(partition, new OffsetAndMetadata(of.get(of.size() - 1).offset() + 1));
        }
        return clients.<byte[], byte[]>getConsumer("messages")
                .commitAsync(behind)
                .onFailure()
                .invoke(e -> LOG.infov("offsets not committed, partitions={0} cause={1}", behind.size(), e.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
