package id.sigap.reply.duty;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.assignment.RoundRobin;
import id.sigap.reply.assignment.WaitingCase;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Hands out the cases that nobody has to who is at work: behind the intake, many at once, and in a transaction of its
 * own, so that no message waits for it. Started by changes of cases and of duty, with a sweep behind them.
 */
@ApplicationScoped
public class Assigner {
    private static final Logger LOG = Logger.getLogger(Assigner.class);
    private static final int MOST = 1_000;
    /** Lets what arrives together be handed out together. */
    private static final long PAUSE_MS = 200;

    private final Vertx vertx;
    private final Pool pool;
    private final CurrentDirectory directory;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean planned = new AtomicBoolean();

    /** With what handing out touches. */
    public Assigner(Vertx vertx, Pool pool, CurrentDirectory directory, ReplyOutbox outbox, CaseChanges changes) {
        this.vertx = vertx;
        this.pool = pool;
        this.directory = directory;
        this.outbox = outbox;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started) {
        changes.whenChangedHere(change -> {
            if (change.what() == CaseChanges.What.CASE) {
                wake();
            }
        });
    }

    /** Something may be there to hand out. A hint; what is forgotten here is found by the sweep. */
    void wake() {
        if (planned.compareAndSet(false, true)) {
            vertx.setTimer(PAUSE_MS, timer -> {
                planned.set(false);
                run().subscribe().with(done -> {});
            });
        }
    }

    /** Hands out what there is. Never fails: what cannot be handed out now waits for the next time. */
    @Scheduled(
            identity = "assignment",
            every = "${sigap.assignment.sweep:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return DutyStore.agencies(pool)
                .onItem()
                .transformToMulti(agencies -> Multi.createFrom().iterable(agencies))
                .onItem()
                .transformToUniAndConcatenate(this::share)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnv(
                            "cases not handed out, tries again: cause={0}",
                            failure.getClass().getName());
                    return null;
                });
    }

    private Uni<Integer> share(String agencyId) {
        Agency agency = directory.get().agency(agencyId).orElse(null);
        if (agency == null) {
            return Uni.createFrom().item(0);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return pool.withTransaction(connection -> DutyStore.turn(connection, agencyId)
                        .flatMap(mine -> mine
                                ? share(connection, agency, now)
                                : Uni.createFrom().item(List.<CaseEvent>of())))
                .invoke(events -> {
                    if (!events.isEmpty()) {
                        outbox.wake();
                        events.forEach(event -> changes.changed(event.agency(), event.caseId()));
                    }
                })
                .map(List::size);
    }

    private Uni<List<CaseEvent>> share(SqlConnection connection, Agency agency, Instant now) {
        return DutyStore.people(connection, agency.id())
                .flatMap(people -> DutyStore.waiting(connection, agency, MOST, now)
                        .flatMap(waiting -> {
                            List<RoundRobin.Given> given = RoundRobin.share(new ArrayList<>(waiting.keySet()), people);
                            List<CaseEvent> events = told(waiting, given);
                            return given.isEmpty()
                                    ? Uni.createFrom().item(events)
                                    : DutyStore.give(connection, agency.id(), given, now)
                                            .flatMap(done -> outbox.write(connection, events))
                                            .replaceWith(events);
                        }));
    }

    private static List<CaseEvent> told(Map<WaitingCase, CaseEvents> waiting, List<RoundRobin.Given> given) {
        Map<UUID, CaseEvents> abouts = new HashMap<>();
        waiting.forEach((file, about) -> abouts.put(file.caseId(), about));
        List<CaseEvent> events = new ArrayList<>(given.size());
        for (RoundRobin.Given one : given) {
            CaseEvents about = abouts.get(one.caseId());
            if (about != null) {
                events.add(about.assigned(one.person(), null));
            }
        }
        return events;
    }
}
