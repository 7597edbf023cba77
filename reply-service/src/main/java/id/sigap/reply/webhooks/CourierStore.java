package id.sigap.reply.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.cloudevent.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries in the database: claimed by one instance at a time, each attempt written down. */
final class CourierStore {
    /** Beyond an attempt's time-out: the time to write down what came of it. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String CLAIM = """
            with due as (
                select d.id, e.url,
                    (select coalesce(json_agg(json_build_object('secret', s.secret, 'keyId', s.key_id)
                            order by s.created_at desc), '[]')
                     from webhook_secrets s where s.endpoint_id = e.endpoint_id
                       and (s.expires_at is null or s.expires_at > now()))::text as secrets
                from webhook_endpoints e cross join lateral (
                    select q.id from webhook_deliveries q
                    where q.endpoint_id = e.endpoint_id and q.state = 'waiting' and q.next_at <= now()
                    order by q.next_at limit $1::int for update skip locked) d
                where e.active and e.endpoint_id <> all($3) limit $2::int)
            update webhook_deliveries w set attempts = w.attempts + 1, next_at = now() + make_interval(secs => $4)
            from due where w.id = due.id
            returning w.id, w.endpoint_id, w.event_id, w.payload, w.attempts, due.url, due.secrets""";

    private static final String ATTEMPT = """
            insert into webhook_attempts (delivery_id, at, status, outcome, millis)
            select $1::uuid, now(), $2::int, $3::text, $4::int
            where exists (select 1 from webhook_deliveries where id = $1)""";

    private static final String TAKEN = """
            update webhook_deliveries set state = 'delivered', delivered_at = now(), next_at = null
            where id = $1 and state = 'waiting'""";

    private static final String LATER = """
            update webhook_deliveries set
                state = case when now() + make_interval(secs => $2) > give_up_at then 'failed' else 'waiting' end,
                next_at = case when now() + make_interval(secs => $2) > give_up_at then null
                    else now() + make_interval(secs => $2) end
            where id = $1 and state = 'waiting'""";

    /** The receiver wants no more of it: 410, as Standard Webhooks has it. */
    private static final String GONE = """
            with stopped as (
                update webhook_endpoints set active = false, stopped = 'gone', version = version + 1, changed_at = now()
                where endpoint_id = $1 and active)
            update webhook_deliveries set state = 'failed', next_at = null where id = $2 and state = 'waiting'""";

    private CourierStore() {}

    /**
     * Takes what is due.
     *
     * @param each at most so many of one endpoint
     * @param most at most so many of all
     * @param full endpoints that have enough to do
     */
    static Uni<List<Claimed>> claim(SqlClient client, int each, int most, List<UUID> full) {
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(each, most, full.toArray(UUID[]::new), (double) LEASE.toSeconds()))
                .map(rows -> {
                    List<Claimed> claimed = new ArrayList<>();
                    for (Row row : rows) {
                        claimed.add(new Claimed(
                                row.getUUID("id"),
                                row.getUUID("endpoint_id"),
                                row.getString("event_id"),
                                row.getString("payload"),
                                row.getInteger("attempts"),
                                row.getString("url"),
                                kept(row.getString("secrets"))));
                    }
                    return claimed;
                });
    }

    /** Writes down what came of an attempt. */
    static Uni<Void> record(Pool pool, Claimed claimed, WebhookHttp.Answer answer, Duration wait) {
        return pool.withTransaction(c -> c.preparedQuery(ATTEMPT)
                .execute(Tuple.from(
                        Arrays.asList(claimed.id(), answer.status(), answer.outcome(), (int) answer.millis())))
                .flatMap(done -> settled(c, claimed, answer, wait)));
    }

    private static Uni<Void> settled(SqlConnection c, Claimed claimed, WebhookHttp.Answer answer, Duration wait) {
        if (answer.taken()) {
            return c.preparedQuery(TAKEN).execute(Tuple.of(claimed.id())).replaceWithVoid();
        }
        if (answer.gone()) {
            return c.preparedQuery(GONE)
                    .execute(Tuple.of(claimed.endpointId(), claimed.id()))
                    .replaceWithVoid();
        }
        return c.preparedQuery(LATER)
                .execute(Tuple.of(claimed.id(), wait.toMillis() / 1000.0))
                .replaceWithVoid();
    }

    private static List<Kept> kept(String json) {
        try {
            List<Kept> kept = new ArrayList<>();
            for (JsonNode secret : EventJson.mapper().readTree(json)) {
                kept.add(new Kept(
                        secret.path("secret").asText(),
                        secret.path("keyId").isNull()
                                ? null
                                : secret.path("keyId").asText()));
            }
            return kept;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote secrets that are not JSON", e);
        }
    }

    /**
     * A secret as it is kept.
     *
     * @param keyId the name of the key that sealed it; absent when it is plain
     */
    record Kept(String secret, @Nullable String keyId) {
        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "Kept[" + keyId + "]";
        }
    }

    /**
     * A delivery that this instance is at.
     *
     * @param attempts how many there were, this one included
     * @param secrets those that sign, as they are kept, the newest first
     */
    record Claimed(
            UUID id, UUID endpointId, String eventId, String payload, int attempts, String url, List<Kept> secrets) {
        /** Without what it says and its secrets, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Claimed[" + id + "]";
        }
    }
}
