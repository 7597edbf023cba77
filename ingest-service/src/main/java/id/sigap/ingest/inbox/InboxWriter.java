package id.sigap.ingest.inbox;

import id.sigap.runtime.problem.ProblemException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Commits the rows of concurrent requests together. While {@value #FLUSHES} groups are on their way to PostgreSQL, or the
 * last one set out less than {@value #PACE_MILLIS} ms ago, whatever arrives forms the next group: so a lone request waits
 * for nobody and a crowd shares commits. A request is told its outcome only after the commit that holds it.
 *
 * <p>What waits is bounded, in rows and in bytes; beyond it requests are refused with 503 and nothing of them is kept.
 */
@ApplicationScoped
public class InboxWriter {
    private static final Logger LOG = Logger.getLogger(InboxWriter.class);

    /** Groups in flight: one is written while the next is being prepared. */
    static final int FLUSHES = 2;

    /**
     * The least time between two groups that are not full. At 500 requests a second four share a commit, and an
     * acknowledgement takes 4 ms longer on average.
     */
    static final long PACE_MILLIS = 8;

    /** Rows of a statement; beyond some hundred a larger one gains nothing. */
    static final int GROUP_ROWS = 500;

    static final int MAX_ROWS = 20_000;
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration WARN_EVERY = Duration.ofSeconds(1);

    private final InboxTable table;
    private final Runnable afterCommit;
    private final LongSupplier nanos;
    private final Pause pause;
    private final DistributionSummary groupSize;
    private final Timer commitTime;

    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - WARN_EVERY.toNanos());
    private final Object lock = new Object();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private int rowsHeld;
    private long bytesHeld;
    private int flushing;
    private int rowsQueued;
    private long lastFlush;
    private boolean pausing;

    /** Writes to a table and hints the relay after each commit that brought something new. */
    @Inject
    public InboxWriter(InboxTable table, InboxRelay relay, Vertx vertx, MeterRegistry meters) {
        this(table, relay::wake, System::nanoTime, (millis, step) -> vertx.setTimer(millis, due -> step.run()), meters);
    }

    InboxWriter(InboxTable table, Runnable afterCommit, LongSupplier nanos, Pause pause, MeterRegistry meters) {
        this.table = table;
        this.afterCommit = afterCommit;
        this.nanos = nanos;
        this.pause = pause;
        this.lastFlush = nanos.getAsLong() - TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
        this.groupSize = DistributionSummary.builder("sigap_inbox_group_rows")
                .description("Rows that shared one commit")
                .register(meters);
        this.commitTime = Timer.builder("sigap_inbox_commit")
                .description("From sending a group to its commit")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
        Gauge.builder("sigap_inbox_held_rows", this, InboxWriter::rowsHeld)
                .description("Rows of requests that wait for their commit")
                .register(meters);
    }

    /**
     * Stores rows, in their order, and tells what became of each after the commit. A row that cannot be held leaves its
     * neighbours alone. Fails with 503 if nothing can be stored now; then a repetition is safe.
     */
    public Uni<List<Outcome>> write(List<InboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom().emitter(emitter -> {
            if (admit(new Waiting(rows, weight(rows), emitter))) {
                pump();
            } else {
                emitter.fail(ProblemException.unavailable(
                        RETRY_AFTER, "Too much is waiting to be stored; send it again a little later."));
            }
        });
    }

    private boolean admit(Waiting waiting) {
        synchronized (lock) {
            boolean full = rowsHeld + waiting.rows().size() > MAX_ROWS || bytesHeld + waiting.bytes() > MAX_BYTES;
            if (full && rowsHeld > 0) {
                return false;
            }
            rowsHeld += waiting.rows().size();
            bytesHeld += waiting.bytes();
            rowsQueued += waiting.rows().size();
            queue.add(waiting);
            return true;
        }
    }

    private void pump() {
        for (List<Waiting> group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
            flush(group);
        }
    }

    private List<Waiting> nextGroup() {
        synchronized (lock) {
            if (flushing == FLUSHES || queue.isEmpty() || tooEarly()) {
                return List.of();
            }
            flushing++;
            lastFlush = nanos.getAsLong();
            List<Waiting> group = new ArrayList<>();
            int rows = 0;
            Waiting next = queue.peek();
            while (next != null && (rows == 0 || rows + next.rows().size() <= GROUP_ROWS)) {
                group.add(queue.remove());
                rows += next.rows().size();
                next = queue.peek();
            }
            rowsQueued -= rows;
            return group;
        }
    }

    /** Whether the next group should wait for company; then it is looked at again when its time has come. */
    private boolean tooEarly() {
        long early = lastFlush + TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS) - nanos.getAsLong();
        if (early <= 0 || rowsQueued >= GROUP_ROWS) {
            return false;
        }
        if (!pausing) {
            pausing = true;
            pause.then(TimeUnit.NANOSECONDS.toMillis(early) + 1, this::pauseEnded);
        }
        return true;
    }

    private void pauseEnded() {
        synchronized (lock) {
            pausing = false;
        }
        pump();
    }

    private void flush(List<Waiting> group) {
        List<InboxRow> rows = new ArrayList<>();
        group.forEach(waiting -> rows.addAll(waiting.rows()));
        long start = System.nanoTime();
        store(rows)
                .subscribe()
                .with(
                        outcomes -> {
                            commitTime.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                            groupSize.record(rows.size());
                            release(group);
                            tell(group, outcomes);
                        },
                        failure -> {
                            warn(rows.size(), failure);
                            release(group);
                            ProblemException refusal = ProblemException.unavailable(
                                    RETRY_AFTER, "It cannot be stored now; nothing was kept, send it again.");
                            group.forEach(waiting -> waiting.emitter().fail(refusal));
                        });
    }

    /** At most once a second: while the database is away, every request would say the same. */
    private void warn(int rows, Throwable failure) {
        long now = System.nanoTime();
        long last = lastWarning.get();
        if (now - last >= WARN_EVERY.toNanos() && lastWarning.compareAndSet(last, now)) {
            LOG.warnv(
                    "group not stored, rows={0}, cause={1}",
                    rows, failure.getClass().getName());
        }
    }

    private Uni<List<Outcome>> store(List<InboxRow> rows) {
        return Uni.createFrom()
                .deferred(() -> table.insert(rows))
                .map(inserted -> outcomes(rows, inserted))
                .onFailure(RowFaultException.class)
                .recoverWithUni(fault ->
                        rows.size() == 1 ? Uni.createFrom().item(List.of(Outcome.REFUSED)) : storeHalves(rows));
    }

    /** Halving finds a bad row among n in about 2·log n statements. */
    private Uni<List<Outcome>> storeHalves(List<InboxRow> rows) {
        int middle = rows.size() / 2;
        return store(rows.subList(0, middle))
                .flatMap(first -> store(rows.subList(middle, rows.size())).map(second -> {
                    List<Outcome> both = new ArrayList<>(first);
                    both.addAll(second);
                    return both;
                }));
    }

    private static List<Outcome> outcomes(List<InboxRow> rows, Set<UUID> inserted) {
        Set<UUID> left = new HashSet<>(inserted);
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (InboxRow row : rows) {
            // The first of several equal rows of a group is the one that was inserted.
            outcomes.add(left.remove(row.eventId()) ? Outcome.ACCEPTED : Outcome.DUPLICATE);
        }
        return outcomes;
    }

    private void release(List<Waiting> group) {
        synchronized (lock) {
            flushing--;
            for (Waiting waiting : group) {
                rowsHeld -= waiting.rows().size();
                bytesHeld -= waiting.bytes();
            }
        }
        pump();
    }

    private void tell(List<Waiting> group, List<Outcome> outcomes) {
        if (outcomes.contains(Outcome.ACCEPTED)) {
            afterCommit.run();
        }
        int start = 0;
        for (Waiting waiting : group) {
            int end = start + waiting.rows().size();
            waiting.emitter().complete(Collections.unmodifiableList(outcomes.subList(start, end)));
            start = end;
        }
    }

    private int rowsHeld() {
        synchronized (lock) {
            return rowsHeld;
        }
    }

    private static long weight(List<InboxRow> rows) {
        return rows.stream().mapToLong(InboxRow::weight).sum();
    }

    /** Does a step after a while, on any thread. */
    interface Pause {
        void then(long millis, Runnable step);
    }

    /** The rows of one request, which stay together and in order. */
    private record Waiting(List<InboxRow> rows, long bytes, UniEmitter<? super List<Outcome>> emitter) {}
}
