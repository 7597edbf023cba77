package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one connection of the active relay: it holds the table's advisory lock, and every read and mark goes over it. So
 * whoever can still mark is whoever holds the lock; with the connection both are gone.
 */
final class OutboxSession {
    /** Rows of one read: enough to fill a producer's batches, little enough to stay in memory many times over. */
    static final int BATCH = 1_000;

    private static final long PATIENCE_SECONDS = 10;

    private final Pool pool;
    private final SqlConnection connection;
    private final OutboxTable table;
    private final int pid;
    private final PreparedStatement read;
    private final PreparedStatement mark;

    private OutboxSession(
            Pool pool,
            SqlConnection connection,
            OutboxTable table,
            int pid,
            PreparedStatement read,
            PreparedStatement mark) {
        this.pool = pool;
        this.connection = connection;
        this.table = table;
        this.pid = pid;
        this.read = read;
        this.mark = mark;
    }

    /** Opens a session if no other relay of this table has one; empty if another has. */
    static Future<Optional<OutboxSession>> tryOpen(Pool pool, OutboxTable table) {
        return pool.getConnection()
                .compose(connection -> within(connection
                                .query("select pg_try_advisory_lock(" + table.lockId() + "), pg_backend_pid()")
                                .execute())
                        .compose(rows -> {
                            Row row = rows.iterator().next();
                            return row.getBoolean(0)
                                    ? open(pool, connection, table, row.getInteger(1))
                                            .map(Optional::of)
                                    : connection.close().map(closed -> Optional.<OutboxSession>empty());
                        })
                        .onFailure(failure -> connection.close()));
    }

    private static Future<OutboxSession> open(Pool pool, SqlConnection connection, OutboxTable table, int pid) {
        // A mark that a crash of the server forgets costs a duplicate with the same id, so it need not wait for the
        // disk. A read must follow the index from its bound and stop: any other plan walks over all published rows.
        return within(connection
                        .query("set synchronous_commit = off; set enable_bitmapscan = off; set enable_seqscan = off")
                        .execute()
                        .compose(set -> connection.prepare("select seq, topic, key, headers, value from "
                                + table.qualified() + " where published_at is null and seq > $1 order by seq limit "
                                + BATCH))
                        .compose(read -> connection
                                .prepare("update " + table.qualified()
                                        + " set published_at = now() where seq = any($1::bigint[])")
                                .map(mark -> new OutboxSession(pool, connection, table, pid, read, mark))))
                .onFailure(failure -> terminate(pool, connection, pid));
    }

    /** The oldest waiting rows beyond {@code after}, in the order of publishing. */
    Future<List<OutboxRow>> read(long after) {
        return within(read.query().execute(Tuple.of(after))).map(OutboxSession::rows);
    }

    /** Notes that rows are published. May be called without waiting before the next {@link #read}. */
    Future<Void> mark(List<OutboxRow> published) {
        Long[] seqs = new Long[published.size()];
        for (int i = 0; i < seqs.length; i++) {
            seqs[i] = published.get(i).seq();
        }
        return within(mark.query().execute(Tuple.of(seqs))).mapEmpty();
    }

    /** How many rows wait; counts no further than a million. */
    Future<Long> waiting() {
        return within(connection
                        .query("select count(*) from (select 1 from " + table.qualified()
                                + " where published_at is null limit 1000000) waiting")
                        .execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Calls back when the connection, and the lock with it, is gone. */
    void onClose(Runnable handler) {
        connection.exceptionHandler(failure -> {}); // told by the queries and the close; unset, it would be printed
        connection.closeHandler(closed -> handler.run());
    }

    /** Gives the lock up and the connection back. */
    Future<Void> release() {
        return within(connection
                        .query("select pg_advisory_unlock(" + table.lockId() + ")")
                        .execute()
                        .compose(unlocked -> connection.query("reset all").execute()))
                .compose(reset -> connection.close())
                .onFailure(failure -> abandon());
    }

    /** Ends a connection of which nobody knows what it still does. */
    void abandon() {
        terminate(pool, connection, pid);
    }

    private static void terminate(Pool pool, SqlConnection connection, int pid) {
        // Giving it back alone would leave the lock in the hands of an idle connection of the pool.
        pool.query("select pg_terminate_backend(" + pid + ")").execute().onComplete(done -> connection.close());
    }

    private static <T> Future<T> within(Future<T> answer) {
        return answer.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static List<OutboxRow> rows(RowSet<Row> result) {
        List<OutboxRow> rows = new ArrayList<>(result.size());
        for (Row row : result) {
            Buffer value = row.getBuffer(4);
            rows.add(new OutboxRow(
                    row.getLong(0),
                    new EventEnvelope(
                            row.getString(1),
                            row.getString(2),
                            OutboxHeaders.read(row.getString(3)),
                            value.getBytes())));
        }
        return rows;
    }
}
