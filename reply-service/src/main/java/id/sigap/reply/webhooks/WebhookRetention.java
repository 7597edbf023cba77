package id.sigap.reply.webhooks;

import id.sigap.runtime.outbox.ExpiringRows;
import id.sigap.runtime.outbox.Retention;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets go of what endpoints were told long ago. What still waits stays. */
@ApplicationScoped
public class WebhookRetention {
    private static final ExpiringRows DELIVERIES =
            new ExpiringRows("reply.webhook_deliveries", "id", new UUID(0, 0), "created_at", "state <> 'waiting'");

    private final Retention retention;
    private final Duration age;

    /**
     * Over the service's pool.
     *
     * @param age how long the log is kept, and with it what can be told again
     */
    public WebhookRetention(
            Pool pool, MeterRegistry meters, @ConfigProperty(name = "sigap.retention.webhooks") Duration age) {
        this.retention = new Retention(pool, meters);
        this.age = age;
    }

    /** One run. Never fails. */
    @Scheduled(
            identity = "webhook-retention",
            every = "${sigap.retention.every}",
            delayed = "45s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return retention.expire(DELIVERIES, age).replaceWithVoid();
    }
}
