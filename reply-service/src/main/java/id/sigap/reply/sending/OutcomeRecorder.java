package id.sigap.reply.sending;

import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what attempts came to, with the events that tell of it, in one transaction. */
@ApplicationScoped
public class OutcomeRecorder {
    private final Pool pool;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final MeterRegistry meters;

    /** With where outcomes go. */
    public OutcomeRecorder(Pool pool, ReplyOutbox outbox, CaseChanges changes, MeterRegistry meters) {
        this.pool = pool;
        this.outbox = outbox;
        this.changes = changes;
        this.meters = meters;
    }

    /** Records attempts in a transaction of its own. */
    Uni<Void> record(List<Attempt> attempts) {
        return pool.withTransaction(connection -> record(connection, attempts))
                .invoke(this::committed)
                .replaceWithVoid();
    }

    /** Records attempts in the caller's transaction; afterwards the caller calls {@link #committed}. */
    Uni<List<CaseEvent>> record(SqlConnection connection, List<Attempt> attempts) {
        SortedOutcomes sorted = new SortedOutcomes(attempts);
        List<CaseEvent> events = new ArrayList<>();
        return OutcomeStore.lock(connection, caseIds(attempts))
                .flatMap(locked -> withoutReported(connection, sorted))
                .flatMap(ready -> accept(connection, sorted.accepted, events))
                .flatMap(done -> fail(
                        connection,
                        Stream.concat(sorted.failed.stream(), sorted.unknown.stream())
                                .toList(),
                        events))
                .flatMap(done -> accounts(connection, sorted))
                .flatMap(done -> outbox.write(connection, events))
                .replaceWith(events);
    }

    /** Tells that a receipt, or a person, has shown that replies had arrived; in the caller's transaction. */
    Uni<List<CaseEvent>> accepted(SqlConnection connection, List<OutcomeStore.Accepted> accepted) {
        List<CaseEvent> events = new ArrayList<>();
        return OutcomeStore.lock(
                        connection,
                        accepted.stream().map(OutcomeStore.Accepted::caseId).toList())
                .flatMap(locked -> accept(connection, accepted, events))
                .flatMap(done -> outbox.write(connection, events))
                .replaceWith(events);
    }

    /** Tells that receipts have shown what became of replies of which nobody could tell; in the caller's transaction. */
    Uni<List<CaseEvent>> settled(
            SqlConnection connection, List<OutcomeStore.Accepted> arrived, List<OutcomeStore.Failed> lost) {
        List<CaseEvent> events = new ArrayList<>();
        List<UUID> cases = Stream.concat(
                        arrived.stream().map(OutcomeStore.Accepted::caseId),
                        lost.stream().map(OutcomeStore.Failed::caseId))
                .toList();
        if (cases.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        return OutcomeStore.lock(connection, cases)
                .flatMap(locked -> accept(connection, arrived, events))
                .flatMap(done -> fail(connection, lost, events))
                .flatMap(done -> outbox.write(connection, events))
                .replaceWith(events);
    }

    /** After the commit of what was recorded. */
    void committed(List<CaseEvent> events) {
        if (!events.isEmpty()) {
            outbox.wake();
        }
        for (CaseEvent event : events) {
            changes.changed(event.agency(), event.caseId());
            meters.counter(
                            "sigap_reply_outcomes",
                            "channel",
                            event.channel().wire(),
                            "outcome",
                            event.type().wire())
                    .increment();
        }
    }

    /** A receipt that overtook the channel's answer, or outlived it, settles what would be unknown. */
    private static Uni<Void> withoutReported(SqlConnection connection, SortedOutcomes sorted) {
        if (sorted.unknown.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> unknown =
                sorted.unknown.stream().map(OutcomeStore.Failed::replyId).toList();
        return OutcomeStore.reported(connection, unknown)
                .invoke(reported -> {
                    Set<UUID> known = reported.stream()
                            .map(OutcomeStore.Accepted::replyId)
                            .collect(Collectors.toSet());
                    sorted.accepted.addAll(reported);
                    sorted.unknown.removeIf(failed -> known.contains(failed.replyId()));
                })
                .replaceWithVoid();
    }

    private static Uni<Void> accept(
            SqlConnection connection, List<OutcomeStore.Accepted> accepted, List<CaseEvent> events) {
        if (accepted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // A reply in several messages is accepted when the last one is.
        return PartStore.accept(connection, accepted).flatMap(goOn -> {
            List<OutcomeStore.Accepted> whole = accepted.stream()
                    .filter(one -> !goOn.contains(one.replyId()))
                    .toList();
            return whole.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : OutcomeStore.accept(connection, whole)
                            .invoke(events::addAll)
                            .replaceWithVoid();
        });
    }

    private static Uni<Void> fail(SqlConnection connection, List<OutcomeStore.Failed> failed, List<CaseEvent> events) {
        return failed.isEmpty()
                ? Uni.createFrom().voidItem()
                : OutcomeStore.fail(connection, failed).invoke(events::addAll).replaceWithVoid();
    }

    private static Uni<Void> accounts(SqlConnection connection, SortedOutcomes sorted) {
        List<Uni<Void>> statements = new ArrayList<>();
        if (!sorted.retries.isEmpty()) {
            statements.add(OutcomeStore.retry(connection, sorted.retries));
        }
        if (!sorted.working.isEmpty()) {
            statements.add(OutcomeStore.clear(connection, sorted.working));
        }
        if (!sorted.pauses.isEmpty()) {
            statements.add(OutcomeStore.pause(connection, sorted.pauses));
        }
        if (!sorted.unclear.isEmpty()) {
            statements.add(OutcomeStore.unclear(connection, sorted.unclear));
        }
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(statements).with(done -> done).replaceWithVoid();
    }

    private static List<UUID> caseIds(List<Attempt> attempts) {
        return attempts.stream().map(attempt -> attempt.outgoing().caseId()).toList();
    }
}
