package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.reply.dispatch.Breaker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of released replies in the database: what is due is claimed by exactly one instance. */
final class SendStore {
    private static final String ACCOUNTS = """
            insert into account_pace (account, tokens, refilled_at) select a, 1, now() from unnest($1::text[]) a
            on conflict do nothing""";

    private static final String DUE =
            "select exists (select 1 from replies where (state = 'queued' and not held or state = 'sending' and"
                    + " lease_until is null) and send_after <= now()) as due";

    /**
     * Takes what is due, urgent first, as much as each account's pace allows over all instances, and passes over what
     * another instance holds. A reply that goes out in several messages takes a place for each. Behind an account whose circuit was open one reply goes ahead alone, to see. The messages
     * that a reply answers are fixed here: those that wait now.
     */
    private static final String CLAIM = """
            with pace as (
                select p.account, case
                    when p.failures < %1$d then least(b.rate, p.tokens + b.rate * extract(epoch from now() - p.refilled_at))
                    when exists (select 1 from replies f where f.account = p.account and f.state = 'sending'
                                 and f.lease_until is not null) then 0
                    else 1 end as tokens
                from account_pace p join unnest($1::text[], $2::float8[]) as b(account, rate) on b.account = p.account
                where p.paused_until is null or p.paused_until <= now()
                order by p.account for update of p skip locked),
            due as (
                select d.reply_id, d.account from pace cross join lateral (
                    select q.reply_id, q.account from replies q
                    where q.account = pace.account and q.send_after <= now()
                      and (q.state = 'queued' and not q.held or q.state = 'sending' and q.lease_until is null)
                      and not exists (select 1 from replies s where s.case_id = q.case_id and s.state = 'sending'
                                        and s.reply_id <> q.reply_id)
                    order by q.urgency desc, q.send_after, q.reply_id
                    limit least(floor(pace.tokens)::int, $3::int) for update skip locked) d),
            spent as (
                update account_pace p set refilled_at = now(),
                    tokens = pace.tokens - (select count(*) from due where due.account = p.account)
                from pace where p.account = pace.account
                  and exists (select 1 from due where due.account = p.account)),
            claimed as (
                update replies r set state = 'sending', version = r.version + 1, attempt_id = gen_random_uuid(),
                    attempts = r.attempts + 1, instance = $4, lease_until = now() + make_interval(secs => $5),
                    answers = case when r.state = 'queued' then c.turn else r.answers end
                from due, cases c where r.reply_id = due.reply_id and c.case_id = r.case_id
                returning r.reply_id, r.attempt_id, r.attempts, r.case_id, r.agency, r.account, r.channel, r.body,
                    r.text_hash, c.thread_key, c.last_message_id, c.last_message_at, c.visibility)
            select k.*, m.external_id as quoted, p.part_id, p.part, p.of_parts, p.body as part_body,
                exists (select 1 from approvals a where a.reply_id = k.reply_id and a.voided_at is null
                          and a.text_hash <> k.text_hash) as other_text_approved,
                d.slots, s.body as template, s.text_hash as template_hash, d.template_hash as approved_template
            from claimed k left join messages m on m.message_id = k.last_message_id
                left join statement_cases d on d.reply_id = k.reply_id and d.rendered_hash = k.text_hash
                left join statements s on s.statement_id = d.statement_id
                left join lateral (select * from reply_parts n where n.reply_id = k.reply_id and n.accepted_at is null
                                   order by n.part limit 1) p on true""".formatted(Breaker.FAILURES);

    /** What an instance took and, having died or lost the database, never finished. */
    private static final String ABANDONED = """
            select r.reply_id, r.attempt_id, r.attempts, r.case_id, r.agency, r.account, r.channel, '' as body,
                '' as text_hash, '' as thread_key, null::text as quoted, now() as last_message_at,
                false as other_text_approved, null::text as slots, null::text as template, null::text as template_hash,
                null::text as approved_template, 'private' as visibility, null::uuid as part_id
            from replies r where r.state = 'sending' and r.lease_until < now()
            order by r.lease_until limit 500""";

    private SendStore() {}

    /** Makes sure that every account has its pace. */
    static Uni<Void> know(SqlClient client, List<String> accounts) {
        return client.preparedQuery(ACCOUNTS)
                .execute(Tuple.of(accounts.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Whether anything is due at all. */
    static Uni<Boolean> due(SqlClient client) {
        return client.query(DUE).execute().map(rows -> rows.iterator().next().getBoolean("due"));
    }

    /**
     * Claims what is due.
     *
     * @param rates replies per second, by account
     * @param most how many per account at most
     * @param instance who claims
     * @param lease after which nobody believes any more that the instance is at it
     */
    static Uni<List<Outgoing>> claim(
            SqlConnection connection, Map<String, Integer> rates, int most, UUID instance, Duration lease) {
        List<String> accounts = new ArrayList<>(rates.keySet());
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.from(List.of(
                        accounts.toArray(String[]::new),
                        accounts.stream()
                                .map(rates::get)
                                .map(Integer::doubleValue)
                                .toArray(Double[]::new),
                        most,
                        instance,
                        (double) lease.toSeconds())))
                .map(SendStore::outgoing);
    }

    /** Replies whose instance is gone. */
    static Uni<List<Outgoing>> abandoned(SqlClient client) {
        return client.query(ABANDONED).execute().map(SendStore::outgoing);
    }

    private static List<Outgoing> outgoing(RowSet<Row> rows) {
        List<Outgoing> claimed = new ArrayList<>(rows.size());
        rows.forEach(row -> claimed.add(new Outgoing(
                row.getUUID("reply_id"),
                row.getUUID("attempt_id"),
                row.getInteger("attempts"),
                row.getUUID("case_id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("thread_key"),
                row.getString("body"),
                row.getString("quoted"),
                row.getOffsetDateTime("last_message_at").toInstant(),
                new Approved(
                        row.getString("text_hash"),
                        row.getBoolean("other_text_approved"),
                        row.getString("template"),
                        row.getString("template_hash"),
                        row.getString("approved_template"),
                        row.getString("slots")),
                Visibility.of(row.getString("visibility")),
                part(row))));
        return claimed;
    }

    private static @Nullable Part part(Row row) {
        @Nullable UUID id = row.getUUID("part_id");
        return id == null
                ? null
                : new Part(id, row.getShort("part"), row.getShort("of_parts"), row.getString("part_body"));
    }
}
