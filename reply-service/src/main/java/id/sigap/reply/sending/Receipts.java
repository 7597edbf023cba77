package id.sigap.reply.sending;

import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.SendFailure;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What channels say of replies. Receipts only ever move forward (sent, delivered, read), in whatever order they come; one
 * that bears our reply's id settles a send whose outcome was unknown, and one that comes before the channel's own answer
 * is kept with the reply until then.
 */
@ApplicationScoped
public class Receipts {
    private static final String NOTE = """
            with seen as (
                select distinct on (reply_id, external_id) * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[],
                    $5::int[], $6::timestamptz[]) as s(reply_id, account, external_id, status, rank, at)
                order by reply_id, external_id, rank desc, at),
            target as (
                select s.*, r.reply_id as id from seen s
                join replies r on r.reply_id = s.reply_id and r.account = s.account
                union all
                select s.*, r.reply_id as id from seen s
                join replies r on r.account = s.account and r.external_id = s.external_id where s.reply_id is null)
            update replies r set delivery_status = s.status, delivery_at = s.at, version = r.version + 1,
                external_id = coalesce(r.external_id, s.external_id)
            from target s
            where r.reply_id = s.id
              and s.rank > case r.delivery_status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3
                                when 'failed' then 4 when 'withdrawn' then 9 else 0 end
              and not (s.status = 'failed' and coalesce(r.delivery_status, '') in ('delivered', 'read'))
            returning r.reply_id, r.attempt_id, r.case_id, r.external_id, r.state, r.delivery_status, r.delivery_at""";

    private final Pool pool;
    private final OutcomeRecorder recorder;

    /** With where outcomes are recorded. */
    public Receipts(Pool pool, OutcomeRecorder recorder) {
        this.pool = pool;
        this.recorder = recorder;
    }

    /** Notes receipts, in one transaction. */
    public Uni<Void> apply(List<DeliveryReported> reports) {
        return pool.withTransaction(connection -> note(connection, reports)
                        .flatMap(rows -> PartStore.note(connection, reports, report -> rank(report.status()))
                                .flatMap(parts -> recorder.settled(
                                                connection,
                                                both(arrived(rows), arrived(parts)),
                                                both(lost(rows), lost(parts)))
                                        .call(events -> PartStore.show(connection, replies(parts))))))
                .invoke(recorder::committed)
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> note(SqlConnection connection, List<DeliveryReported> reports) {
        Tuple parameters = Columns.of(reports)
                .uuid(DeliveryReported::replyId)
                .text(DeliveryReported::account)
                .text(DeliveryReported::externalId)
                .text(report -> report.status().wire())
                .integer(report -> rank(report.status()))
                .time(DeliveryReported::reportedAt)
                .tuple();
        return connection.preparedQuery(NOTE).execute(parameters);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Set<UUID> replies(RowSet<Row> rows) {
        Set<UUID> replies = new HashSet<>();
        rows.forEach(row -> replies.add(row.getUUID("reply_id")));
        return replies;
    }

    private static int rank(DeliveryStatus status) {
        return switch (status) {
            case SENT -> 1;
            case DELIVERED -> 2;
            case READ -> 3;
            case FAILED -> 4;
        };
    }

    /** Of whose sending nobody could tell what came of it, and the channel has them. */
    private static List<OutcomeStore.Accepted> arrived(RowSet<Row> rows) {
        List<OutcomeStore.Accepted> arrived = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("state").equals("unknown")
                    && !row.getString("delivery_status").equals("failed")) {
                arrived.add(new OutcomeStore.Accepted(
                        row.getUUID("reply_id"),
                        row.getUUID("attempt_id"),
                        row.getUUID("case_id"),
                        row.getString("external_id"),
                        row.getOffsetDateTime("delivery_at").toInstant()));
            }
        }
        return arrived;
    }

    /** Of whose sending nobody could tell what came of it, and the channel says that it could not deliver them. */
    private static List<OutcomeStore.Failed> lost(RowSet<Row> rows) {
        List<OutcomeStore.Failed> lost = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("state").equals("unknown")
                    && row.getString("delivery_status").equals("failed")) {
                lost.add(new OutcomeStore.Failed(
                        row.getUUID("reply_id"),
                        row.getUUID("attempt_id"),
                        row.getUUID("case_id"),
                        SendFailure.REFUSED,
                        "not-delivered",
                        row.getOffsetDateTime("delivery_at").toInstant()));
            }
        }
        return lost;
    }
}
