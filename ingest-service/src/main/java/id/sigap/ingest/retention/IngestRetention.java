package id.sigap.ingest.retention;

import id.sigap.ingest.inbox.InboxRelay;
import id.sigap.ingest.quarantine.Quarantine;
import id.sigap.runtime.outbox.ExpiringRows;
import id.sigap.runtime.outbox.Retention;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets go of published inbox rows when nobody can bring their message a second time any more, and of quarantined items
 * when nobody will read them any more. An inbox row is what tells a redelivery and a repeated Idempotency-Key; without it
 * a request that comes again is published again, with the same id, which its readers take once. Webhooks that old are
 * not taken at all.
 */
@ApplicationScoped
public class IngestRetention {
    /** WhatsApp, the most patient of the channels, delivers again for up to 7 days. */
    private static final Duration REDELIVERY = Duration.ofDays(7);

    private static final ExpiringRows INBOX = ExpiringRows.published(InboxRelay.TABLE, "received_at");
    private static final ExpiringRows QUARANTINE = ExpiringRows.all(Quarantine.TABLE, "received_at");

    private final Retention retention;
    private final Duration inbox;
    private final Duration quarantine;

    /**
     * Over the service's pool.
     *
     * @param inbox age at which published rows go; counted from their arrival
     * @param quarantine age at which quarantined items go, replayed or not; counted from their arrival
     * @throws IllegalArgumentException if a period is so short that it would lose something
     */
    public IngestRetention(
            Pool pool,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.retention.inbox") Duration inbox,
            @ConfigProperty(name = "sigap.retention.quarantine") Duration quarantine) {
        this.retention = new Retention(pool, meters);
        this.inbox = atLeast("sigap.retention.inbox", REDELIVERY, "channels deliver again for that long", inbox);
        this.quarantine = atLeast(
                "sigap.retention.quarantine", Duration.ofDays(1), "operators need a day to read them", quarantine);
    }

    /** Says at the start, not at the first run, that a period is too short. */
    void start(@Observes StartupEvent started) {}

    /** One run over both tables. Never fails. */
    @Scheduled(
            identity = "retention",
            every = "${sigap.retention.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return retention
                .expire(INBOX, inbox)
                .chain(() -> retention.expire(QUARANTINE, quarantine))
                .replaceWithVoid();
    }

    private static Duration atLeast(String property, Duration least, String reason, Duration period) {
        if (period.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    property + " must be at least " + least.toDays() + "d, as " + reason + "; it is " + period + ".");
        }
        return period;
    }
}
