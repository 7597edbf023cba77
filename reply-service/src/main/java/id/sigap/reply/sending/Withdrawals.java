package id.sigap.reply.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.dispatch.Deletion;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes answers back that were sent, where the channel lets an account delete what it has sent. That it was asked is
 * kept before the channel is called, and what came of it afterwards; to ask twice does no harm. An answer that is gone
 * is none: what it answered waits again.
 */
@ApplicationScoped
public class Withdrawals {
    private static final String FIND = """
            select r.reply_id, r.case_id, r.agency, r.account, r.channel, r.state, r.external_id, r.accepted_at,
                coalesce(r.delivery_status, '') as delivery_status, c.thread_key, c.conversation_id, c.unit
            from replies r join cases c on c.case_id = r.case_id where r.reply_id = $1 and r.agency = any($2)""";

    private static final String ASK = """
            insert into withdrawals as w (reply_id, asked_by, asked_at, reason, state) values ($1, $2, $3, $4, 'asked')
            on conflict (reply_id) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at,
                reason = excluded.reason, state = 'asked', code = null, decided_at = null where w.state <> 'done'""";

    private static final String DECIDE =
            "update withdrawals set state = $2, code = $3, decided_at = $4 where reply_id = $1 and state <> 'done'";

    private static final String LOCK = "select 1 from cases where case_id = $1 for update";

    /** The answer is gone, and what it answered waits again. */
    private static final String GONE = """
            with gone as (
                update replies set delivery_status = 'withdrawn', delivery_at = $2, version = version + 1
                where reply_id = $1 and state = 'accepted' and delivery_status is distinct from 'withdrawn'
                returning reply_id, case_id),
            waits as (
                update messages m set answered_by = null from gone
                where m.answered_by = gone.reply_id and m.withdrawn_at is null returning m.message_id, m.sent_at),
            moved as (
                update cases c set version = c.version + 1, changed_at = $2,
                    turn = (select coalesce(array_agg(w.message_id order by w.sent_at), '{}') from waits w) || c.turn,
                    waiting_since = least(c.waiting_since, (select min(w.sent_at) from waits w)),
                    state = case when c.state = 'answered' and exists (select 1 from waits) then 'drafting'
                        else c.state end
                from gone where c.case_id = gone.case_id and c.state <> 'closed')
            select 1 from gone""";

    /** Conversations of merged cases that were told of the answer, too. */
    private static final String ELSEWHERE = """
            select distinct m.conversation_id, g.account, g.channel
            from case_merges g join messages m on m.conversation_id = g.conversation_id
            where g.into_case = $1 and m.conversation_id <> $2 and m.answered_by = $3""";

    private static final String NOTE =
            "insert into history (case_id, at, act, done_by, detail) values ($1, $2, $3, $4, $5)";

    private static final String VIEW = """
            select w.* from withdrawals w join replies r on r.reply_id = w.reply_id
            where w.reply_id = $1 and r.agency = any($2)""";

