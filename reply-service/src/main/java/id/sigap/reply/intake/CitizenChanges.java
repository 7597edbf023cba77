package id.sigap.reply.intake;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What citizens change of what they wrote. The older words are kept; an answer in the making, released ones included, is
 * a draft again, and whatever was approved of it is void, for the approver read other words. The system's own draft is
 * composed anew from the words of now. Rare, so one by one.
 */
@ApplicationScoped
public class CitizenChanges {
    private static final String LOCK_CASE = """
            select c.* from cases c join messages m on m.case_id = c.case_id where m.message_id = $1 for update of c""";

    /**
     * The newer of two edits is that of the later second; of one second, that which ingest had later; of one moment, that
     * whose words are behind in order: whichever order they come in, and however often, one of them stays. The words of an
     * edit that another one of its second replaced are kept until that one was here.
     */
    private static final String EDIT = """
            with old as (select message_id, body, sent_at, edited_at, edit_received_at from messages
                         where message_id = $1 for update),
            newer as (select * from old
                      where edited_at is null or edited_at < $3
                         or (edited_at = $3 and body <> $2 and (coalesce(edit_received_at, '-infinity') < $4
                             or (edit_received_at = $4 and body < $2 collate "C")))),
            kept as (insert into message_versions (message_id, body, until)
                     select message_id, body, case when edited_at = $3 then greatest($3, $4) else $3 end
                     from newer where edited_at = $3 or coalesce(edited_at, sent_at) < $3
                     on conflict do nothing)
            update messages m set body = $2, edited_at = $3, edit_received_at = $4, read_edit = nullif(m.read_edit, $3)
            from newer where m.message_id = newer.message_id
            returning m.case_id, m.answered_by, m.part""";

    private static final String WITHDRAW = """
            update messages set withdrawn_at = $2 where message_id = $1 and withdrawn_at is null
            returning case_id, answered_by, part""";

    private static final String EXISTS = "select 1 from messages where message_id = $1";

    private static final String EARLY = """
            insert into early_changes as e (message_id, body, edited_at, edit_received_at, withdrawn_at, noted_at)
            values ($1, $2, $3, $4, $5, now())
            on conflict (message_id) do update set noted_at = now(),
                (body, edited_at, edit_received_at) = (select case when newer then excluded.body else e.body end,
                        case when newer then excluded.edited_at else e.edited_at end,
                        case when newer then excluded.edit_received_at else e.edit_received_at end
                    from (select excluded.edited_at is not null and (e.edited_at is null
                        or (e.edited_at, coalesce(e.edit_received_at, '-infinity'), e.body collate "C")
                         < (excluded.edited_at, excluded.edit_received_at, excluded.body collate "C")) as newer) as told),
                withdrawn_at = coalesce(e.withdrawn_at, excluded.withdrawn_at)""";

    /** Back to draft; the answer tells whether it waited for an approval, and for which. */
    private static final String RETURN_REPLY = """
            with old as (
                select r.reply_id, r.state, (select count(*) from approvals a
                       where a.reply_id = r.reply_id and a.voided_at is null)::int as given
                from replies r where r.case_id = $1 and r.state in ('draft', 'submitted', 'queued') for update of r),
            voided as (
                update approvals a set voided_at = $2 from old where a.reply_id = old.reply_id and a.voided_at is null)
            update replies r set state = $3, version = r.version + 1, submitted_by = null, submitted_at = null,
                automatic = false, queued_at = null, send_after = null, held = false
            from old where r.reply_id = old.reply_id
            returning r.reply_id, old.state as was, old.given""";

    private static final String MOVE_CASE = """
            update cases set version = version + 1, changed_at = $2, state = $3, turn = $4,
                waiting_since = (select min(sent_at) from messages where message_id = any($4)),
                closed_at = $5, disposition = $6
            where case_id = $1""";

    private final Pool pool;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final EditedDrafts drafts;
    private final Clock clock = Clock.systemUTC();

    /** With what is changed. */
    CitizenChanges(Pool pool, ReplyOutbox outbox, CaseChanges changes, EditedDrafts drafts) {
        this.pool = pool;
        this.outbox = outbox;
        this.changes = changes;
        this.drafts = drafts;
    }

    /** Applies edits and withdrawals in their order, in one transaction. */
    Uni<Void> apply(List<MessageEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CaseEvent> told = new ArrayList<>();
        return pool.withTransaction(connection -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(event -> one(connection, event, now, told))
                        .collect()
                        .asList()
                        .flatMap(done -> outbox.write(connection, told)))
                .invoke(() -> committed(told));
    }

    private Uni<Boolean> one(SqlConnection connection, MessageEvent event, Instant now, List<CaseEvent> told) {
        if (event instanceof MessageEdited edited) {
            return edited(connection, edited, now, told);
        }
        if (event instanceof MessageWithdrawn withdrawn) {
            Tuple change = Tuple.of(withdrawn.messageId(), offset(withdrawn.withdrawnAt()));
            return changed(connection, withdrawn.messageId(), WITHDRAW, change, now, told, true)
                    .call(done -> done
                            ? Uni.createFrom().voidItem()
                            : early(connection, withdrawn.messageId(), null, withdrawn.withdrawnAt()));
        }
        return Uni.createFrom().item(true);
    }

