package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator sees of an outbox. Only the active relay of all instances knows; the others show nothing waiting. */
final class OutboxMeters {
    private final Counter published;
    private volatile long waiting;
    private volatile @Nullable Instant oldest;

    OutboxMeters(OutboxTable table, MeterRegistry meters) {
        Gauge.builder("sigap_outbox_waiting", this, OutboxMeters::waiting)
                .description("committed events that are not yet in Kafka")
                .tag("table", table.qualified())
                .strongReference(true)
                .register(meters);
        Gauge.builder("sigap_outbox_oldest_seconds", this, OutboxMeters::oldestSeconds)
                .description("age of the oldest committed event that is not yet in Kafka")
                .tag("table", table.qualified())
                .strongReference(true)
                .register(meters);
        this.published = Counter.builder("sigap_outbox_published")
                .description("events that Kafka acknowledged, repetitions included")
                .tag("table", table.qualified())
                .register(meters);
    }

    /** A read gave these rows; none of them is published yet. */
    void read(List<OutboxRow> rows) {
        oldest = rows.isEmpty() ? null : time(rows.get(0).envelope());
        waiting = Math.max(rows.size(), rows.size() < OutboxSession.BATCH ? 0 : waiting);
    }

    void published(int rows) {
        published.increment(rows);
        oldest = null;
        waiting = Math.max(0, waiting - rows);
    }

    void counted(long rows) {
        waiting = rows;
    }

    /** Another relay, or none, is active now. */
    void inactive() {
        waiting = 0;
        oldest = null;
    }

    private double waiting() {
        return waiting;
    }

    private double oldestSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1_000.0);
    }

    private static @Nullable Instant time(EventEnvelope envelope) {
        String time = envelope.headers().get("ce_time");
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
