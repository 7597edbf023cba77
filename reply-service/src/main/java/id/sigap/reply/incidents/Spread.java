package id.sigap.reply.incidents;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.dispatch.SendQueue;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.statement.Recipient;
import id.sigap.reply.statement.Share;
import id.sigap.reply.statement.Sharing;
import id.sigap.reply.statement.SkipReason;
import id.sigap.reply.statement.StatementText;
import id.sigap.reply.stream.CaseChanges;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Turns a released statement into one reply per case, a thousand cases in a transaction. What a case became is written
 * with its reply, under a key of statement and case: whoever is killed, the next one goes on behind the last commit, and
 * no case has two. From there on the replies are replies like all others, and go out at their accounts' pace.
 */
@ApplicationScoped
public class Spread {
    private static final Logger LOG = Logger.getLogger(Spread.class);
    private static final long SWEEP_MILLIS = 1_000;

    private final Vertx vertx;
    private final Pool pool;
    private final StatementRules rules;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final SendQueue sendQueue;
    private final Context context;
    private boolean busy;
    private boolean again;
    private boolean stopped;

    /** With what replies touch. */
    public Spread(
            Vertx vertx,
            Pool pool,
            StatementRules rules,
            ReplyOutbox outbox,
            CaseChanges changes,
            SendQueue sendQueue) {
        this.vertx = vertx;
        this.pool = pool;
        this.rules = rules;
        this.outbox = outbox;
        this.changes = changes;
        this.sendQueue = sendQueue;
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(SWEEP_MILLIS, tick -> wake());
    }

    @PreDestroy
    void stop() {
        context.runOnContext(ignored -> stopped = true);
    }

    /** Something was released. A hint: what is forgotten here is found by the sweep. */
    public void wake() {
        context.runOnContext(ignored -> look());
    }

    private void look() {
        if (busy || stopped) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        pool.withTransaction(this::step)
                .subscribe()
                .with(
                        batch -> context.runOnContext(ignored -> looked(batch)),
                        failure -> context.runOnContext(ignored -> {
                            busy = false; // the sweep tries again
                            LOG.warnf(
                                    "a statement waits: cause=%s",
                                    failure.getClass().getName());
                        }));
    }

    private void looked(Batch batch) {
        busy = false;
        if (!batch.replies().isEmpty()) {
            outbox.wake();
            sendQueue.repliesReleased();
            batch.replies().forEach(reply -> changes.changed(reply.about().agency(), reply.caseId()));
        }
        if (batch.more() || again) {
            look();
        }
    }

    private Uni<Batch> step(SqlConnection connection) {
        return SpreadStore.next(connection)
                .flatMap(statement -> statement == null
                        ? Uni.createFrom().item(Batch.NONE)
                        : StatementStore.approvals(connection, statement.statementId())
                                .flatMap(approvals -> spread(connection, statement, approvals)));
    }

