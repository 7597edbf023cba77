package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.runtime.stream.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the rows of an {@link OutboxTable} in the order of {@code seq}, each at least once, and marks them.
 *
 * <p>Of all instances' relays one is active: the one that holds the table's advisory lock. It publishes one batch after
 * the other, and marks a batch only when Kafka has acknowledged all of it; so what it repeats after a crash it repeats
 * in order and with the same ids. While Kafka or PostgreSQL are away it tries again, at last every five seconds.
 *
 * <p>Published rows stay in the index of waiting ones until it is vacuumed, and walking over them would cost more than
 * everything else. So a read starts from what had been published some seconds ago. A row beneath that, whose transaction
 * took longer to commit than those after it, is found by the next read that starts from the beginning.
 *
 * <p>A record that Kafka refuses for good (larger than 1 MiB, say) stops the table until an operator sees to it: passing
 * over it would lose it. What may be that large must be refused before it is inserted.
 *
 * <p>It occupies one connection of the pool. Everything runs on one Vert.x context; fields need no lock.
 */
public final class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long SWEEP_MILLIS = 500;
    private static final long RETRY_LOCK_MILLIS = 1_000;
    /** How often the waiting are counted, and looked for from the beginning. */
    private static final int SWEEPS_PER_COUNT = 4;

    private static final long FROM_THE_BEGINNING = 0;
    private static final long STOP_SECONDS = 5;

    private final Vertx vertx;
    private final io.vertx.sqlclient.Pool pool;
    private final EventProducer producer;
    private final OutboxTable table;
    private final OutboxMeters meters;
    private final long paceNanos;
    private final Backoff databaseBackoff = new Backoff();
    private final Backoff kafkaBackoff = new Backoff();

    private volatile @Nullable Context context;
    private @Nullable OutboxSession session;
    private @Nullable Promise<Void> stopping;
    private long sweepTimer;
    private int sweeps;
    private long lastRead;
    /** Everything up to here was published when the sweeps were last counted, and once more before. */
    private volatile long bound;

    private long nextBound;
    private long published;
    private boolean fromTheBeginning;
    private boolean running;
    /** Between the start of a read and the end of the mark, or of the wait after a failure. */
    private boolean busy;
    /** A batch is with the producer. It outlives a session, and no other batch may start beside it. */
    private boolean publishing;
    /** Something was committed after the last read began. */
    private boolean woken;

    /**
     * For one table of one database; call {@link #start} once.
     *
     * @param pace the least time between two reads that do not fill a batch: a lone event leaves at once, a stream of
     *     them shares reads, records and marks
     */
    public OutboxRelay(
            Vertx vertx, Pool pool, EventProducer producer, OutboxTable table, Duration pace, MeterRegistry meters) {
        this.vertx = vertx;
        this.pool = pool.getDelegate();
        this.producer = producer;
        this.table = table;
        this.paceNanos = pace.toNanos();
        this.meters = new OutboxMeters(table, meters);
    }

    /** Starts to compete for the lock; neither PostgreSQL nor Kafka need be there yet. */
    public synchronized void start() {
        if (context != null) {
            throw new IllegalStateException("started already");
        }
        Context mine = vertx.getOrCreateContext();
        context = mine;
        mine.runOnContext(started -> {
            running = true;
            sweepTimer = vertx.setPeriodic(SWEEP_MILLIS, tick -> sweep());
            acquire();
        });
    }

    /** A hint, after a commit, that there are new rows; from any thread, and as often as one likes. */
    public void wake() {
        Context mine = context;
        if (mine != null) {
            mine.runOnContext(hint -> {
                woken = true;
                if (session != null && !busy) {
                    turn(session);
                }
            });
        }
    }

    /** Ends after the batch in hand, at most some seconds later, and lets another relay take over at once. */
    public Uni<Void> stop() {
        Context mine = context;
        if (mine == null) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .emitter(emitter -> mine.runOnContext(stop -> {
                    if (running) {
                        running = false;
                        vertx.cancelTimer(sweepTimer);
                    }
                    Promise<Void> promise = stopping == null ? Promise.promise() : stopping;
                    stopping = promise;
                    if (!busy && !publishing) {
                        promise.tryComplete();
                    }
                    promise.future()
                            .timeout(STOP_SECONDS, TimeUnit.SECONDS)
                            .otherwiseEmpty()
                            .compose(settled -> release())
                            .onComplete(released -> emitter.complete(null));
                }));
    }

    /**
     * Inserts events in one statement on the caller's connection, so in its transaction. They are published in the order
     * of the list, after the commit; call {@link #wake} then.
     */
    public static Uni<Void> insert(SqlConnection connection, OutboxTable table, List<EventEnvelope> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int n = events.size();
        String[] topics = new String[n];
        String[] keys = new String[n];
        String[] headers = new String[n];
        Buffer[] values = new Buffer[n];
        for (int i = 0; i < n; i++) {
            EventEnvelope event = events.get(i);
            topics[i] = event.topic();
            keys[i] = event.key();
            headers[i] = OutboxHeaders.write(event.headers());
            values[i] = Buffer.buffer(event.value());
        }
        return connection
                .preparedQuery("insert into " + table.qualified() + " (topic, key, headers, value)"
                        + " select topic, key, headers, value"
                        + " from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])"
                        + " with ordinality as event(topic, key, headers, value, place) order by place")
                .execute(Tuple.of(topics, keys, headers, values))
                .replaceWithVoid();
    }

    /** From where it reads. */
    long bound() {
        return bound;
    }

    private void acquire() {
        if (!running || session != null || publishing) {
            return;
        }
        OutboxSession.tryOpen(pool, table).onSuccess(this::opened).onFailure(failure -> {
            LOG.debugv("outbox has no database: table={0} cause={1}", table.qualified(), failure.toString());
            later(databaseBackoff.failed(), this::acquire);
        });
    }

    private void opened(Optional<OutboxSession> found) {
        databaseBackoff.succeeded();
        if (found.isEmpty()) {
            later(RETRY_LOCK_MILLIS, this::acquire);
            return;
        }
        OutboxSession mine = found.get();
        session = mine;
        if (!running) {
            release();
            return;
        }
        LOG.infov("outbox relay active: table={0}", table.qualified());
        mine.onClose(() -> onMine(() -> lost(mine, "connection closed")));
        busy = false;
        bound = FROM_THE_BEGINNING;
        nextBound = FROM_THE_BEGINNING;
        published = FROM_THE_BEGINNING;
        turn(mine);
    }

    private void sweep() {
        OutboxSession mine = session;
        if (mine == null) {
            return;
        }
        if (++sweeps % SWEEPS_PER_COUNT == 0) {
            bound = nextBound;
            nextBound = published;
            fromTheBeginning = true;
            if (busy) {
                mine.waiting().onSuccess(meters::counted).onFailure(failure -> lost(mine, failure.toString()));
            }
        }
        if (!busy) {
            turn(mine);
        }
    }

    /** One read, and batches as long as there are any; not before its time. */
    private void turn(OutboxSession mine) {
        busy = true;
        long early = TimeUnit.NANOSECONDS.toMillis(lastRead + paceNanos - System.nanoTime());
        if (early > 0) {
            vertx.setTimer(early, due -> read(mine));
        } else {
            read(mine);
        }
    }

    private void read(OutboxSession mine) {
        if (session != mine) {
            return; // lost while it paused; whoever lost it has settled everything
        }
        next(mine).onSuccess(rows -> publish(mine, rows)).onFailure(failure -> lost(mine, failure.toString()));
    }

    private Future<List<OutboxRow>> next(OutboxSession mine) {
        lastRead = System.nanoTime();
        woken = false;
        long after = fromTheBeginning ? FROM_THE_BEGINNING : bound;
        fromTheBeginning = false;
        return mine.read(after);
    }

    private void publish(OutboxSession mine, List<OutboxRow> rows) {
        if (session != mine) {
            return;
        }
        meters.read(rows);
        if (rows.isEmpty()) {
            settle(mine);
            return;
        }
        if (!running) {
            idle();
            return;
        }
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(rows.size());
        rows.forEach(row -> records.add(row.toRecord()));
        publishing = true;
        producer.sendAll(records)
                .subscribe()
                .with(sent -> onMine(() -> published(mine, rows)), failure -> onMine(() -> refused(mine, failure)));
    }

    private void published(OutboxSession mine, List<OutboxRow> rows) {
        publishing = false;
        kafkaBackoff.succeeded();
        meters.published(rows.size());
        published = Math.max(published, rows.get(rows.size() - 1).seq());
        if (session != mine) {
            idle(); // marked by nobody: the next session reads and publishes them again
            acquire();
            return;
        }
        Future<Void> mark = mine.mark(rows);
        if (running && rows.size() == OutboxSession.BATCH) {
            Future<List<OutboxRow>> next = next(mine); // in the same round trip, answered after the mark
            mark.compose(marked -> next)
                    .onSuccess(more -> publish(mine, more))
                    .onFailure(failure -> lost(mine, failure.toString()));
        } else {
            mark.onSuccess(marked -> settle(mine)).onFailure(failure -> lost(mine, failure.toString()));
        }
    }

    private void refused(OutboxSession mine, Throwable failure) {
        publishing = false;
        long wait = kafkaBackoff.failed();
        LOG.warnv(
                "outbox cannot publish, tries again: table={0} wait={1}ms cause={2}",
                table.qualified(), wait, failure.toString());
        if (session != mine) {
            idle();
            later(wait, this::acquire);
        } else if (!running) {
            idle();
        } else {
            later(wait, () -> {
                if (session == mine) {
                    turn(mine);
                }
            });
        }
    }

    private void settle(OutboxSession mine) {
        if (woken && running && session == mine) {
            turn(mine);
        } else {
            idle();
        }
    }

    private void idle() {
        busy = false;
        if (stopping != null) {
            stopping.tryComplete();
        }
    }

    private void lost(OutboxSession mine, String cause) {
        if (session != mine) {
            return;
        }
        LOG.warnv("outbox lost its connection, starts over: table={0} cause={1}", table.qualified(), cause);
        session = null;
        meters.inactive();
        mine.abandon();
        if (!publishing) {
            idle();
            later(databaseBackoff.failed(), this::acquire);
        }
    }

    private Future<Void> release() {
        OutboxSession mine = session;
        session = null;
        meters.inactive();
        return mine == null ? Future.succeededFuture() : mine.release().otherwiseEmpty();
    }

    private void later(long millis, Runnable step) {
        if (running) {
            vertx.setTimer(millis, tick -> step.run());
        } else {
            idle();
        }
    }

    private void onMine(Runnable step) {
        Context mine = context;
        if (mine == null || mine == Vertx.currentContext()) {
            step.run();
        } else {
            mine.runOnContext(on -> step.run());
        }
    }
}
