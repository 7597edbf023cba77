package id.sigap.metrics.live;

import id.sigap.runtime.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners the figures of their agencies, as they change. However many listen, an agency's figures are computed
 * once per tick, by one thread for all agencies, and only for those that somebody listens to. A listener that is slow gets
 * the newest figures when it is ready, and nothing is kept for it beyond them.
 */
@ApplicationScoped
public class LiveBoard {
    private static final Logger LOG = Logger.getLogger(LiveBoard.class);
    private static final long TICK_MILLIS = 500;
    /** What began today is read again after so many times as long as reading it took: a twentieth of a core at most. */
    private static final int REST = 20;
    /** And who waits: a quarter of a core at most, and twice a second as long as that is little. */
    private static final int REST_OF_WAITING = 3;

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final LiveReport report;
    /** One for each who may listen. */
    private final Semaphore places;

    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-figures");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Over the report.
     *
     * @param mostListeners how many may listen to this instance
     */
    public LiveBoard(LiveReport report, @ConfigProperty(name = "sigap.metrics.live-listeners") int mostListeners) {
        this.report = report;
        this.places = new Semaphore(mostListeners);
        ScheduledFuture<?> unused =
                ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent ended) {
        ticker.shutdownNow();
    }

    /** An agency's figures now: as they were told last if somebody listens, else read at once. Blocks. */
    public LiveFigures now(String agency) {
        Feed feed = feeds.get(agency);
        LiveFigures told = feed == null ? null : feed.told;
        return told == null ? report.read(agency, Clock.systemUTC().instant()) : told;
    }

    /**
     * The figures of agencies from now on: of each at once, and whenever they change. Reads the first ones before it
     * returns, and so blocks.
     *
     * @throws ProblemException 503 while the figures are loaded, and where too many listen; where that is only seen when
     *     listening begins it ends with it
     */
    public Multi<LiveFigures> of(Set<String> agencies) {
        if (places.availablePermits() == 0) {
            throw tooMany();
        }
        List<LiveFigures> first = new ArrayList<>();
        List<Multi<LiveFigures>> changes = new ArrayList<>();
        for (String agency : agencies.stream().sorted().toList()) {
            first.add(now(agency));
            changes.add(changes(agency));
        }
        Multi<LiveFigures> live = changes.isEmpty()
                ? Multi.createFrom().nothing()
                : Multi.createBy().merging().withRequests(1).streams(changes);
        return placed(
                places,
                Multi.createBy().concatenating().streams(Multi.createFrom().iterable(first), live));
    }

    /** Each who listens takes a place for as long; whoever finds none is refused. */
    static <T> Multi<T> placed(Semaphore places, Multi<T> items) {
        return Multi.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Multi.createFrom().failure(LiveBoard::tooMany);
            }
            return items.onTermination().invoke(() -> places.release());
        });
    }

    private static ProblemException tooMany() {
        return ProblemException.unavailable(AGAIN, "Too many listen already.");
    }

    private Multi<LiveFigures> changes(String agency) {
        return Multi.createFrom().deferred(() -> {
            Feed feed = feeds.computeIfAbsent(agency, Feed::new);
            feed.listeners.incrementAndGet();
            feed.again.set(true);
            return feed.changes
                    .onOverflow()
                    .dropPreviousItems()
                    .onTermination()
                    .invoke(feed.listeners::decrementAndGet);
        });
    }

    private void tick() {
        for (Feed feed : feeds.values()) {
            try {
                feed.tick(report, Clock.systemUTC().instant());
            } catch (ProblemException e) {
                // The stores are not open at the moment; listeners keep what they have.
                LOG.debugv("figures are not told: {0}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("Live figures were not told", e);
            }
        }
    }

    /** What listeners of one agency get. Ticks come from one thread. */
    private static final class Feed {
        private final String agency;
        private final BroadcastProcessor<LiveFigures> changes = BroadcastProcessor.create();
        private final AtomicInteger listeners = new AtomicInteger();
        private volatile @Nullable LiveFigures told;
        /** Somebody is new, and may have missed a change since it was given the first figures. */
        private final AtomicBoolean again = new AtomicBoolean();

        private LiveReport.@Nullable OfToday today;
        private Instant todayAgain = Instant.MIN;
        private Instant waitingAgain = Instant.MIN;

        Feed(String agency) {
            this.agency = agency;
        }

        void tick(LiveReport report, Instant now) {
            if (listeners.get() == 0) {
                told = null;
                today = null;
                return;
            }
            if (!again.get() && now.isBefore(waitingAgain)) {
                return;
            }
            LiveReport.OfToday known = today;
            long began = System.nanoTime();
            if (known == null || !now.isBefore(todayAgain)) {
                known = report.today(agency, now);
                today = known;
                todayAgain = now.plusNanos(REST * (System.nanoTime() - began));
                began = System.nanoTime();
            }
            LiveFigures figures = report.with(agency, now, known);
            waitingAgain = now.plusNanos(REST_OF_WAITING * (System.nanoTime() - began));
            LiveFigures before = told;
            boolean wanted = again.getAndSet(false);
            told = figures;
            if (wanted || before == null || !figures.sameAs(before)) {
                changes.onNext(figures);
            }
        }
    }
}
