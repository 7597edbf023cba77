package id.sigap.bench.topology;

import id.sigap.contracts.Topics;
import id.sigap.metrics.stream.MetricsTopology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** What Kafka knows: how far a stream has read, and how large its topics are. */
final class Cluster implements AutoCloseable {
    private static final List<String> INPUTS = List.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES);
    private static final long AGAIN_MILLIS = 50;

    private final Admin admin;

    Cluster(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Waits until a stream has committed all that is in the topics now. */
    void awaitRead(String application) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        while (lag(application, ends) > 0) {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }

    /** How many records a stream is behind. */
    long lag(String application) throws ExecutionException, InterruptedException {
        return lag(application, ends());
    }

    private long lag(String application, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata at = read.get(end.getKey());
            lag += end.getValue() - (at == null ? 0 : at.offset());
        }
        return lag;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (String topic : INPUTS) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(all).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Bytes of the topics that events come from. */
    long inputBytes() throws ExecutionException, InterruptedException {
        return bytes(INPUTS::contains);
    }

    /** Bytes of what a stream's stores are restored from, the topics of its copies included. */
    long changelogBytes(String application) throws ExecutionException, InterruptedException {
        return bytes(topic ->
                figures().contains(topic) || (topic.startsWith(application + '-') && topic.endsWith("-changelog")));
    }

    private long bytes(Predicate<String> wanted) throws ExecutionException, InterruptedException {
        long bytes = 0;
        for (Map<String, LogDirDescription> broker :
                admin.describeLogDirs(List.of(1)).allDescriptions().get().values()) {
            for (LogDirDescription directory : broker.values()) {
                bytes += directory.replicaInfos().entrySet().stream()
                        .filter(replica -> wanted.test(replica.getKey().topic()))
                        .mapToLong(replica -> replica.getValue().size())
                        .sum();
            }
        }
        return bytes;
    }

    private static List<String> figures() {
        List<String> topics = new ArrayList<>(MetricsTopology.ownTopics());
        topics.add(Topics.RESPONSIVENESS);
        return topics;
    }

    /** Makes the topics that figures are published to, empty. */
    void emptyFigures() throws ExecutionException, InterruptedException {
        delete(figures());
        admin.createTopics(figures().stream()
                        .map(topic -> new NewTopic(topic, Optional.of(Topics.PARTITIONS), Optional.empty())
                                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)))
                        .toList())
                .all()
                .get();
        // A stream that begins before the broker itself knows of them ends in an error.
        while (!admin.listTopics().names().get().containsAll(figures())) {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }

    /** Deletes the internal topics of a stream that has ended. */
    void forget(String application) throws ExecutionException, InterruptedException {
        delete(admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(application + '-'))
                .toList());
    }

    private void delete(List<String> topics) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<String> leaving = topics.stream().filter(present::contains).toList();
        admin.deleteTopics(leaving).all().get();
        while (admin.listTopics().names().get().stream().anyMatch(leaving::contains)) {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
