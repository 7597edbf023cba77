package id.sigap.metrics.recompute;

import id.sigap.contracts.Topics;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.stream.BoundedRocksDb;
import id.sigap.metrics.stream.DirectoryCalendars;
import id.sigap.metrics.stream.MetricsTopology;
import id.sigap.metrics.stream.TopologySettings;
import id.sigap.metrics.turn.Origin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Builds every figure from the first record of the topics, under an application id and into topics of its own, and compares
 * it with what is published. It warns nobody, and leaves nothing behind. It may run beside the service: both follow the
 * topics, and a figure counts as different only if it stays so.
 *
 * <p>Started by {@code deploy/metrics/recompute}, with {@code KAFKA_BOOTSTRAP_SERVERS}, {@code SIGAP_DIRECTORY_PATH} and a
 * {@code SIGAP_STATE_PATH} of its own. Ends with 0 if all is equal, 1 if something is not, 2 if it could not be compared.
 */
public final class Recompute {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final String bootstrap;
    private final Directory directory;
    private final Path state;
    private final Duration retention;
    private final Duration patience;
    private final String name = "sigap-metrics-recompute-" + System.currentTimeMillis();

    /**
     * With what it needs.
     *
     * @param bootstrap Kafka
     * @param directory whose calendars count, and which accounts are whose
     * @param state a folder of its own, for its stores
     * @param retention as the service's
     * @param patience how long a difference must last
     */
    public Recompute(String bootstrap, Directory directory, Path state, Duration retention, Duration patience) {
        this.bootstrap = bootstrap;
        this.directory = directory;
        this.state = state;
        this.retention = retention;
        this.patience = patience;
    }

    /**
     * What came out.
     *
     * @param figures how many were compared
     * @param difference the first that is different; null if there is none
     */
    public record Result(long figures, @Nullable String difference) {}

    /** The command. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(System.out, System.getenv()));
    }

    private static int run(PrintStream out, Map<String, String> environment) throws InterruptedException {
        try {
            Directory directory =
                    DirectoryLoader.load(Path.of(environment.getOrDefault("SIGAP_DIRECTORY_PATH", "directory")));
            String state = environment.get("SIGAP_STATE_PATH");
            Result result = new Recompute(
                            environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092"),
                            directory,
                            state == null ? Files.createTempDirectory("sigap-recompute") : Path.of(state),
                            Duration.parse(environment.getOrDefault("SIGAP_METRICS_RETENTION", "P45D")),
                            Duration.ofSeconds(30))
                    .run();
            if (result.difference() == null) {
                out.println("{\"equal\":true,\"figures\":" + result.figures() + "}");
                return 0;
            }
            out.println("The first difference: " + result.difference());
            return 1;
        } catch (DirectoryException | IOException | ExecutionException e) {
            out.println("It could not be compared: " + e.getMessage());
            return 2;
        }
    }

    /** Builds and compares. */
    public Result run() throws ExecutionException, InterruptedException {
        List<String> outputs = new ArrayList<>(MetricsTopology.ownTopics());
        outputs.add(0, Topics.RESPONSIVENESS);
        List<String> written = new ArrayList<>(outputs);
        inputs().forEach(topic -> written.add(Topics.deadLetters(topic)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> own = written.stream().map(topic -> prefix() + topic).toList();
            admin.createTopics(own.stream()
                            .map(topic -> new NewTopic(topic, Optional.of(Topics.PARTITIONS), Optional.empty())
                                    .configs(Map.of(
                                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)))
                            .toList())
                    .all()
                    .get();
            KafkaStreams streams = new KafkaStreams(
                    MetricsTopology.build(new TopologySettings(
                            TopologySettings.Storage.apart(4, retention, prefix()),
                            new DirectoryCalendars(() -> directory),
                            Promise.Book.NONE,
                            false,
                            this::genuine,
                            topic -> {})),
                    config());
            try {
                streams.start();
                awaitEnd(admin);
                return compare(outputs);
            } finally {
                streams.close(Duration.ofSeconds(30));
                streams.cleanUp();
                leaveNothing(admin, own);
            }
        }
    }

    private String prefix() {
        return name + '.';
    }

    private static List<String> inputs() {
        return List.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES);
    }

    private boolean genuine(Origin origin) {
        return directory
                .account(origin.account())
                .map(owned -> owned.agency().id().equals(origin.agency())
                        && owned.account().channel() == origin.channel())
                .orElse(true);
    }

    private Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // As the service's own, and for its reasons.
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 2_500);
        config.put(StreamsConfig.producerPrefix("linger.ms"), 5_000);
        config.put(StreamsConfig.producerPrefix("batch.size"), 64 << 10);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        config.put(StreamsConfig.producerPrefix("max.request.size"), 4 << 20);
        config.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        return config;
    }

    /** Until everything that there was at the start has been read. */
    private void awaitEnd(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (String topic : inputs()) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(all).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        while (true) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get();
            boolean everything = ends.entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || (read.get(end.getKey()) != null
                                    && read.get(end.getKey()).offset() >= end.getValue()));
            if (everything) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
        }
    }

    /** Changes are on their way for a moment, in both: only what stays different is. */
    private Result compare(List<String> topics) throws InterruptedException {
        try (Tables published = new Tables(bootstrap, topics);
                Tables anew = new Tables(
                        bootstrap,
                        topics.stream().map(topic -> prefix() + topic).toList())) {
            long until = System.nanoTime() + patience.toNanos();
            while (true) {
                published.read();
                anew.read();
                String difference = null;
                long figures = 0;
                for (String topic : topics) {
                    figures += Comparison.figures(topic, published.table(topic));
                    if (difference == null) {
                        difference =
                                Comparison.firstDifference(topic, published.table(topic), anew.table(prefix() + topic));
                    }
                }
                if (difference == null || System.nanoTime() > until) {
                    return new Result(figures, difference);
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
            }
        }
    }

    private void leaveNothing(Admin admin, List<String> own) throws InterruptedException {
        try {
            List<String> left = new ArrayList<>(own);
            admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(name + '-'))
                    .forEach(left::add);
            admin.deleteTopics(left).all().get();
            admin.deleteConsumerGroups(List.of(name)).all().get();
        } catch (ExecutionException e) {
            // The comparison stands; what is left behind is named after it.
            return;
        }
    }
}
