package id.sigap.reply.alerts;

import id.sigap.runtime.outbox.ExpiringRows;
import id.sigap.runtime.outbox.Retention;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives up what nobody could be told, and lets go of what people were told long ago. */
@ApplicationScoped
public class NoticeRetention {
    private static final ExpiringRows NOTICES =
            new ExpiringRows("reply.alert_notices", "id", new UUID(0, 0), "created_at", "state <> 'waiting'");

    /** Nobody could be mailed all the time. */
    private static final String GIVE_UP = """
            update alert_notices set state = 'failed'
            where state = 'waiting' and mail_id is null and tell_at < now() - make_interval(secs => $1)""";

    private static final Logger LOG = Logger.getLogger(NoticeRetention.class);

    private final Pool pool;
    private final AlertSettings settings;
    private final Retention retention;
    private final Duration age;

    /**
     * Over the service's pool.
     *
     * @param age how long the log is kept; longer than an alert may be old when it is told
     */
    public NoticeRetention(
            Pool pool,
            MeterRegistry meters,
            AlertSettings settings,
            @ConfigProperty(name = "sigap.retention.alerts") Duration age) {
        this.pool = pool;
        this.settings = settings;
        this.retention = new Retention(pool, meters);
        this.age = age;
    }

    /** One run. Never fails. */
    @Scheduled(
            identity = "alert-retention",
            every = "${sigap.retention.every}",
            delayed = "50s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return pool.preparedQuery(GIVE_UP)
                .execute(Tuple.of((double) settings.giveUp().toSeconds()))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("notices wait: cause=%s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .flatMap(done -> retention.expire(NOTICES, age))
                .replaceWithVoid();
    }
}
