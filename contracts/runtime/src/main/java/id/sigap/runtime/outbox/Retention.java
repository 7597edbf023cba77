package id.sigap.runtime.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Deletes {@link ExpiringRows}, so that a table holds what its period holds and not what its years do.
 *
 * <p>It goes from the oldest row on in transactions of at most {@value #BATCH} rows, and rests after each as long as it
 * took: whoever writes or publishes meanwhile has the better half of the database. It locks no row that stays. Of all
 * instances one at a time deletes from a table. Where it stops early, be it by a failure, it goes on the next time.
 *
 * <p>Deleted rows stay in the index until it is vacuumed, and walking over them would cost more than deleting the next
 * ones. So a run starts where the last one ended; what that one had to leave behind, a row that waited, is looked for by
 * every {@value #RUNS_PER_WALK}th run, which starts from the beginning.
 *
 * <p>One run per table at a time; a caller with a timer sees to that.
 */
public final class Retention {
    /** Rows that one transaction looks at, and at most deletes; more than a relay can leave waiting before others. */
    static final int BATCH = 2 * OutboxSession.BATCH;

    /** First of the two numbers of the advisory locks; the second is the table's own. */
    static final int LOCK_SPACE = 0x53_69_67_61;

    private static final Logger LOG = Logger.getLogger(Retention.class);

    /** Once an hour, if a run starts every minute. */
    static final int RUNS_PER_WALK = 60;

    private final Pool pool;
    private final MeterRegistry meters;
    private final Map<String, Walk> walks = new ConcurrentHashMap<>();

    /** Over a service's own pool. */
    public Retention(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    /**
     * Deletes what is older than this age now. Never fails: what cannot be deleted now waits for the next time, and the
     * log says so.
     *
     * @return how many rows are gone
     */
    public Uni<Long> expire(ExpiringRows rows, Duration age) {
        OffsetDateTime before = Instant.now().minus(age).atOffset(ZoneOffset.UTC);
        Counter deleted = Counter.builder("sigap_retention_deleted")
                .description("rows that were old enough to be deleted")
                .tag("table", rows.table())
                .register(meters);
        return Multi.createBy()
                .repeating()
                .uni(() -> begun(rows), walk -> rested(walk, rows, before))
                .whilst(Batch::more)
                .onItem()
                .invoke(batch -> deleted.increment(batch.gone()))
                .collect()
                .in(Total::new, (total, batch) -> total.rows += batch.gone())
                .map(total -> total.rows)
                .onItem()
                .invoke(total -> {
                    if (total > 0) {
                        LOG.infov("expired rows deleted: table={0} rows={1}", rows.table(), total);
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnv(
                            "expired rows not deleted, tries again later: table={0} cause={1}",
                            rows.table(), failure.toString());
                    return 0L;
                });
    }

    private Walk begun(ExpiringRows rows) {
        Walk walk = walks.computeIfAbsent(rows.table(), table -> new Walk(rows.beforeFirst()));
        if (walk.runs++ % RUNS_PER_WALK == 0) {
            walk.last = rows.beforeFirst();
        }
        return walk;
    }

    private Uni<Batch> rested(Walk walk, ExpiringRows rows, OffsetDateTime before) {
        long begun = System.nanoTime();
        return pool.withTransaction(connection -> inTurn(connection, walk, rows, before))
                .invoke(batch -> walk.last = batch.more() ? batch.last() : walk.last)
                .onItem()
                .call(batch -> batch.more()
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(Duration.ofNanos(Math.max(1, System.nanoTime() - begun)))
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Batch> inTurn(SqlConnection connection, Walk walk, ExpiringRows rows, OffsetDateTime before) {
        return connection
                .query(rows.turn())
                .execute()
                .map(found -> found.iterator().next().getBoolean(0))
                .flatMap(mine -> mine
                        ? connection
                                .preparedQuery(rows.delete())
                                .execute(Tuple.of(walk.last, before))
                                .map(found -> Batch.of(found.iterator().next(), walk.last))
                        : Uni.createFrom().item(new Batch(0, 0, walk.last)));
    }

    /** How far the runs over a table have come: the last key before which nothing is left to delete. */
    private static final class Walk {
        private volatile Object last;
        private int runs;

        Walk(Object beforeFirst) {
            this.last = beforeFirst;
        }
    }

    /** The sum of a run. */
    private static final class Total {
        private long rows;
    }

    /** What one transaction did. */
    private record Batch(long looked, long gone, Object last) {
        static Batch of(Row row, Object before) {
            Object last = row.getValue("last");
            return new Batch(row.getLong("looked"), row.getLong("gone"), last == null ? before : last);
        }

        /** Rows that are young enough to stay come after all that are not. */
        boolean more() {
            return looked == BATCH && gone > 0;
        }
    }
}
