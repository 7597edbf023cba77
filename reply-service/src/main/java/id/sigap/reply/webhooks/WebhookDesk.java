package id.sigap.reply.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.EventType;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators do about endpoints: make them, change them, change their secrets, read the log, tell again. */
@ApplicationScoped
public class WebhookDesk {
    private static final Set<String> TYPES = Arrays.stream(EventType.values())
            .filter(type -> Set.of(Topics.CASES, Topics.ALERTS).contains(type.topic()))
            .map(EventType::wire)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_OF_AN_AGENCY = 50;
    /** As alert rules of the directory may call it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,20}");

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ENDPOINTS = """
            select e.*, (select count(*) from webhook_deliveries d
                         where d.endpoint_id = e.endpoint_id and d.state = 'waiting') as waiting
            from webhook_endpoints e where e.agency = any($1)""";

    private static final String ADD = """
            insert into webhook_endpoints (endpoint_id, agency, url, description, types, with_words, active, created_by,
                created_at, changed_at, name)
            select $1::uuid, $2::text, $3::text, $4::text, $5::text[], $6::bool, true, $7::text, now(), now(), $9::text
            where (select count(*) from webhook_endpoints where agency = $2::text) < $8::int""";

    private static final String ADD_SECRET =
            "insert into webhook_secrets (secret_id, endpoint_id, secret, key_id, created_at) values ($1, $2, $3, $4, now())";

    private static final String CHANGE = """
            update webhook_endpoints set version = version + 1, url = $4, description = $5, types = $6, with_words = $7,
                changed_at = now(), name = $8
            where endpoint_id = $1 and agency = any($2) and version = $3""";

    private static final String SWITCH = """
            update webhook_endpoints set version = version + 1, active = $3, stopped = $4, changed_at = now()
            where endpoint_id = $1 and agency = any($2)""";

    private static final String REMOVE = "delete from webhook_endpoints where endpoint_id = $1 and agency = any($2)";

    private static final String EXPIRE = """
            update webhook_secrets set expires_at = now() + make_interval(secs => $2)
            where endpoint_id = $1 and expires_at is null""";

    private static final String TEST = """
            insert into webhook_deliveries (id, endpoint_id, event_id, type, payload, state, created_at, next_at,
                give_up_at)
            values ($1, $2, $3, 'webhook.test', $4, 'waiting', now(), now(), now() + interval '1 h')""";

    private static final String LOG = """
            select d.*, (select coalesce(json_agg(json_build_object('at', to_char(a.at at time zone 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'status', a.status, 'outcome', a.outcome, 'millis', a.millis)
                        order by a.attempt_id), '[]')
                    from webhook_attempts a where a.delivery_id = d.id)::text as calls,
                (select count(*) from webhook_deliveries n
                 where n.endpoint_id = $1 and ($2::text is null or n.state = $2)) as total
            from webhook_deliveries d
            where d.endpoint_id = $1 and ($2::text is null or d.state = $2) and ($3::uuid is null or d.id < $3)
            order by d.id desc limit $4::int""";

    private static final String AGAIN = """
            update webhook_deliveries set state = 'waiting', next_at = now(), delivered_at = null,
                give_up_at = now() + interval '1 day'
            where endpoint_id = $1 and ($2::uuid is null or id = $2)
              and ($3::timestamptz is null or created_at >= $3)""";

    private final Pool pool;
    private final WebhookHttp http;
    private final WebhookCourier courier;
    private final SecretKeys keys;

    /** Over the service's pool. */
    public WebhookDesk(Pool pool, WebhookHttp http, WebhookCourier courier, SecretKeys keys) {
        this.pool = pool;
        this.http = http;
        this.courier = courier;
        this.keys = keys;
    }

    /** All endpoints of the caller's agencies. */
    public Uni<List<WebhookViews.Endpoint>> all(Caller caller) {
        return pool.preparedQuery(ENDPOINTS + " order by e.agency, e.endpoint_id")
                .execute(Tuple.of(agencies(caller)))
                .map(rows -> {
                    List<WebhookViews.Endpoint> all = new ArrayList<>();
                    rows.forEach(row -> all.add(endpoint(row, null)));
                    return all;
                });
    }

