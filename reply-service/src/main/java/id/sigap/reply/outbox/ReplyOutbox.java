package id.sigap.reply.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.runtime.outbox.OutboxRelay;
import id.sigap.runtime.outbox.OutboxTable;
import id.sigap.runtime.stream.EventProducer;
import id.sigap.runtime.stream.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** The service's outbox: an event is written with what it tells of, and published after the commit. */
@ApplicationScoped
public class ReplyOutbox {
    /** The relay's advisory lock: "reply" as a number; unique among the services. */
    private static final long LOCK = 0x7265_706C_79L;

    static final OutboxTable TABLE = new OutboxTable("reply", "outbox", LOCK);
    private static final String SERVICE = "reply";
    /** Nobody waits for these events but figures and other systems. */
    private static final Duration PACE = Duration.ofMillis(250);

    private final OutboxRelay relay;

    /** Over the service's pool and producer. */
    public ReplyOutbox(Vertx vertx, Pool pool, EventProducer producer, MeterRegistry meters) {
        this.relay = new OutboxRelay(vertx, pool, producer, TABLE, PACE, meters);
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    @PreDestroy
    void stop() {
        relay.stop().await().atMost(Duration.ofSeconds(5));
    }

    /** Writes events in the caller's transaction, in one statement; they are published in the order of the list. */
    public Uni<Void> write(SqlConnection connection, List<? extends CaseEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String trace = TraceContext.current();
        List<EventEnvelope> envelopes = events.stream()
                .map(event -> EventEnvelope.of(event, SERVICE, trace))
                .toList();
        return OutboxRelay.insert(connection, TABLE, envelopes);
    }

    /** The envelope of an event of this service, for writers with a transaction of another kind. */
    public static EventEnvelope envelope(CaseEvent event) {
        return EventEnvelope.of(event, SERVICE, TraceContext.current());
    }

    /** Tells the relay, after the commit, that something waits. */
    public void wake() {
        relay.wake();
    }
}
