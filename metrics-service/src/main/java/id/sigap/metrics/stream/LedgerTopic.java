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
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that the service's own topic exists: the stream starts when it does. Tries again for as long as Kafka is
 * away.
 */
@ApplicationScoped
public class LedgerTopic {
    private static final Logger LOG = Logger.getLogger(LedgerTopic.class);
    private static final long AGAIN_MILLIS = 1_000;
    private static final long ANSWER_SECONDS = 10;

    private final Map<String, Object> admin;
    private final short replication;
    private volatile boolean stopped;

    /** With Kafka's address. */
    public LedgerTopic(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "sigap.metrics.replication-factor") short replication) {
        this.admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        this.replication = replication;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        Thread thread = new Thread(this::create, "ledger-topic");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void create() {
        NewTopic topic = new NewTopic(
                        MetricsTopology.LEDGER_TOPIC,
                        Optional.of(Topics.PARTITIONS),
                        replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        while (!stopped) {
            try (Admin client = Admin.create(admin)) {
                client.createTopics(List.of(topic)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    return;
                }
                LOG.warnf("The topic %s cannot be created yet: %s", MetricsTopology.LEDGER_TOPIC, e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
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
