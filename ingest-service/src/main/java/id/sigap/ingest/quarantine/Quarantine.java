package id.sigap.ingest.quarantine;

import id.sigap.contracts.Channel;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of quarantined items. Every read is bound to the agencies of whoever asks. */
@ApplicationScoped
public class Quarantine {
    /** The table's qualified name. */
    public static final String TABLE = "ingest.quarantine";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String KEEP = """
            insert into ingest.quarantine
                (id, agency, account, channel, reason, field, payload, payload_hash, received_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[],
                $8::bytea[], $9::timestamptz[])
            on conflict do nothing""";

    private static final String COLUMNS =
            "select id, agency, account, channel, reason, field, payload, received_at, replayed_at"
                    + " from ingest.quarantine ";

    private static final String PAGE = COLUMNS
            + "where agency = any($1) and id < $2 and ($3 or replayed_at is null)"
            + " order by id desc limit $4";

    private static final String ONE = COLUMNS + "where agency = any($1) and id = $2";

    private static final String REPLAYED =
            "update ingest.quarantine set replayed_at = coalesce(replayed_at, now()) where id = $1";

    private final Pool pool;

    /** Over the service's pool. */
    public Quarantine(Pool pool) {
        this.pool = pool;
    }

    /** Keeps items; completes after the commit, fails with 503 if they cannot be kept now. */
    public Uni<Void> keep(List<QuarantineItem> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(KEEP)
                .execute(columns(items))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(failure -> ProblemException.unavailable(
                        Duration.ofSeconds(2), "It cannot be stored now; nothing was kept, send it again."))
                .replaceWithVoid();
    }

    /** Newest first, older than {@code before} if given; with {@code all} also those that were replayed. */
    public Uni<List<QuarantineItem>> page(Set<String> agencies, @Nullable UUID before, boolean all, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.from(
                        List.of(agencies.toArray(String[]::new), before == null ? NONE : before, all, limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Quarantine::item)
                        .toList());
    }

    /** One item of these agencies, or null. */
    public Uni<@Nullable QuarantineItem> find(Set<String> agencies, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(agencies.toArray(String[]::new), id))
                .map(rows -> {
                    for (Row row : rows) {
                        return item(row);
                    }
                    return null;
                });
    }

    /** Marks an item as read again with success. */
    public Uni<Void> markReplayed(UUID id) {
        return pool.preparedQuery(REPLAYED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Later than every id: a page from the start. */
    private static final UUID NONE = new UUID(-1L, -1L);

    private static Tuple columns(List<QuarantineItem> items) {
        return Tuple.from(List.of(
                items.stream().map(QuarantineItem::id).toArray(UUID[]::new),
                items.stream().map(QuarantineItem::agency).toArray(String[]::new),
                items.stream().map(QuarantineItem::account).toArray(String[]::new),
                items.stream().map(item -> item.channel().wire()).toArray(String[]::new),
                items.stream().map(QuarantineItem::reason).toArray(String[]::new),
                items.stream().map(QuarantineItem::field).toArray(String[]::new),
                items.stream().map(item -> Buffer.buffer(item.payload())).toArray(Buffer[]::new),
                items.stream().map(item -> Buffer.buffer(item.payloadHash())).toArray(Buffer[]::new),
                items.stream()
                        .map(item -> item.receivedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new)));
    }

    private static QuarantineItem item(Row row) {
        OffsetDateTime replayed = row.getOffsetDateTime("replayed_at");
        return new QuarantineItem(
                row.getUUID("id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("reason"),
                row.getString("field"),
                row.getDelegate().getBuffer("payload").getBytes(),
                row.getOffsetDateTime("received_at").toInstant(),
                replayed == null ? null : replayed.toInstant());
    }
}
