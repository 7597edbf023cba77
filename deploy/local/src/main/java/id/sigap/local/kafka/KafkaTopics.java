package id.sigap.local.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of Sigap as a deployment creates them before the first service starts. */
final class KafkaTopics {

    private static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final String COMPACTED = "sigap.responsiveness.v1";
    private static final List<String> NAMES = List.of(
            "sigap.messages.v1", "sigap.triage.v1", "sigap.cases.v1", COMPACTED, "sigap.alerts.v1");

    private KafkaTopics() {}

    /** Every topic, each followed by its dead letters. */
    static List<NewTopic> all() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                        new NewTopic(name, PARTITIONS, REPLICAS).configs(configuration(name)),
                        new NewTopic(name + ".dlq", 1, REPLICAS).configs(configuration(name + ".dlq"))))
                .toList();
    }

    private static Map<String, String> configuration(String name) {
        String policy = name.equals(COMPACTED) ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        // Kept for good: every figure can be recomputed from the topics.
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                policy,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
    }
}
