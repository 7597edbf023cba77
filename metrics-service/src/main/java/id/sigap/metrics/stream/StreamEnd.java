package id.sigap.metrics.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;

/**
 * Lets the service end although Kafka is gone. The framework closes the stream and waits until that is done; the stream
 * finishes and commits what it has in hand, which takes a broker. After {@link #PATIENCE} its clients let go.
 */
@ApplicationScoped
public class StreamEnd {
    private static final Logger LOG = Logger.getLogger(StreamEnd.class);

    /** A stream whose Kafka answers ends within a commit interval or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration AGAIN = Duration.ofMillis(250);

    private final KafkaStreams streams;
    private final StreamClients clients;

    /** Of the running stream. */
    public StreamEnd(KafkaStreams streams, StreamClients clients) {
        this.streams = streams;
        this.clients = clients;
    }

    // Before the framework's own observer, which waits.
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "stream-end");
            thread.setDaemon(true);
            return thread;
        });
        watch.schedule(() -> letGo(watch), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void letGo(ScheduledExecutorService watch) {
        if (streams.state().hasCompletedShutdown()) {
            watch.shutdown();
            return;
        }
        LOG.warn("The stream has not ended, as Kafka does not answer: what is not committed is left to be done again");
        watch.scheduleWithFixedDelay(() -> abandon(watch), 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void abandon(ScheduledExecutorService watch) {
        if (streams.state().hasCompletedShutdown()) {
            watch.shutdown();
            return;
        }
        try {
            clients.abandon();
        } catch (RuntimeException e) {
            LOG.debug("A client could not be let go of yet", e);
        }
    }
}
