package id.sigap.local.kafka;

import id.sigap.local.process.FreePorts;
import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** One broker that is its own controller, in this process, with Sigap's topics in place when it is ready. */
public final class KafkaBroker {

    private static final String CONTROLLER = "CONTROLLER";
    private static final int READY_SECONDS = 60;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final KafkaOptions options;
    private @Nullable KafkaRaftServer server;

    private KafkaBroker(KafkaOptions options) {
        this.options = options;
    }

    /**
     * Starts a broker on a new or an existing directory and returns when its topics can be used.
     *
     * @param fatal hears of an error after which Kafka would end the process, e.g. a full disk
     * @throws StackException when it does not start
     */
    public static KafkaBroker start(KafkaOptions options, Consumer<StackException> fatal) {
        // Kafka ends its process on a fatal error without running shutdown hooks; the other parts would be orphans.
        Exit.setExitProcedure((code, message) -> report(fatal, message));
        Exit.setHaltProcedure((code, message) -> report(fatal, message));
        KafkaBroker broker = new KafkaBroker(options);
        broker.start();
        return broker;
    }

    /** Starts the broker again on the same port and data after {@link #stop()}. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            KafkaConfig config = new KafkaConfig(properties(FreePorts.any()));
            formatWhenNew();
            KafkaRaftServer started = new KafkaRaftServer(config, Time.SYSTEM);
            started.startup();
            server = started;
            createTopics();
        } catch (StackException e) {
            throw e;
        } catch (Exception e) {
            stop();
            throw new StackException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    /**
     * Stops the broker cleanly; clients see it go away. One that lost its disk would wait minutes for itself: after
     * some seconds it is left to the end of this process.
     */
    public synchronized void stop() {
        KafkaRaftServer running = server;
        if (running == null) {
            return;
        }
        server = null;
        Thread stopping = new Thread(
                () -> {
                    running.shutdown();
                    running.awaitShutdown();
                },
                "sigap-kafka-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What clients connect to. */
    public String bootstrap() {
        return "127.0.0.1:" + options.port();
    }

    private static void report(Consumer<StackException> fatal, @Nullable String message) {
        fatal.accept(new StackException("Kafka gave up" + (message == null ? "" : ": " + message)));
    }

    private void formatWhenNew() throws Exception {
        String directory = options.data().toString();
        if (Files.exists(options.data().resolve("meta.properties"))) {
            return;
        }
        PrivateFiles.directory(options.data());
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .run();
    }

    private Properties properties(int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + options.port() + "," + CONTROLLER + "://127.0.0.1:"
                                + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + options.port()),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("log.dirs", options.data().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "12")));
        properties.putAll(internalTopics());
        properties.putAll(smallMachine());
        return properties;
    }

    /** One broker can hold one replica only. */
    private static Map<String, String> internalTopics() {
        return Map.ofEntries(
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"));
    }

    private static Map<String, String> smallMachine() {
        return Map.ofEntries(
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                Map.entry("log.segment.bytes", Integer.toString(64 * 1024 * 1024)),
                Map.entry("log.index.size.max.bytes", Integer.toString(2 * 1024 * 1024)),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024)),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("metadata.log.segment.bytes", Integer.toString(16 * 1024 * 1024)));
    }

    private void createTopics() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            Set<String> present = admin.listTopics().names().get(READY_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> absent = KafkaTopics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(absent).all().get(READY_SECONDS, TimeUnit.SECONDS);
        }
    }
}
