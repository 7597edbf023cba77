package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.runtime.stream.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The relay. */
public final class OutboxRelay {
    private final Vertx vertx;

    /** The relay. */
    public OutboxRelay(Vertx vertx, Pool pool, EventProducer producer, OutboxTable table, MeterRegistry meters) {
        this.vertx = vertx;
    }

    /** Starts. */
    public void start() {}

    /** Stops. */
    public Uni<Void> stop() {
        return Uni.createFrom().voidItem();
    }

    /** Hint. */
    public void wake() {}

    /**
     * Inserts events in one statement, in the caller's transaction; they are published in the order of the list.
     */
    public static Uni<Void> insert(SqlConnection connection, OutboxTable table, List<EventEnvelope> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int n = events.size();
        String[] topics = new String[n];
        String[] keys = new String[n];
        String[] headers = new String[n];
        io.vertx.core.buffer.Buffer[] values = new io.vertx.core.buffer.Buffer[n];
        for (int i = 0; i < n; i++) {
            EventEnvelope event = events.get(i);
            topics[i] = event.topic();
            keys[i] = event.key();
            headers[i] = OutboxHeaders.write(event.headers());
            values[i] = io.vertx.core.buffer.Buffer.buffer(event.value());
        }
        return connection
                .preparedQuery("insert into " + table.qualified() + " (topic, key, headers, value)"
                        + " select topic, key, headers, value"
                        + " from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])"
                        + " with ordinality as event(topic, key, headers, value, place) order by place")
                .execute(Tuple.from(List.of(topics, keys, headers, values)))
                .replaceWithVoid();
    }
}
