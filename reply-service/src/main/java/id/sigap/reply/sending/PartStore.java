package id.sigap.reply.sending;

import id.sigap.contracts.event.DeliveryReported;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The messages of long replies in the database, and how far each reply has come. */
final class PartStore {
    /** For the attempt that holds the reply, once. */
    private static final String LAY = """
            insert into reply_parts (part_id, reply_id, part, of_parts, body)
            select p.id, $1, p.part, $3, p.body from unnest($4::uuid[], $5::int[], $6::text[]) as p(id, part, body)
            where exists (select 1 from replies r where r.reply_id = $1 and r.attempt_id = $2 and r.state = 'sending')""";

    /**
     * The channel took the next message of these attempts. Where others are left the reply waits for its turn again,
     * under another attempt, so that no second report of this one counts for the next message.
     */
    private static final String ACCEPT = """
            with next as (
                select o.*, (select min(p.part) from reply_parts p
                             where p.reply_id = o.reply_id and p.accepted_at is null) as part
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])
                    as o(reply_id, attempt_id, external_id, at)
                join replies r on r.reply_id = o.reply_id and r.attempt_id = o.attempt_id
                    and r.state in ('sending', 'unknown')),
            taken as (
                update reply_parts p set accepted_at = n.at, external_id = n.external_id from next n
                where p.reply_id = n.reply_id and p.part = n.part
                returning p.reply_id, p.part, p.of_parts),
            goes_on as (
                update replies r set state = 'sending', version = r.version + 1, attempt_id = gen_random_uuid(),
                    attempts = 0, instance = null, lease_until = null, send_after = now(), failure = null,
                    failure_code = null, failed_at = null
                from taken t where r.reply_id = t.reply_id and t.part < t.of_parts
                returning r.reply_id, r.case_id),
            cases_moved as (
                update cases c set state = 'sending', version = c.version + 1, changed_at = now()
                from goes_on g where c.case_id = g.case_id and c.state = 'needs-attention')
            select reply_id from goes_on""";

    /** What channels say of single messages: forward only, and kept until the reply asks for it. */
    private static final String NOTE = """
            with seen as (
                select distinct on (part_id, external_id) * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[],
                    $5::int[], $6::timestamptz[]) as s(part_id, account, external_id, status, rank, at)
                order by part_id, external_id, rank desc, at),
            target as (
                select s.*, p.part_id as id from seen s join reply_parts p on p.part_id = s.part_id
                union all
                select s.*, p.part_id from seen s join reply_parts p on p.external_id = s.external_id
                where s.part_id is null)
            update reply_parts p set delivery_status = s.status, delivery_at = s.at,
                external_id = coalesce(p.external_id, s.external_id)
            from target s join replies r on r.account = s.account
            where p.part_id = s.id and p.reply_id = r.reply_id
              and s.rank > case p.delivery_status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3
                                when 'failed' then 4 else 0 end
              and not (s.status = 'failed' and coalesce(p.delivery_status, '') in ('delivered', 'read'))
            returning r.reply_id, r.attempt_id, r.case_id, p.external_id, p.delivery_status, p.delivery_at,
                case when p.accepted_at is null and not exists (select 1 from reply_parts e
                         where e.reply_id = p.reply_id and e.accepted_at is null and e.part < p.part)
                    then r.state else 'passed' end as state""";

    /** The last message's receipts are the reply's. */
    private static final String SHOW = """
            update replies r set delivery_status = p.delivery_status, delivery_at = p.delivery_at, version = r.version + 1
            from reply_parts p
            where p.reply_id = r.reply_id and p.part = p.of_parts and r.reply_id = any($1)
              and r.state = 'accepted' and p.delivery_status is not null
              and r.delivery_status is distinct from p.delivery_status
              and coalesce(r.delivery_status, '') <> 'withdrawn'""";

    private static final String EXTERNAL_IDS =
            "select external_id from reply_parts where reply_id = $1 and accepted_at is not null order by part";

    private PartStore() {}

    /** Lays the parts down, before the first leaves; fails when the reply is not this attempt's any more. */
    static Uni<Void> lay(SqlClient client, Outgoing outgoing, List<Part> parts) {
        Tuple parameters = Tuple.from(List.of(
                outgoing.replyId(),
                outgoing.attemptId(),
                (short) parts.size(),
                parts.stream().map(Part::id).toArray(UUID[]::new),
                parts.stream().map(Part::number).toArray(Integer[]::new),
                parts.stream().map(Part::text).toArray(String[]::new)));
        return client.preparedQuery(LAY)
                .execute(parameters)
                .invoke(rows -> {
                    if (rows.rowCount() != parts.size()) {
                        throw new IllegalStateException("the reply is another attempt's");
                    }
                })
                .replaceWithVoid();
    }

    /** Counts accepted messages; those replies that have more to say. Replies of one message are passed over. */
    static Uni<Set<UUID>> accept(SqlConnection connection, List<OutcomeStore.Accepted> accepted) {
        Tuple parameters = Columns.of(accepted)
                .uuid(OutcomeStore.Accepted::replyId)
                .uuid(OutcomeStore.Accepted::attemptId)
                .text(OutcomeStore.Accepted::externalId)
                .time(OutcomeStore.Accepted::at)
                .tuple();
        return connection.preparedQuery(ACCEPT).execute(parameters).map(rows -> {
            Set<UUID> goOn = new HashSet<>();
            rows.forEach(row -> goOn.add(row.getUUID("reply_id")));
            return goOn;
        });
    }

    /** Notes receipts of single messages. The rows name the state of the reply where the message is its next one. */
    static Uni<RowSet<Row>> note(
            SqlConnection connection, List<DeliveryReported> reports, ToIntFunction<DeliveryReported> rank) {
        Tuple parameters = Columns.of(reports)
                .uuid(DeliveryReported::replyId)
                .text(DeliveryReported::account)
                .text(DeliveryReported::externalId)
                .text(report -> report.status().wire())
                .integer(rank::applyAsInt)
                .time(DeliveryReported::reportedAt)
                .tuple();
        return connection.preparedQuery(NOTE).execute(parameters);
    }

    /** Shows the receipts of their last messages at the replies. */
    static Uni<Void> show(SqlConnection connection, Set<UUID> replies) {
        return replies.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(SHOW)
                        .execute(Tuple.of(replies.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** The channel's ids of what was sent of a reply in parts, in their order; empty for a reply of one message. */
    static Uni<List<String>> externalIds(SqlClient client, UUID reply) {
        return client.preparedQuery(EXTERNAL_IDS).execute(Tuple.of(reply)).map(rows -> {
            List<String> ids = new java.util.ArrayList<>();
            rows.forEach(row -> ids.add(row.getString("external_id")));
            return ids;
        });
    }
}