    /** One endpoint; fails with 404 when the caller may not see it. */
    public Uni<WebhookViews.Endpoint> one(Caller caller, UUID id) {
        return one(pool, caller, id, null);
    }

    /** A new endpoint with its secret, which is shown this once. */
    public Uni<WebhookViews.Endpoint> add(Caller caller, String agency, WebhookViews.Content content) {
        caller.mustSee(agency);
        check(content);
        UUID id = Ids.timeOrdered();
        String secret = Signature.newSecret();
        KeyRing.Sealed sealed = keys.seal(secret, id);
        Tuple parameters = Tuple.from(Arrays.asList(
                id,
                agency,
                content.url().strip(),
                content.description(),
                content.types().toArray(String[]::new),
                content.withWords(),
                caller.name(),
                MOST_OF_AN_AGENCY,
                content.name()));
        return pool.withTransaction(c -> c.preparedQuery(ADD)
                        .execute(parameters)
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw ProblemException.conflict(
                                        "too-many", "An agency has at most " + MOST_OF_AN_AGENCY + " endpoints.");
                            }
                        })
                        .flatMap(done -> addSecret(c, id, sealed))
                        .flatMap(done -> one(c, caller, id, secret)))
                .onFailure(WebhookDesk::taken)
                .transform(failure -> nameTaken());
    }

    /**
     * Changes an endpoint.
     *
     * @param expected the version that the caller saw
     */
    public Uni<WebhookViews.Endpoint> change(Caller caller, UUID id, int expected, WebhookViews.Content content) {
        check(content);
        Tuple parameters = Tuple.from(Arrays.asList(
                id,
                agencies(caller),
                expected,
                content.url().strip(),
                content.description(),
                content.types().toArray(String[]::new),
                content.withWords(),
                content.name()));
        return one(caller, id)
                .flatMap(known -> pool.preparedQuery(CHANGE).execute(parameters))
                .onFailure(WebhookDesk::taken)
                .transform(failure -> nameTaken())
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ProblemException.conflict(
                                "version-conflict", "Somebody has changed the endpoint since you saw it.");
                    }
                })
                .flatMap(done -> one(caller, id));
    }

    /** Tells it again, or no more. */
    public Uni<WebhookViews.Endpoint> turn(Caller caller, UUID id, boolean on) {
        return pool.preparedQuery(SWITCH)
                .execute(Tuple.from(Arrays.asList(id, agencies(caller), on, on ? null : "by-hand")))
                .flatMap(rows -> one(caller, id))
                .invoke(courier::wake);
    }

    /** Removes it with all that waits for it. */
    public Uni<Void> remove(Caller caller, UUID id) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(id, agencies(caller)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** A new secret, shown this once; the old ones sign beside it for as long as the receiver needs to change over. */
    public Uni<WebhookViews.Endpoint> rotate(Caller caller, UUID id, Duration overlap) {
        String secret = Signature.newSecret();
        KeyRing.Sealed sealed = keys.seal(secret, id);
        return pool.withTransaction(c -> one(c, caller, id, null)
                .flatMap(known -> c.preparedQuery(EXPIRE).execute(Tuple.of(id, (double) overlap.toSeconds())))
                .flatMap(done -> addSecret(c, id, sealed))
                .flatMap(done -> one(c, caller, id, secret)));
    }

    /** Sends an event that is none. */
    public Uni<WebhookViews.Endpoint> test(Caller caller, UUID id) {
        return one(caller, id)
                .call(known -> pool.preparedQuery(TEST)
                        .execute(Tuple.of(
                                Ids.timeOrdered(),
                                id,
                                UUID.randomUUID().toString(),
                                Payload.test(EventJson.format(Instant.now())))))
                .invoke(courier::wake);
    }

    /** A page of what it was told, the newest first. */
    public Uni<WebhookViews.Log> log(Caller caller, UUID id, @Nullable String state, @Nullable UUID after, int limit) {
        return one(caller, id)
                .flatMap(known -> pool.preparedQuery(LOG)
                        .execute(Tuple.from(Arrays.asList(id, state, after, limit + 1)))
                        .map(rows -> {
                            List<WebhookViews.Delivery> items = new ArrayList<>();
                            long total = 0;
                            for (Row row : rows) {
                                items.add(delivery(row));
                                total = row.getLong("total");
                            }
                            return items.size() <= limit
                                    ? new WebhookViews.Log(items, total, null)
                                    : new WebhookViews.Log(
                                            items.subList(0, limit),
                                            total,
                                            items.get(limit - 1).deliveryId());
                        }));
    }

    /** Tells one event again, or all since a time; their ids stay, so that a receiver knows them. */
    public Uni<WebhookViews.Replayed> again(Caller caller, UUID id, @Nullable UUID delivery, @Nullable Instant since) {
        return one(caller, id)
                .flatMap(known -> pool.preparedQuery(AGAIN)
                        .execute(Tuple.from(
                                Arrays.asList(id, delivery, since == null ? null : since.atOffset(ZoneOffset.UTC)))))
                .map(rows -> {
                    if (delivery != null && rows.rowCount() == 0) {
                        throw ProblemException.notFound();
                    }
                    return new WebhookViews.Replayed(rows.rowCount());
                })
                .invoke(courier::wake);
    }

    private Uni<WebhookViews.Endpoint> one(SqlClient client, Caller caller, UUID id, @Nullable String secret) {
        return client.preparedQuery(ENDPOINTS + " and e.endpoint_id = $2")
                .execute(Tuple.of(agencies(caller), id))
                .map(rows -> endpoint(only(rows), secret));
    }

    private static Uni<Void> addSecret(SqlConnection c, UUID endpoint, KeyRing.Sealed sealed) {
        return c.preparedQuery(ADD_SECRET)
                .execute(Tuple.of(Ids.timeOrdered(), endpoint, sealed.secret(), sealed.keyId()))
                .replaceWithVoid();
    }

    private void check(WebhookViews.Content content) {
        if (content.name() != null && !NAME.matcher(content.name()).matches()) {
            throw ProblemException.unprocessable(
                    "name", "This must be lower-case words joined by hyphens, such as siaga-kereta.");
        }
        for (String type : content.types()) {
            if (!TYPES.contains(type)) {
                throw ProblemException.unprocessable(
                        "types",
                        "There is no such type; there are "
                                + String.join(", ", TYPES.stream().sorted().toList()) + ".");
            }
        }
        try {
            http.guard().check(content.url());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("url", "The address " + e.getMessage() + ".");
        }
    }

    private static boolean taken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static ProblemException nameTaken() {
        return ProblemException.unprocessable("name", "Another endpoint of the agency has this name.");
    }

    private static String[] agencies(Caller caller) {
        return caller.agencies().toArray(String[]::new);
    }

    private static Row only(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound();
        }
        return rows.iterator().next();
    }

    private static WebhookViews.Endpoint endpoint(Row row, @Nullable String secret) {
        return new WebhookViews.Endpoint(
                row.getUUID("endpoint_id"),
                row.getInteger("version"),
                row.getString("agency"),
                row.getString("name"),
                row.getString("url"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("types")),
                row.getBoolean("with_words"),
                row.getBoolean("active"),
                row.getString("stopped"),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getLong("waiting"),
                secret);
    }

    private static WebhookViews.Delivery delivery(Row row) {
        return new WebhookViews.Delivery(
                row.getUUID("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("state"),
                row.getOffsetDateTime("created_at").toInstant(),
                time(row, "next_at"),
                time(row, "delivered_at"),
                attempts(row.getString("calls")));
    }

    private static List<WebhookViews.Attempt> attempts(String json) {
        try {
            List<WebhookViews.Attempt> attempts = new ArrayList<>();
            for (JsonNode call : EventJson.mapper().readTree(json)) {
                attempts.add(new WebhookViews.Attempt(
                        Instant.parse(call.path("at").asText()),
                        call.path("status").isInt() ? call.path("status").intValue() : null,
                        call.path("outcome").asText(),
                        call.path("millis").intValue()));
            }
            return attempts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote a log that is not JSON", e);
        }
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
