package id.sigap.local.kafka;

import id.sigap.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of Sigap as a deployment creates them before the first service starts. */
final class KafkaTopics {

    private static final short REPLICAS = 1;
    private static final String FOR_GOOD = "-1";

    private KafkaTopics() {}

    /** Every topic, each followed by its dead letters. */
    static List<NewTopic> all() {
        return Topics.all().stream()
                .flatMap(name -> Stream.of(
                        new NewTopic(name, Topics.PARTITIONS, REPLICAS).configs(configuration(name)),
                        deadLetters(name)))
                .toList();
    }

    private static NewTopic deadLetters(String topic) {
        String name = Topics.deadLetters(topic);
        return new NewTopic(name, 1, REPLICAS).configs(configuration(name));
    }

    private static Map<String, String> configuration(String name) {
        String policy = Topics.compacted().contains(name)
                ? TopicConfig.CLEANUP_POLICY_COMPACT
                : TopicConfig.CLEANUP_POLICY_DELETE;
        String retention = Topics.retention(name)
                .map(kept -> Long.toString(kept.toMillis()))
                .orElse(FOR_GOOD);
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                policy,
                TopicConfig.RETENTION_MS_CONFIG,
                retention,
                TopicConfig.RETENTION_BYTES_CONFIG,
                FOR_GOOD);
    }
}
