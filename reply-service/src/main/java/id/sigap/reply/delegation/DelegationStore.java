package id.sigap.reply.delegation;

import id.sigap.contracts.Channel;
import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.cases.CaseEvents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The waits whose time has come, in the database: each is taken by exactly one instance. */
final class DelegationStore {
    /** The case is locked first, as everywhere; what somebody acts on right now is looked at the next time. */
    private static final String LOCK = """
            select c.case_id from approval_waits w join cases c on c.case_id = w.case_id
            where w.due_at <= now() order by w.due_at limit 100 for update of c skip locked""";

    private static final String DUE = """
            select w.*, r.state = 'submitted' as waits, c.conversation_id, c.account, c.channel, c.unit, c.agency as owner
            from approval_waits w join cases c on c.case_id = w.case_id join replies r on r.reply_id = w.reply_id
            where w.case_id = any($1) and w.due_at <= now() for update of w""";

    private static final String HAND_ON = "update approval_waits set hop = $2, due_at = $3 where reply_id = $1";

    private static final String FORGET = "delete from approval_waits where reply_id = $1";

    private static final String NOTE =
            "insert into history (case_id, at, act, done_by, detail) values ($1, $2, 'delegated', null, $3)";

    private DelegationStore() {}

    /** What is due, locked. */
    static Uni<List<Due>> due(SqlConnection connection, Instant now) {
        return connection.query(LOCK).execute().flatMap(locked -> {
            List<UUID> cases = new ArrayList<>();
            locked.forEach(row -> cases.add(row.getUUID("case_id")));
            return connection
                    .preparedQuery(DUE)
                    .execute(Tuple.of(cases.toArray(UUID[]::new)))
                    .map(rows -> {
                        List<Due> due = new ArrayList<>();
                        rows.forEach(row -> due.add(new Due(
                                row.getUUID("reply_id"),
                                clock(row),
                                row.getBoolean("waits"),
                                new CaseEvents(
                                        row.getUUID("case_id"),
                                        row.getUUID("conversation_id"),
                                        row.getString("owner"),
                                        row.getString("account"),
                                        Channel.of(row.getString("channel")),
                                        row.getString("unit"),
                                        now))));
                        return due;
                    });
        });
    }

    /** Writes a hop down. */
    static Uni<Void> handOn(SqlConnection connection, Due due, ApprovalClock next, String detail) {
        Instant now = due.about().at();
        return connection
                .preparedQuery(HAND_ON)
                .execute(Tuple.of(due.replyId(), (short) next.hop(), offset(next.dueAt())))
                .flatMap(done -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(due.about().caseId(), now.atOffset(ZoneOffset.UTC), detail)))
                .replaceWithVoid();
    }

    /** Nothing waits here any more. */
    static Uni<Void> forget(SqlConnection connection, UUID replyId) {
        return connection.preparedQuery(FORGET).execute(Tuple.of(replyId)).replaceWithVoid();
    }

    private static ApprovalClock clock(Row row) {
        return new ApprovalClock(
                row.getShort("level"),
                row.getOffsetDateTime("since").toInstant(),
                row.getShort("hop"),
                time(row.getOffsetDateTime("target_at")),
                time(row.getOffsetDateTime("due_at")));
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /**
     * A wait whose time has come.
     *
     * @param replyId the answer
     * @param clock the wait
     * @param waits whether the answer is still submitted
     * @param about the case
     */
    record Due(UUID replyId, ApprovalClock clock, boolean waits, CaseEvents about) {}
}
