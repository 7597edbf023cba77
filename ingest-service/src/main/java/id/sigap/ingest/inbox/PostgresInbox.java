package id.sigap.ingest.inbox;

import id.sigap.runtime.outbox.OutboxHeaders;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox through the reactive client: one statement per group, committed by itself. */
@ApplicationScoped
public class PostgresInbox implements InboxTable {
    /** Longer than any commit of a healthy database; afterwards the sender is told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String INSERT = """
            insert into ingest.inbox (event_id, request_id, request_hash, topic, key, headers, value)
            select event_id, request_id, request_hash, topic, key, headers, value
            from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::bytea[])
                with ordinality as row (event_id, request_id, request_hash, topic, key, headers, value, place)
            order by place
            on conflict do nothing
            returning event_id""";

    private static final String FIND = """
            select event_id, request_id, request_hash from ingest.inbox
            where event_id = $1 or request_id = $2
            order by (request_id is not distinct from $2) desc
            limit 1""";

    private final Pool pool;

    /** Over the service's pool. */
    public PostgresInbox(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<UUID>> insert(List<InboxRow> rows) {
        return pool.preparedQuery(INSERT)
                .execute(columns(rows))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(PostgresInbox::ids)
                .onFailure(PgException.class)
                .transform(failure -> ofRow((PgException) failure));
    }

    @Override
    public Uni<@Nullable Known> find(UUID eventId, @Nullable UUID requestId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(eventId, requestId))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(found -> {
                    for (Row row : found) {
                        Buffer hash = row.getDelegate().getBuffer("request_hash");
                        return new Known(
                                row.getUUID("event_id"),
                                row.getUUID("request_id"),
                                hash == null ? null : hash.getBytes());
                    }
                    return null;
                });
    }

    private static Tuple columns(List<InboxRow> rows) {
        int n = rows.size();
        UUID[] events = new UUID[n];
        @Nullable UUID[] requests = new UUID[n];
        @Nullable Buffer[] hashes = new Buffer[n];
        String[] topics = new String[n];
        String[] keys = new String[n];
        String[] headers = new String[n];
        Buffer[] values = new Buffer[n];
        for (int i = 0; i < n; i++) {
            InboxRow row = rows.get(i);
            byte[] hash = row.requestHash();
            events[i] = row.eventId();
            requests[i] = row.requestId();
            hashes[i] = hash == null ? null : Buffer.buffer(hash);
            topics[i] = row.envelope().topic();
            keys[i] = row.envelope().key();
            headers[i] = OutboxHeaders.write(row.envelope().headers());
            values[i] = Buffer.buffer(row.envelope().value());
        }
        return Tuple.from(List.of(events, requests, hashes, topics, keys, headers, values));
    }

    private static Set<UUID> ids(RowSet<Row> inserted) {
        Set<UUID> ids = new HashSet<>(2 * inserted.rowCount());
        for (Row row : inserted) {
            ids.add(row.getUUID(0));
        }
        return ids;
    }

    /** Classes 22 (data), 23 (constraint) and 54 (a limit of a row) speak of rows; everything else of the database. */
    private static Throwable ofRow(PgException failure) {
        String state = failure.getSqlState() == null ? "" : failure.getSqlState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
                ? new RowFaultException(state)
                : failure;
    }
}
