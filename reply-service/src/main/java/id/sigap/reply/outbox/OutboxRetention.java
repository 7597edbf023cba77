package id.sigap.reply.outbox;

import id.sigap.runtime.outbox.ExpiringRows;
import id.sigap.runtime.outbox.Retention;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets go of published events of the outbox: what they tell of stays in the cases, and they themselves in Kafka. */
@ApplicationScoped
public class OutboxRetention {
    private static final ExpiringRows OUTBOX = ExpiringRows.published(ReplyOutbox.TABLE, "published_at");

    private final Retention retention;
    private final Duration age;

    /**
     * Over the service's pool.
     *
     * @param age how long after their publishing rows stay, for whoever looks for a mistake
     */
    public OutboxRetention(
            Pool pool, MeterRegistry meters, @ConfigProperty(name = "sigap.retention.outbox") Duration age) {
        this.retention = new Retention(pool, meters);
        this.age = age;
    }

    /** One run. Never fails. */
    @Scheduled(
            identity = "retention",
            every = "${sigap.retention.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return retention.expire(OUTBOX, age).replaceWithVoid();
    }
}
