package id.sigap.reply.idempotency;

import id.sigap.contracts.Ids;
import id.sigap.runtime.outbox.ExpiringRows;
import id.sigap.runtime.outbox.Retention;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keys of requests and what was answered to them, for a day; shared by all instances. */
@ApplicationScoped
public class KeyStore {
    private static final ExpiringRows KEYS = ExpiringRows.all("reply.idempotency_keys", "begun_at");

    /** After that nobody believes any more that the first request is still being worked on. */
    private static final int ABANDONED_SECONDS = 60;

    /** Takes the key, or the one of a request that died without an answer. */
    private static final String BEGIN = """
            insert into idempotency_keys as k (id, person, key, fingerprint, begun_at) values ($1, $2, $3, $4, now())
            on conflict (person, key) do update set begun_at = now()
            where k.status is null and k.fingerprint = excluded.fingerprint
              and k.begun_at < now() - interval '60 s'
            returning k.id""";

    private static final String FIND = """
            select id, fingerprint, status, headers, body from idempotency_keys where person = $1 and key = $2""";

    private static final String END = "update idempotency_keys set status = $2, headers = $3, body = $4 where id = $1";

    private static final String FORGET = "delete from idempotency_keys where id = $1 and status is null";

    private final Pool pool;
    private final Retention retention;
    private final Duration age;

    /**
     * Over the service's pool.
     *
     * @param age how long answers are kept
     */
    public KeyStore(
            Pool pool,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.retention.idempotency-keys", defaultValue = "1d") Duration age) {
        this.pool = pool;
        this.retention = new Retention(pool, meters);
        this.age = age;
    }

    /** Begins a request with its key: a new one, or what is known of the one before. */
    Uni<Begun> begin(String person, String key, String fingerprint) {
        UUID id = Ids.timeOrdered();
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(id, person, key, fingerprint))
                .flatMap(rows -> rows.size() > 0
                        ? Uni.createFrom().item(new Begun(rows.iterator().next().getUUID("id"), true, true, null))
                        : find(person, key, fingerprint));
    }

    private Uni<Begun> find(String person, String key, String fingerprint) {
        return pool.preparedQuery(FIND).execute(Tuple.of(person, key)).map(rows -> {
            if (rows.size() == 0) {
                // Forgotten between the two statements: as if it were still being worked on.
                return new Begun(Ids.timeOrdered(), false, true, null);
            }
            Row row = rows.iterator().next();
            Short status = row.getShort("status");
            return new Begun(
                    row.getUUID("id"),
                    false,
                    row.getString("fingerprint").equals(fingerprint),
                    status == null ? null : new Answer(status, row.getString("headers"), row.getString("body")));
        });
    }

    /** Keeps what was answered. */
    Uni<Void> end(UUID id, Answer answer) {
        Tuple parameters = Tuple.tuple();
        parameters.addUUID(id).addShort((short) answer.status());
        parameters.addString(answer.headers()).addString(answer.body());
        return pool.preparedQuery(END).execute(parameters).replaceWithVoid();
    }

    /** Nothing came of it: the key is free again. */
    Uni<Void> forget(UUID id) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** One run of letting old answers go. Never fails. */
    @Scheduled(
            identity = "idempotency-retention",
            every = "${sigap.retention.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return retention.expire(KEYS, age).replaceWithVoid();
    }

    /** How long a request that died keeps its key, in seconds. */
    static int abandonedAfter() {
        return ABANDONED_SECONDS;
    }

    /**
     * A request with its key.
     *
     * @param mine whether this request is the one to be worked on
     * @param same whether it is the same request as the first with this key
     * @param answer what was answered; absent while nothing was
     */
    record Begun(
            UUID id, boolean mine, boolean same, @Nullable Answer answer) {}

    /**
     * What was answered.
     *
     * @param headers media type and ETag, one per line
     */
    record Answer(
            int status, @Nullable String headers, @Nullable String body) {}
}
