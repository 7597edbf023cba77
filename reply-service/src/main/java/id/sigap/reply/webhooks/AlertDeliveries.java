package id.sigap.reply.webhooks;

import id.sigap.contracts.Ids;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays alerts down for endpoints, each once, whoever asks how often. */
public final class AlertDeliveries {
    private static final String LISTENERS = """
            select endpoint_id, agency, name, types, created_at from webhook_endpoints
            where active and agency = any($1)""";

    private static final String LAY_DOWN = """
            insert into webhook_deliveries (id, endpoint_id, event_id, type, payload, state, created_at, next_at,
                give_up_at)
            select d.id, d.endpoint_id, d.event_id, d.type, d.payload, 'waiting', $7::timestamptz, d.next_at,
                d.next_at + make_interval(secs => $8)
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
              as d(id, endpoint_id, event_id, type, payload, next_at)
            where exists (select 1 from webhook_endpoints e where e.endpoint_id = d.endpoint_id)
            on conflict (endpoint_id, event_id) do nothing""";

    private AlertDeliveries() {}

    /** Who listens, of these agencies. */
    public static Uni<List<Listener>> listeners(SqlConnection connection, Collection<String> agencies) {
        return connection
                .preparedQuery(LISTENERS)
                .execute(Tuple.of(agencies.toArray(String[]::new)))
                .map(rows -> {
                    List<Listener> listeners = new ArrayList<>();
                    rows.forEach(row -> listeners.add(Listener.of(row)));
                    return listeners;
                });
    }

    /** Lays down; how many were new. */
    public static Uni<Integer> layDown(
            SqlConnection connection, List<Delivery> deliveries, Instant now, Duration giveUp) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Tuple parameters = Columns.of(deliveries)
                .uuid(d -> Ids.timeOrdered(now))
                .uuid(Delivery::endpointId)
                .text(d -> d.alert().id().toString())
                .text(d -> d.alert().type().wire())
                .text(d -> Payload.of(d.alert(), false, null))
                .time(Delivery::at)
                .same(now)
                .same((double) giveUp.toSeconds())
                .tuple();
        return connection.preparedQuery(LAY_DOWN).execute(parameters).map(rows -> rows.rowCount());
    }

    /**
     * An endpoint that is on.
     *
     * @param name as alert rules call it; absent when none does
     * @param types of events that it asked for itself
     * @param since what happened before is not told to it
     */
    public record Listener(
            UUID endpointId, String agency, @Nullable String name, Set<String> types, Instant since) {
        static Listener of(Row row) {
            return new Listener(
                    row.getUUID("endpoint_id"),
                    row.getString("agency"),
                    row.getString("name"),
                    Set.of(row.getArrayOfStrings("types")),
                    row.getOffsetDateTime("created_at").toInstant());
        }

        /** Whether it asked for such an alert by its type, without any rule. */
        public boolean asksFor(AlertEvent alert) {
            return alert.facts().agency().equals(agency)
                    && types.contains(alert.type().wire())
                    && wasThere(alert);
        }

        /** Whether a rule calls it by this name for such an alert. */
        public boolean isCalled(String called, AlertEvent alert) {
            return called.equals(name) && alert.facts().agency().equals(agency) && wasThere(alert);
        }

        private boolean wasThere(AlertEvent alert) {
            return !alert.time().isBefore(since.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * An alert for an endpoint.
     *
     * @param at not before
     */
    public record Delivery(UUID endpointId, AlertEvent alert, Instant at) {}
}
