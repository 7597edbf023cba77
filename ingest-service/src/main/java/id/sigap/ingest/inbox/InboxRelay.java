package id.sigap.ingest.inbox;

import id.sigap.runtime.outbox.OutboxRelay;
import id.sigap.runtime.outbox.OutboxTable;
import id.sigap.runtime.stream.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Carries the inbox to Kafka for as long as the service runs. */
@ApplicationScoped
public class InboxRelay {
    /** The advisory lock of ingest's active relay: "sigap", then 1. */
    private static final long LOCK = 0x73_69_67_61_70_01L;

    /** The inbox as the relay sees it. */
    public static final OutboxTable TABLE = new OutboxTable("ingest", "inbox", LOCK);

    /**
     * Sets the pace of all that follows: every batch that leaves here is one batch for triage and one transaction of the
     * desk. At 500 messages a second a batch has fifteen, and a message waits 15 ms longer on average.
     */
    private static final Duration PACE = Duration.ofMillis(30);

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final OutboxRelay relay;

    /** Over the inbox. */
    public InboxRelay(Vertx vertx, Pool pool, EventProducer producer, MeterRegistry meters) {
        this.relay = new OutboxRelay(vertx, pool, producer, TABLE, PACE, meters);
    }

    /** Says that something was committed. Never blocks, never fails. */
    public void wake() {
        relay.wake();
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        relay.stop().await().atMost(GOODBYE);
    }
}
