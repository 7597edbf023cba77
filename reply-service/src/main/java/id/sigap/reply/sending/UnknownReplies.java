package id.sigap.reply.sending;

import id.sigap.contracts.event.CaseEvent;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Replies of which nobody could tell whether they had arrived, until somebody looked. */
@ApplicationScoped
public class UnknownReplies {
    private static final String FIND = """
            select reply_id, attempt_id, case_id, state, coalesce(external_id, reply_id::text) as external_id, failed_at
            from replies where reply_id = $1 and agency = any($2)""";

    private static final String STILL =
            "select 1 from replies where reply_id = $1 and attempt_id = $2 and state = 'unknown'";

    private static final String NOTE =
            "insert into history (case_id, at, act, done_by, detail) values ($1, now(), 'found-sent', $2, $3)";

    private final Pool pool;
    private final OutcomeRecorder recorder;

    /** With where outcomes are recorded. */
    public UnknownReplies(Pool pool, OutcomeRecorder recorder) {
        this.pool = pool;
        this.recorder = recorder;
    }

    /** A person has seen at the channel that the reply arrived; of one in several messages, the one that was in doubt. */
    public Uni<Void> arrived(Caller caller, UUID replyId) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                        .flatMap(rows -> settle(connection, caller, unknown(rows))))
                .invoke(recorder::committed)
                .replaceWithVoid();
    }

    private Uni<List<CaseEvent>> settle(SqlConnection connection, Caller caller, Row row) {
        OutcomeStore.Accepted accepted = new OutcomeStore.Accepted(
                row.getUUID("reply_id"),
                row.getUUID("attempt_id"),
                row.getUUID("case_id"),
                row.getString("external_id"),
                row.getOffsetDateTime("failed_at").toInstant());
        Tuple note =
                Tuple.of(accepted.caseId(), caller.name(), accepted.replyId().toString());
        return OutcomeStore.lock(connection, List.of(accepted.caseId()))
                .flatMap(locked ->
                        connection.preparedQuery(STILL).execute(Tuple.of(accepted.replyId(), accepted.attemptId())))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw notUnknown();
                    }
                })
                .flatMap(still -> recorder.accepted(connection, List.of(accepted)))
                .call(() -> connection.preparedQuery(NOTE).execute(note));
    }

    private static Row unknown(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound();
        }
        Row row = rows.iterator().next();
        if (!row.getString("state").equals("unknown")) {
            throw notUnknown();
        }
        return row;
    }

    private static ProblemException notUnknown() {
        return ProblemException.conflict("wrong-state", "The reply is not unknown any more.");
    }
}
