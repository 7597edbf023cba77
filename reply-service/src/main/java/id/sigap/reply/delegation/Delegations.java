package id.sigap.reply.delegation;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.incidents.StatementWaits;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.directory.CurrentDirectory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands approvals on. When each is due stands in the database, so that a restart loses no clock and several instances
 * share the work; each hop is in the case's history and in an event, by the directory of its moment. Statements to many
 * go the same way.
 */
@ApplicationScoped
public class Delegations {
    private static final Logger LOG = Logger.getLogger(Delegations.class);

    private final Vertx vertx;
    private final Pool pool;
    private final CurrentDirectory directory;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final StatementWaits statements;
    private final Duration every;
    private final Counter handedOn;
    private final Clock clock = Clock.systemUTC();
    private boolean looking;
    private long timer = -1;

    /**
     * With what a hop touches.
     *
     * @param every how often due approvals are looked for
     */
    public Delegations(
            Vertx vertx,
            Pool pool,
            CurrentDirectory directory,
            ReplyOutbox outbox,
            CaseChanges changes,
            StatementWaits statements,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.approval.sweep", defaultValue = "PT1S") Duration every) {
        this.vertx = vertx;
        this.pool = pool;
        this.directory = directory;
        this.outbox = outbox;
        this.changes = changes;
        this.statements = statements;
        this.every = every;
        this.handedOn = Counter.builder("sigap_reply_approvals_handed_on")
                .description("approvals that were handed on because nobody gave them in time")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(every.toMillis(), tick -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        handOn().chain(told -> statements.handOn(now())).subscribe().with(this::looked, failure -> {
            looking = false; // the next look tries again
            LOG.warnf(
                    "approvals wait to be handed on: cause=%s",
                    failure.getClass().getName());
        });
    }

    private void looked(int statementsHandedOn) {
        looking = false;
        handedOn.increment(statementsHandedOn);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Hands on what is due; the events that were told. */
    Uni<List<CaseEvent>> handOn() {
        Instant now = now();
        List<CaseEvent> told = new ArrayList<>();
        return pool.withTransaction(connection -> DelegationStore.due(connection, now)
                        .flatMap(due -> Multi.createFrom()
                                .iterable(due)
                                .onItem()
                                .transformToUniAndConcatenate(one -> one(connection, one, told))
                                .collect()
                                .asList())
                        .flatMap(done -> told.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : outbox.write(connection, told).replaceWithVoid()))
                .invoke(() -> committed(told))
                .replaceWith(told);
    }

    private Uni<Void> one(SqlConnection connection, DelegationStore.Due due, List<CaseEvent> told) {
        Agency agency = directory.get().agency(due.about().agency()).orElse(null);
        if (!due.waits() || agency == null) {
            return DelegationStore.forget(connection, due.replyId());
        }
        ApprovalClock clock = due.clock();
        ApprovalRoute route = ApprovalRoute.of(agency, due.about().unit(), clock.level());
        ApprovalClock next = clock.handedOn(route, due.about().at());
        // When the directory has become shorter since, it stays where it is, and nobody is told.
        if (next.hop() > clock.hop()) {
            ApprovalRoute.Step step = route.steps().get(next.hop());
            told.add(due.about()
                    .delegated(due.replyId(), clock.level(), next.hop(), step.name(), step.people(), step.roles()));
        }
        return DelegationStore.handOn(connection, due, next, clock.summary(next, route));
    }

    private void committed(List<CaseEvent> told) {
        if (told.isEmpty()) {
            return;
        }
        handedOn.increment(told.size());
        outbox.wake();
        told.forEach(event -> changes.changed(event.agency(), event.caseId()));
    }
}