    private final Pool pool;
    private final CurrentDirectory directory;
    private final CaseChanges changes;
    private final ReplyOutbox outbox;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);

    /** With all channels there are. */
    Withdrawals(
            Pool pool,
            CurrentDirectory directory,
            CaseChanges changes,
            ReplyOutbox outbox,
            @All List<ChannelSender> senders) {
        this.pool = pool;
        this.directory = directory;
        this.changes = changes;
        this.outbox = outbox;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    /** Takes a reply back. Fails with 409 and a sentence where its channel does not let us, or does not any more. */
    public Uni<View> withdraw(Caller caller, UUID replyId, @Nullable String reason) {
        Instant now = now();
        return pool.withTransaction(c -> find(c, caller, replyId)
                        .invoke(row -> mustBePossible(row, now))
                        .call(row -> c.preparedQuery(ASK)
                                .execute(Tuple.from(Arrays.asList(replyId, caller.name(), offset(now), reason)))))
                // Outside any transaction, as every call to a channel is.
                .flatMap(row -> delete(row).flatMap(outcome -> decided(caller, row, outcome)))
                .flatMap(done -> view(caller, replyId));
    }

    /** What became of it; fails with 404 when nobody asked, or the caller may not see it. */
    public Uni<View> view(Caller caller, UUID replyId) {
        return pool.preparedQuery(VIEW)
                .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                .map(rows -> {
                    Row row = only(rows);
                    OffsetDateTime decided = row.getOffsetDateTime("decided_at");
                    return new View(
                            replyId,
                            row.getString("state"),
                            row.getString("code"),
                            row.getString("asked_by"),
                            row.getOffsetDateTime("asked_at").toInstant(),
                            row.getString("reason"),
                            decided == null ? null : decided.toInstant());
                });
    }

    /** Whether its channel would let us take back now what was accepted then. */
    public boolean possible(Channel channel, Instant acceptedAt, Instant now) {
        ChannelSender sender = senders.get(channel);
        Duration within = sender == null ? null : sender.deletesWithin();
        return ownPage(channel) || (within != null && now.isBefore(acceptedAt.plus(within)));
    }

    private static Uni<Row> find(SqlConnection c, Caller caller, UUID replyId) {
        return c.preparedQuery(FIND)
                .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                .map(Withdrawals::only);
    }

    private static Row only(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound();
        }
        return rows.iterator().next();
    }

    private void mustBePossible(Row row, Instant now) {
        if (!row.getString("state").equals("accepted")
                || row.getString("delivery_status").equals("withdrawn")) {
            throw ProblemException.conflict("wrong-state", "Only an answer that was sent can be taken back, once.");
        }
        Channel channel = Channel.of(row.getString("channel"));
        if (ownPage(channel)) {
            return;
        }
        ChannelSender sender = senders.get(channel);
        @Nullable Duration within = sender == null ? null : sender.deletesWithin();
        if (within == null) {
            throw ProblemException.conflict(
                    "channel-keeps-answers",
                    "This channel does not let an account delete what it has sent. Send a correction instead.");
        }
        Instant accepted = row.getOffsetDateTime("accepted_at").toInstant();
        if (!now.isBefore(accepted.plus(within))) {
            throw ProblemException.conflict(
                    "too-late",
                    "This channel deletes answers for " + within.toHours() + " hours. Send a correction instead.");
        }
    }

    private Uni<Deletion> delete(Row row) {
        Channel channel = Channel.of(row.getString("channel"));
        if (ownPage(channel)) {
            return Uni.createFrom().item(Deletion.gone("own-page"));
        }
        Directory world = directory.get();
        Optional<Directory.Owned> owned = world.account(channel, row.getString("account"));
        Optional<ChannelProfile> profile =
                world.profile(channel, now().atOffset(ZoneOffset.UTC).toLocalDate());
        ChannelSender sender = senders.get(channel);
        if (owned.isEmpty() || profile.isEmpty() || sender == null) {
            return Uni.createFrom().item(Deletion.refused("not-in-directory"));
        }
        return PartStore.externalIds(pool, row.getUUID("reply_id"))
                .flatMap(parts -> Multi.createFrom()
                        .iterable(parts.isEmpty() ? List.of(row.getString("external_id")) : parts)
                        .onItem()
                        .transformToUniAndConcatenate(id -> sender.delete(
                                row.getString("thread_key"), id, owned.get().account(), profile.get()))
                        .collect()
                        .asList()
                        .map(Withdrawals::together));
    }

    /** It is gone when all its messages are; otherwise asking again does no harm. */
    private static Deletion together(List<Deletion> messages) {
        return messages.stream()
                .filter(one -> one.state() != Deletion.State.DONE)
                .findFirst()
                .orElse(messages.get(messages.size() - 1));
    }

    private Uni<Void> decided(Caller caller, Row row, Deletion outcome) {
        UUID replyId = row.getUUID("reply_id");
        UUID caseId = row.getUUID("case_id");
        OffsetDateTime at = offset(now());
        boolean gone = outcome.state() == Deletion.State.DONE;
        return pool.withTransaction(c -> c.preparedQuery(LOCK)
                        .execute(Tuple.of(caseId))
                        .flatMap(locked -> c.preparedQuery(DECIDE)
                                .execute(Tuple.of(replyId, outcome.state().wire(), outcome.code(), at)))
                        .flatMap(rows ->
                                rows.rowCount() == 0 || !gone ? Uni.createFrom().voidItem() : gone(c, row, caller, at))
                        .flatMap(done -> c.preparedQuery(NOTE)
                                .execute(Tuple.of(
                                        caseId,
                                        at,
                                        gone
                                                ? "withdrawn"
                                                : "withdrawal-"
                                                        + outcome.state().wire(),
                                        caller.name(),
                                        replyId.toString()))))
                .invoke(() -> {
                    outbox.wake();
                    changes.changed(row.getString("agency"), caseId);
                })
                .replaceWithVoid();
    }

    private Uni<Void> gone(SqlConnection c, Row row, Caller caller, OffsetDateTime at) {
        UUID replyId = row.getUUID("reply_id");
        return c.preparedQuery(ELSEWHERE)
                .execute(Tuple.of(row.getUUID("case_id"), row.getUUID("conversation_id"), replyId))
                .flatMap(others -> c.preparedQuery(GONE)
                        .execute(Tuple.of(replyId, at))
                        .flatMap(changed -> changed.size() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.write(c, told(row, others, caller, at.toInstant()))));
    }

    /** In each conversation that was told of the answer. */
    private static List<CaseEvent> told(Row row, RowSet<Row> others, Caller caller, Instant at) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(event(row, row, caller, at));
        others.forEach(other -> events.add(event(row, other, caller, at)));
        return events;
    }

    private static CaseEvent event(Row row, Row in, Caller caller, Instant at) {
        return new CaseEvents(
                        row.getUUID("case_id"),
                        in.getUUID("conversation_id"),
                        row.getString("agency"),
                        in.getString("account"),
                        Channel.of(in.getString("channel")),
                        row.getString("unit"),
                        at)
                .withdrawn(row.getUUID("reply_id"), caller.name());
    }

    private static boolean ownPage(Channel channel) {
        return channel == Channel.WEB || channel == Channel.API;
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A withdrawal.
     *
     * @param replyId the answer
     * @param state asked, done, refused, or unknown: then asking again is safe
     * @param code what the channel said, in a word
     * @param askedBy who wanted it back
     * @param askedAt when
     * @param reason why; absent when nobody said
     * @param decidedAt when it was known what came of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID replyId,
            String state,
            @Nullable String code,
            String askedBy,
            Instant askedAt,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}
}