    private Uni<Batch> spread(SqlConnection connection, Statement statement, List<Statement.Approval> approvals) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return SpreadStore.read(connection, statement).flatMap(rows -> {
            if (rows.size() == 0) {
                return SpreadStore.done(connection, statement.statementId(), now)
                        .replaceWith(new Batch(List.of(), true));
            }
            Draft draft = new Draft(statement, approvals, now);
            rows.forEach(draft::add);
            return write(connection, draft).replaceWith(new Batch(draft.replies, true));
        });
    }

    private Uni<Void> write(SqlConnection connection, Draft draft) {
        Uni<Void> shares = SpreadStore.shares(connection, draft.statement, draft.shares);
        if (draft.replies.isEmpty()) {
            return shares;
        }
        return SpreadStore.discard(connection, draft.discarded)
                .flatMap(done -> SpreadStore.replies(connection, draft.statement, draft.replies))
                .flatMap(done -> SpreadStore.approvals(connection, draft.replies))
                .flatMap(done -> shares)
                .flatMap(done -> SpreadStore.cases(connection, draft.replies, draft.now))
                .flatMap(done -> SpreadStore.notes(connection, draft.statement, draft.replies, draft.now))
                .flatMap(done -> outbox.write(connection, draft.events));
    }

    /** What one transaction did. */
    private record Batch(List<SpreadReply> replies, boolean more) {
        static final Batch NONE = new Batch(List.of(), false);
    }

    /** A batch in the making: decided in memory, written afterwards. */
    private final class Draft {
        final Statement statement;
        final Instant now;
        final List<SpreadReply> replies = new ArrayList<>();
        final List<SpreadShare> shares = new ArrayList<>();
        final List<UUID> discarded = new ArrayList<>();
        final List<CaseEvent> events = new ArrayList<>();
        private final List<Statement.Approval> approvals;
        private final StatementText text;

        Draft(Statement statement, List<Statement.Approval> approvals, Instant now) {
            this.statement = statement;
            this.approvals = approvals;
            this.now = now;
            this.text = StatementText.parse(statement.body());
        }

        void add(Row row) {
            UUID caseId = row.getUUID("case_id");
            Optional<Recipient> recipient = rules.recipient(row, now);
            if (recipient.isEmpty()) {
                shares.add(skipped(caseId, SkipReason.NOT_IN_DIRECTORY));
                return;
            }
            boolean unused = Sharing.of(text, statement.audience(), recipient.get())
                    .fold(words -> reply(row, recipient.get(), words), skip -> shares.add(skipped(caseId, skip.why())));
        }

        private boolean reply(Row row, Recipient recipient, Share.Words words) {
            UUID replyId = Ids.derived(
                    "statement.reply",
                    statement.statementId().toString(),
                    recipient.caseId().toString());
            SpreadReply reply = made(row, recipient, replyId, words.body());
            UUID draft = row.getUUID("open_reply");
            if (draft != null) {
                discarded.add(draft);
            }
            events.addAll(reply.events(
                    Objects.requireNonNull(statement.submittedBy(), "a released statement was submitted")));
            shares.add(new SpreadShare(recipient.caseId(), replyId, null, words.values(), reply.textHash()));
            return replies.add(reply);
        }

        private SpreadReply made(Row row, Recipient recipient, UUID replyId, String body) {
            // Behind whatever was drafted before, so that the newest reply of the case is this one.
            Instant earlier = Statement.time(row, "open_drafted_at");
            Instant opened = row.getOffsetDateTime("opened_at").toInstant();
            Instant before = earlier == null || earlier.isBefore(opened) ? opened : earlier;
            Instant drafted = later(statement.writtenAt(), before.plusMillis(1));
            Instant last = drafted;
            List<Statement.Approval> given = new ArrayList<>();
            for (Statement.Approval approval : approvals) {
                Instant since = later(approval.submittedAt(), last);
                last = later(approval.decidedAt(), since);
                given.add(new Statement.Approval(approval.level(), approval.by(), approval.textHash(), since, last));
            }
            return new SpreadReply(
                    replyId,
                    new CaseEvents(
                            recipient.caseId(),
                            row.getUUID("conversation_id"),
                            row.getString("agency"),
                            row.getString("account"),
                            Channel.of(row.getString("channel")),
                            row.getString("unit"),
                            now),
                    Sharing.released(recipient.state()).orElseThrow(),
                    body,
                    TextHash.of(body),
                    drafted,
                    given.get(0).submittedAt(),
                    later(now, last),
                    urgency(row.getShort("urgency")),
                    given);
        }

        private SpreadShare skipped(UUID caseId, SkipReason why) {
            return new SpreadShare(caseId, null, why.wire(), null, null);
        }
    }

    /** Where life is in danger nobody waits; else thousands of the same must not stand before one person's answer. */
    private static int urgency(short of) {
        return UrgencyRank.at(of) == Urgency.CRITICAL ? of : UrgencyRank.of(Urgency.LOW);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
