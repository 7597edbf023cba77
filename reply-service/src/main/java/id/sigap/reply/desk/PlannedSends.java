package id.sigap.reply.desk;

import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers for which somebody has named a time to go out, as long as they have not. */
@ApplicationScoped
class PlannedSends {
    private static final int MOST = 100;

    private static final String PLANNED = """
            select r.case_id, r.reply_id, r.state, r.agency, c.number, c.channel, s.send_at, s.set_by
            from scheduled_sends s join replies r on r.reply_id = s.reply_id join cases c on c.case_id = r.case_id
            where r.agency = any($1) and r.state in ('submitted', 'queued')
              and ($2::uuid is null or r.case_id = $2) order by s.send_at limit $3::int""";

    private final Pool pool;

    PlannedSends(Pool pool) {
        this.pool = pool;
    }

    /** All of the caller's agencies, the next first. */
    Uni<List<Planned>> all(Caller caller) {
        return pool.preparedQuery(PLANNED).execute(parameters(caller, null)).map(rows -> {
            List<Planned> planned = new ArrayList<>(rows.size());
            rows.forEach(row -> planned.add(planned(row)));
            return planned;
        });
    }

    /** The one of a case; null when there is none. */
    Uni<@Nullable Planned> of(Caller caller, UUID caseId) {
        return pool.preparedQuery(PLANNED).execute(parameters(caller, caseId)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? planned(found.next()) : null;
        });
    }

    private static Tuple parameters(Caller caller, @Nullable UUID caseId) {
        return Tuple.of(caller.agencies().toArray(String[]::new), caseId, MOST);
    }

    private static Planned planned(Row row) {
        return new Planned(
                row.getUUID("case_id"),
                row.getUUID("reply_id"),
                ReplyState.of(row.getString("state")),
                row.getString("agency"),
                row.getString("number"),
                row.getString("channel"),
                row.getOffsetDateTime("send_at").toInstant(),
                row.getString("set_by"));
    }

    /** An answer that goes out at a time, once it is approved. */
    record Planned(
            UUID caseId,
            UUID replyId,
            ReplyState state,
            String agency,
            String number,
            String channel,
            Instant at,
            String by) {}
}
