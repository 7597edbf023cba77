package id.sigap.reply.webhooks;

import id.sigap.contracts.Ids;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.reply.rows.Columns;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.runtime.stream.Offsets;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sigap.cases.v1} and lays every event down for every endpoint that wants it, once, whoever reads it how
 * often. What happened before an endpoint was there is not told to it.
 */
@ApplicationScoped
public class WebhookFeed {
    private static final Logger LOG = Logger.getLogger(WebhookFeed.class);

    private static final String ENDPOINTS = """
            select endpoint_id, agency, types, with_words, created_at from webhook_endpoints
            where active and agency = any($1)""";

    private static final String MESSAGES =
            "select message_id as id, body from messages where message_id = any($1) and withdrawn_at is null";

    private static final String REPLIES = "select reply_id as id, body from replies where reply_id = any($1)";

    private static final String LAY_DOWN = """
            insert into webhook_deliveries (id, endpoint_id, event_id, type, payload, state, created_at, next_at,
                give_up_at)
            select d.id, d.endpoint_id, d.event_id, d.type, d.payload, 'waiting', $6::timestamptz, $6::timestamptz,
                $7::timestamptz
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
              as d(id, endpoint_id, event_id, type, payload)
            where exists (select 1 from webhook_endpoints e where e.endpoint_id = d.endpoint_id)
            on conflict (endpoint_id, event_id) do nothing""";

    private final Pool pool;
    private final WebhookCourier courier;
    private final Offsets offsets;
    private final Duration giveUp;

    /**
     * Over the service's pool.
     *
     * @param giveUp how long an endpoint is told of an event before it is given up
     */
    public WebhookFeed(
            Pool pool,
            WebhookCourier courier,
            KafkaClientService clients,
            @ConfigProperty(name = "sigap.webhooks.give-up", defaultValue = "PT24H") Duration giveUp) {
        this.pool = pool;
        this.courier = courier;
        this.offsets = new Offsets(clients, "webhooks");
        this.giveUp = giveUp;
    }

    /** One batch; its offset passes once everything of it is laid down. */
    @Incoming("webhooks")
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        List<CaseEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                SigapEvent event = EventRecords.read(record);
                if (event instanceof CaseEvent told) {
                    events.add(told);
                }
            } catch (UnreadableEventException e) {
                // Our own outbox wrote it; whoever else reads the topic buries it.
                LOG.errorf("an event cannot be told: topic=%s offset=%d", record.topic(), record.offset());
            }
        }
        return (events.isEmpty() ? Uni.createFrom().voidItem() : laidDown(events)).invoke(() -> offsets.pass(records));
    }

    private Uni<Void> laidDown(List<CaseEvent> events) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(connection -> layDown(connection, events)))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("webhooks wait: cause=%s", failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(3))
                .indefinitely()
                .invoke(laid -> {
                    if (laid > 0) {
                        courier.wake();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> layDown(SqlConnection connection, List<CaseEvent> events) {
        String[] agencies = events.stream().map(CaseEvent::agency).distinct().toArray(String[]::new);
        return connection.preparedQuery(ENDPOINTS).execute(Tuple.of(agencies)).flatMap(rows -> {
            List<Told> told = new ArrayList<>();
            for (Row row : rows) {
                Wish wish = Wish.of(row);
                events.stream().filter(wish::wants).forEach(event -> told.add(new Told(wish, event)));
            }
            if (told.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            return words(connection, told).flatMap(words -> insert(connection, told, words));
        });
    }

    private Uni<Integer> insert(SqlConnection connection, List<Told> told, Map<UUID, String> words) {
        Instant now = Instant.now();
        Tuple parameters = Columns.of(told)
                .uuid(t -> Ids.timeOrdered(now))
                .uuid(t -> t.wish().endpointId())
                .text(t -> t.event().id().toString())
                .text(t -> t.event().type().wire())
                .text(t -> Payload.of(t.event(), t.wish().withWords(), said(words, t.event())))
                .same(now)
                .same(now.plus(giveUp))
                .tuple();
        return connection.preparedQuery(LAY_DOWN).execute(parameters).map(rows -> rows.rowCount());
    }

    /** The words of what is told to those who asked for them. */
    private static Uni<Map<UUID, String>> words(SqlConnection connection, List<Told> told) {
        List<CaseEvent> wanted =
                told.stream().filter(t -> t.wish().withWords()).map(Told::event).toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.combine()
                .all()
                .unis(
                        bodies(connection, MESSAGES, wanted, CaseOpened.class),
                        bodies(connection, REPLIES, wanted, ReplySent.class))
                .with((messages, replies) -> {
                    Map<UUID, String> words = new HashMap<>(messages);
                    words.putAll(replies);
                    return words;
                });
    }

    private static Uni<Map<UUID, String>> bodies(
            SqlConnection connection, String sql, List<CaseEvent> events, Class<? extends CaseEvent> kind) {
        UUID[] ids = events.stream()
                .filter(kind::isInstance)
                .map(event -> Objects.requireNonNull(spoken(event), "such an event names what was said"))
                .toArray(UUID[]::new);
        return connection.preparedQuery(sql).execute(Tuple.of(ids)).map(rows -> {
            Map<UUID, String> bodies = new HashMap<>();
            rows.forEach(row -> bodies.put(row.getUUID("id"), row.getString("body")));
            return bodies;
        });
    }

    private static @Nullable String said(Map<UUID, String> words, CaseEvent event) {
        UUID spoken = spoken(event);
        return spoken == null ? null : words.get(spoken);
    }

    /** What was said in an event; null when nothing was. */
    private static @Nullable UUID spoken(CaseEvent event) {
        if (event instanceof CaseOpened opened) {
            return opened.messageId();
        }
        return event instanceof ReplySent sent ? sent.replyId() : null;
    }

    /** What an endpoint wants to be told. */
    private record Wish(UUID endpointId, String agency, Set<String> types, boolean withWords, Instant since) {
        static Wish of(Row row) {
            return new Wish(
                    row.getUUID("endpoint_id"),
                    row.getString("agency"),
                    Set.of(row.getArrayOfStrings("types")),
                    row.getBoolean("with_words"),
                    row.getOffsetDateTime("created_at").toInstant());
        }

        boolean wants(CaseEvent event) {
            return event.agency().equals(agency)
                    && (types.isEmpty() || types.contains(event.type().wire()))
                    && !event.time().isBefore(since.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        }
    }

    private record Told(Wish wish, CaseEvent event) {}
}
