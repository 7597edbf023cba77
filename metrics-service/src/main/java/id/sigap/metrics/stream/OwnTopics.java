package id.sigap.metrics.stream;

import id.sigap.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that the service's own topics exist: the stream starts when they do. Tries again for as long as Kafka is
 * away.
 */
@ApplicationScoped
public class OwnTopics {
    private static final Logger LOG = Logger.getLogger(OwnTopics.class);
    private static final long AGAIN_MILLIS = 1_000;
    private static final long ANSWER_SECONDS = 10;

    private final Map<String, Object> admin;
    private final short replication;
    private volatile boolean stopped;

    /** With Kafka's address. */
    public OwnTopics(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "sigap.metrics.replication-factor") short replication) {
        this.admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        this.replication = replication;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        Thread thread = new Thread(this::create, "own-topics");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void create() {
        List<NewTopic> topics = MetricsTopology.ownTopics().stream()
                .map(name -> new NewTopic(
                                name,
                                Optional.of(Topics.PARTITIONS),
                                replication < 0 ? Optional.empty() : Optional.of(replication))
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)))
                .toList();
        while (!stopped) {
            try (Admin client = Admin.create(admin)) {
                create(client, topics);
                return;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warnf("The service's own topics cannot be created yet: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void create(Admin client, List<NewTopic> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (KafkaFuture<Void> one : client.createTopics(topics).values().values()) {
            try {
                one.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
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
