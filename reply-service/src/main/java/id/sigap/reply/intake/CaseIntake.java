package id.sigap.reply.intake;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.reply.checking.DraftGate;
import id.sigap.reply.checking.RecentReplies;
import id.sigap.reply.dispatch.SendQueue;
import id.sigap.reply.incidents.OfferedStatements;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.reply.templates.Drafter;
import id.sigap.runtime.directory.CurrentDirectory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes batches of triaged messages: in one transaction they become messages, cases, drafts and events, or nothing does.
 * A message that was taken before is passed over, so that a replay of the topic changes nothing and sends nothing.
 */
@ApplicationScoped
public class CaseIntake {
    private final Pool pool;
    private final ReplyOutbox outbox;
    private final Drafter drafter;
    private final OfferedStatements offered;
    private final CurrentDirectory directory;
    private final CaseChanges changes;
    private final SendQueue sendQueue;
    private final Clock clock = Clock.systemUTC();
    private final Counter taken;

    /** With what a batch touches. */
    public CaseIntake(
            Pool pool,
            ReplyOutbox outbox,
            Drafter drafter,
            OfferedStatements offered,
            CurrentDirectory directory,
            CaseChanges changes,
            SendQueue sendQueue,
            MeterRegistry meters) {
        this.pool = pool;
        this.outbox = outbox;
        this.drafter = drafter;
        this.offered = offered;
        this.directory = directory;
        this.changes = changes;
        this.sendQueue = sendQueue;
        this.taken = Counter.builder("sigap_reply_messages_taken")
                .description("messages that became part of a case, or were excluded")
                .register(meters);
    }

    /** Takes a batch. Fails if the transaction did; then nothing of it stands. */
    Uni<Void> take(List<TriagedMessage> triaged) {
        return pool.withTransaction(connection -> within(connection, triaged))
                .invoke(this::committed)
                .replaceWithVoid();
    }

    /** Takes a batch in somebody's transaction, who tells {@link #committed} once it was. */
    Uni<IntakeBatch> within(SqlConnection connection, List<TriagedMessage> triaged) {
        Map<UUID, TriagedMessage> distinct = new LinkedHashMap<>();
        triaged.forEach(t -> distinct.putIfAbsent(t.event().message().messageId(), t));
        UUID[] messages = distinct.keySet().toArray(UUID[]::new);
        UUID[] conversations = distinct.values().stream()
                .map(t -> t.event().message())
                .map(MessageReceived::conversationId)
                .distinct()
                .toArray(UUID[]::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return IntakeStore.begin(connection)
                .flatMap(begun -> IntakeStore.read(connection, messages, conversations))
                .flatMap(snapshot -> {
                    IntakeBatch batch = new IntakeBatch(snapshot, now);
                    batch.decide(distinct.values());
                    return IntakeStore.takeNumbers(connection, batch.numbersWanted())
                            .flatMap(numbers -> RecentReplies.of(connection, batch.publicAccounts())
                                    .map(recent -> new DraftGate(directory.get(), now, recent))
                                    .invoke(gate -> batch.draft(numbers, drafter, offered, gate)))
                            .flatMap(drafted -> write(connection, batch, now))
                            .replaceWith(batch);
                });
    }

    private Uni<Void> write(SqlConnection connection, IntakeBatch batch, Instant now) {
        List<Uni<?>> statements = new ArrayList<>();
        // What ended makes room for a new case of its conversation.
        add(statements, batch.changed(), rows -> IntakeWriter.changedCases(connection, rows, now));
        add(statements, batch.fresh(), rows -> IntakeWriter.newCases(connection, rows, now));
        add(statements, batch.thanked(), rows -> IntakeWriter.thanked(connection, rows, now));
        add(statements, batch.messages(), rows -> IntakeWriter.messages(connection, rows));
        add(statements, batch.withNewReply(), rows -> IntakeWriter.newReplies(connection, rows));
        add(statements, batch.withChangedReply(), rows -> IntakeWriter.changedReplies(connection, rows, now));
        add(statements, batch.withDraft(), rows -> IntakeWriter.drafts(connection, rows, now));
        if (!batch.events().isEmpty()) {
            statements.add(outbox.write(connection, batch.events()));
        }
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(statements).with(done -> done).replaceWithVoid();
    }

    /** Fewer rows than decided means that somebody else was faster with one of them. */
    private static <R> void add(List<Uni<?>> statements, List<R> rows, Statement<R> statement) {
        if (!rows.isEmpty()) {
            statements.add(statement.over(rows).invoke(count -> {
                if (count != rows.size()) {
                    throw new OverlapException();
                }
            }));
        }
    }

    /** What others wait for to hear. */
    void committed(IntakeBatch batch) {
        if (batch.messages().isEmpty()) {
            return;
        }
        taken.increment(batch.messages().size());
        outbox.wake();
        if (batch.withNewReply().stream().anyMatch(c -> c.reply != null && c.reply.automatic())
                || batch.withChangedReply().stream().anyMatch(c -> c.reply != null && c.reply.automatic())) {
            sendQueue.repliesReleased();
        }
        batch.fresh().forEach(c -> changes.changed(c.agency.id(), c.caseId));
        batch.changed().forEach(c -> changes.changed(c.agency.id(), c.caseId));
    }

    /** A statement over some rows that tells how many it touched. */
    private interface Statement<R> {
        Uni<Integer> over(List<R> rows);
    }
}
