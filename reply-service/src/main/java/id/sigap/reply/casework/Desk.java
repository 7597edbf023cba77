package id.sigap.reply.casework;

import id.sigap.reply.dispatch.SendQueue;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.LockMode;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where people's acts are carried out: the case is found among those that the person may see, locked, changed by the
 * rules, and told of, in one transaction. Another agency's case is not found.
 */
@ApplicationScoped
public class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Mutiny.SessionFactory sessions;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final SendQueue sendQueue;
    private final Duration patience;
    private final Clock clock = Clock.systemUTC();

    /**
     * With what acts touch.
     *
     * @param patience an act that takes longer is given up, and with it the case that it holds
     */
    public Desk(
            Mutiny.SessionFactory sessions,
            ReplyOutbox outbox,
            CaseChanges changes,
            SendQueue sendQueue,
            @ConfigProperty(name = "sigap.desk.act-within") Duration patience) {
        this.sessions = sessions;
        this.patience = patience;
        this.outbox = outbox;
        this.changes = changes;
        this.sendQueue = sendQueue;
    }

    /**
     * Acts on a case.
     *
     * @param expected the case's version that the person saw; null when it does not matter
     */
    Uni<Void> onCase(Caller caller, UUID caseId, @Nullable Integer expected, Function<Act, Uni<Void>> work) {
        return transaction(
                caller, session -> session.find(CaseEntity.class, caseId, LockMode.PESSIMISTIC_WRITE), expected, work);
    }

    /**
     * Acts on two cases, the first of which is the act's own: both are locked in the order in which everybody locks
     * cases.
     */
    Uni<Void> onTwoCases(Caller caller, UUID first, UUID second, BiFunction<Act, CaseEntity, Uni<Void>> work) {
        return transaction(
                caller,
                session -> session.createSelectionQuery(
                                "from CaseEntity where caseId in (:ids) order by conversationId, caseId",
                                CaseEntity.class)
                        .setParameter("ids", List.of(first, second))
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .flatMap(locked -> session.find(CaseEntity.class, first)),
                null,
                act -> act.session()
                        .find(CaseEntity.class, second)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .flatMap(other -> {
                            caller.mustSee(other.agency());
                            return work.apply(act, other).invoke(() -> changes.changed(other.agency(), other.caseId()));
                        }));
    }

    /** Acts on a reply: its case is locked first, then the reply, as everywhere. */
    Uni<Void> onReply(Caller caller, UUID replyId, ReplyAct work) {
        return transaction(
                caller,
                session -> session.createSelectionQuery(
                                "select caseId from ReplyEntity where replyId = :id and agency in (:agencies)",
                                UUID.class)
                        .setParameter("id", replyId)
                        .setParameter("agencies", seen(caller))
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNotNull()
                        .transformToUni(id -> session.find(CaseEntity.class, id, LockMode.PESSIMISTIC_WRITE)),
                null,
                act -> act.session()
                        .find(ReplyEntity.class, replyId, LockMode.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .flatMap(reply -> approvals(act.session(), replyId)
                                .flatMap(approvals -> work.on(act, reply, approvals))));
    }

    private Uni<Void> transaction(
            Caller caller,
            Function<Mutiny.Session, Uni<CaseEntity>> find,
            @Nullable Integer expected,
            Function<Act, Uni<Void>> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return sessions.withTransaction(session -> find.apply(session)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .flatMap(file -> {
                            caller.mustSee(file.agency());
                            if (expected != null && expected != file.version()) {
                                throw ProblemException.conflict(
                                        "version-conflict", "Somebody has changed the case since you saw it.");
                            }
                            Act act = new Act(session, file, caller.name(), now);
                            return work.apply(act)
                                    .flatMap(done -> written(act))
                                    .invoke(() -> changes.changed(file.agency(), file.caseId()));
                        }))
                // Giving up closes the session, which rolls back: nobody else may have to wait for a case behind an act
                // that
                // does not come to its end.
                .ifNoItem()
                .after(patience)
                .failWith(() -> {
                    LOG.warn("an act was given up: it took too long");
                    return ProblemException.unavailable(AGAIN, "The act took too long and was given up; try again.");
                })
                .onFailure()
                .transform(Desk::translate)
                .invoke(() -> {
                    outbox.wake();
                    sendQueue.repliesReleased();
                });
    }

    private static Uni<Void> written(Act act) {
        List<Object> rows = new ArrayList<>(act.notes());
        act.events().forEach(event -> rows.add(new OutboxEntity(ReplyOutbox.envelope(event))));
        return rows.isEmpty() ? Uni.createFrom().voidItem() : act.session().persistAll(rows.toArray());
    }

    private static Uni<List<ApprovalEntity>> approvals(Mutiny.Session session, UUID replyId) {
        return session.createSelectionQuery(
                        "from ApprovalEntity where replyId = :id and voidedAt is null order by level",
                        ApprovalEntity.class)
                .setParameter("id", replyId)
                .getResultList();
    }

    /** An empty list is no valid SQL; nobody's agency is called so. */
    private static List<String> seen(Caller caller) {
        return caller.agencies().isEmpty() ? List.of("") : List.copyOf(caller.agencies());
    }

    /** Who came second is told so; what else goes wrong stays what it is. */
    private static Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) {
                return cause;
            }
            boolean stale = cause instanceof OptimisticLockException || cause instanceof StaleStateException;
            boolean taken = cause instanceof PgException pg && "23505".equals(pg.getSqlState())
                    || cause instanceof ConstraintViolationException violated && "23505".equals(violated.getSQLState());
            if (stale || taken) {
                return ProblemException.conflict("conflict", "Somebody else was faster; look again.");
            }
        }
        return failure;
    }

    /** An act on a reply with its approvals that are not void. */
    interface ReplyAct {
        Uni<Void> on(Act act, ReplyEntity reply, List<ApprovalEntity> approvals);
    }
}