    /** The words of now, unless they are known or overtaken; whether the message is kept here. */
    Uni<Boolean> edited(SqlConnection connection, MessageEdited edited, Instant now, List<CaseEvent> told) {
        Tuple change =
                Tuple.of(edited.messageId(), edited.text(), offset(edited.editedAt()), offset(edited.receivedAt()));
        return changed(connection, edited.messageId(), EDIT, change, now, told, false)
                .call(done -> done ? Uni.createFrom().voidItem() : early(connection, edited.messageId(), edited, null));
    }

    /** Locks a message's case; no row if it has none. */
    static Uni<RowSet<Row>> lockCase(SqlConnection connection, UUID messageId) {
        return connection.preparedQuery(LOCK_CASE).execute(Tuple.of(messageId));
    }

    /** Whether the message is kept here. The case is locked first, as everywhere. */
    private Uni<Boolean> changed(
            SqlConnection connection,
            UUID messageId,
            String sql,
            Tuple change,
            Instant now,
            List<CaseEvent> told,
            boolean withdrawn) {
        return lockCase(connection, messageId)
                .flatMap(locked -> connection.preparedQuery(sql).execute(change).flatMap(rows -> {
                    if (rows.size() == 0) {
                        return exists(connection, messageId); // told before, or not here yet
                    }
                    boolean waits = waits(rows.iterator().next()) && locked.size() > 0;
                    return waits
                            ? affect(
                                    connection,
                                    IntakeStore.known(locked.iterator().next()),
                                    messageId,
                                    now,
                                    told,
                                    withdrawn)
                            : Uni.createFrom().item(true);
                }));
    }

    /** Whether a message waits for its answer. */
    static boolean waits(Row row) {
        return row.getUUID("case_id") != null
                && row.getUUID("answered_by") == null
                && row.getString("part").equals(MessageRow.Part.TURN.wire());
    }

    private static Uni<Boolean> exists(SqlConnection connection, UUID messageId) {
        return connection.preparedQuery(EXISTS).execute(Tuple.of(messageId)).map(rows -> rows.size() > 0);
    }

    private static Uni<Void> early(
            SqlConnection connection, UUID messageId, @Nullable MessageEdited edit, @Nullable Instant withdrawnAt) {
        return connection
                .preparedQuery(EARLY)
                .execute(Tuple.of(
                        messageId,
                        edit == null ? null : edit.text(),
                        edit == null ? null : offset(edit.editedAt()),
                        edit == null ? null : offset(edit.receivedAt()),
                        offset(withdrawnAt)))
                .replaceWithVoid();
    }

    /** An answer in the making is a draft again, and what was approved of it is void. */
    Uni<Boolean> affect(
            SqlConnection connection,
            CaseInWork.Known known,
            UUID messageId,
            Instant now,
            List<CaseEvent> told,
            boolean withdrawn) {
        if (known.state() == id.sigap.reply.cases.CaseState.CLOSED) {
            return Uni.createFrom().item(true);
        }
        List<UUID> turn = new ArrayList<>(known.turn());
        boolean nothingLeft = withdrawn && turn.remove(messageId) && turn.isEmpty();
        Tuple back = Tuple.of(known.caseId(), offset(now), nothingLeft ? "discarded" : "draft");
        return connection.preparedQuery(RETURN_REPLY).execute(back).flatMap(replies -> {
            for (Row row : replies) {
                if (row.getString("was").equals("submitted")) {
                    told.add(known.events(now)
                            .rejected(
                                    row.getUUID("reply_id"),
                                    row.getInteger("given") + 1,
                                    null,
                                    withdrawn ? "message-withdrawn" : "message-edited"));
                }
            }
            return move(connection, known, turn, replies, nothingLeft, now, told)
                    .call(() -> drafts.anew(connection, known, turn, now));
        });
    }

    private static Uni<Boolean> move(
            SqlConnection connection,
            CaseInWork.Known known,
            List<UUID> turn,
            RowSet<Row> replies,
            boolean nothingLeft,
            Instant now,
            List<CaseEvent> told) {
        boolean closes =
                nothingLeft && known.answeredAt() == null && known.transferredTo() == null && replies.size() > 0;
        String state = known.state().wire();
        if (closes) {
            state = "closed";
            told.add(known.events(now).closed(Disposition.NEEDS_NO_ANSWER, List.of(), null));
        } else if (nothingLeft && replies.size() > 0) {
            state = "answered";
        } else if (replies.size() > 0) {
            state = "drafting";
        }
        Tuple move = Tuple.from(java.util.Arrays.asList(
                known.caseId(),
                offset(now),
                state,
                turn.toArray(UUID[]::new),
                closes ? offset(now) : null,
                closes ? Disposition.NEEDS_NO_ANSWER.wire() : null));
        return connection.preparedQuery(MOVE_CASE).execute(move).replaceWith(true);
    }

    /** What others wait for to hear. */
    void committed(List<CaseEvent> told) {
        if (!told.isEmpty()) {
            outbox.wake();
        }
        told.forEach(event -> changes.changed(event.agency(), event.caseId()));
    }

    static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
