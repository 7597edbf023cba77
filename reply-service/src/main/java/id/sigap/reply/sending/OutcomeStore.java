package id.sigap.reply.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.SendFailure;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.ReplyFailed;
import id.sigap.contracts.event.ReplySent;
import id.sigap.reply.dispatch.Breaker;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes what became of replies and their cases, many at once, and tells it as events. */
final class OutcomeStore {
    /** Before replies, in the order in which everybody locks cases. */
    private static final String LOCK = """
            select 1 from cases where case_id = any($1) order by conversation_id for update""";

    private static final String ACCEPT = """
            with done as (
                update replies r set state = 'accepted', version = r.version + 1, accepted_at = o.at,
                    external_id = o.external_id, lease_until = null, failure = null, failure_code = null,
                    failed_at = null
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as o(reply_id, attempt_id, external_id, at)
                where r.reply_id = o.reply_id and r.attempt_id = o.attempt_id and r.state in ('sending', 'unknown')
                returning r.*),
            answered as (
                update messages m set answered_by = d.reply_id from done d
                where m.message_id = any(d.answers) and m.answered_by is null),
            moved as (
                update cases c set version = c.version + 1, changed_at = d.accepted_at,
                    answered_at = coalesce(c.answered_at, d.accepted_at),
                    turn = array(select t.id from unnest(c.turn) with ordinality as t(id, place)
                                 where t.id <> all(d.answers) order by t.place),
                    waiting_since = (select min(m.sent_at) from messages m
                                     where m.message_id = any(c.turn) and m.message_id <> all(d.answers)),
                    state = case when c.state in ('closed', 'snoozed') or exists (
                            select 1 from replies o where o.case_id = c.case_id and o.reply_id <> d.reply_id
                              and o.state in ('draft', 'submitted', 'queued', 'sending'))
                        then c.state else 'answered' end
                from done d where c.case_id = d.case_id
                returning c.case_id, c.conversation_id, c.unit, c.last_message_id)
            select d.*, c.conversation_id, c.unit, c.last_message_id,
                (select coalesce(json_agg(json_build_object('level', a.level, 'by', a.decided_by,
                        'submittedAt', a.submitted_at, 'decidedAt', a.decided_at) order by a.level), '[]')
                 from approvals a where a.reply_id = d.reply_id and a.voided_at is null)::text as approvals,
                -- Messages of merged cases are told of in their own conversations, where they waited.
                (select json_agg(json_build_object('conversation', e.conversation_id, 'account', e.account,
                        'channel', e.channel, 'answers', e.answers))
                 from (select m.conversation_id, g.account, g.channel,
                           json_agg(m.message_id order by m.sent_at) as answers
                       from case_merges g join messages m on m.conversation_id = g.conversation_id
                       where g.into_case = d.case_id and m.conversation_id <> c.conversation_id
                         and m.message_id = any(d.answers)
                       group by m.conversation_id, g.account, g.channel) e)::text as elsewhere
            from done d join moved c on c.case_id = d.case_id""";

    private static final String FAIL = """
            with done as (
                update replies r set state = o.state, version = r.version + 1, failure = o.failure,
                    failure_code = o.code, failed_at = o.at, lease_until = null
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                    as o(reply_id, attempt_id, state, failure, code, at)
                where r.reply_id = o.reply_id and r.attempt_id = o.attempt_id
                  and (r.state = 'sending' or r.state = 'unknown' and o.state = 'failed')
                returning r.*),
            moved as (
                update cases c set version = c.version + 1, changed_at = d.failed_at,
                    state = case when c.state = 'closed' or exists (
                            select 1 from replies o where o.case_id = c.case_id and o.reply_id <> d.reply_id
                              and o.state in ('draft', 'submitted', 'queued', 'sending'))
                        then c.state else 'needs-attention' end
                from done d where c.case_id = d.case_id
                returning c.case_id, c.conversation_id, c.unit)
            select d.*, c.conversation_id, c.unit from done d join moved c on c.case_id = d.case_id""";

    private static final String RETRY = """
            update replies r set version = r.version + 1, lease_until = null, failure_code = o.code,
                -- What has been sent in part is being sent.
                state = case when exists (select 1 from reply_parts p where p.reply_id = r.reply_id
                    and p.accepted_at is not null) then 'sending' else 'queued' end,
                send_after = now() + make_interval(secs => o.wait), attempts = r.attempts - o.forgiven
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::int4[])
                as o(reply_id, attempt_id, code, wait, forgiven)
            where r.reply_id = o.reply_id and r.attempt_id = o.attempt_id and r.state = 'sending'""";

    private static final String PAUSE = """
            update account_pace p set pause_reason = o.reason,
                paused_until = greatest(p.paused_until, now() + make_interval(secs => o.wait))
            from (select account, max(reason) as reason, max(wait) as wait
                  from unnest($1::text[], $2::text[], $3::float8[]) as o(account, reason, wait) group by account) o
            where p.account = o.account""";

    /** {@link Breaker} in SQL: so many in a row open the circuit, and each probe that fails doubles the rest. */
    private static final String UNCLEAR =
            """
            update account_pace p set
                failures = case when p.failures < %1$d then least(%1$d, p.failures + o.n)
                    when p.paused_until > now() then p.failures else p.failures + 1 end,
                pause_reason = case when p.failures + o.n >= %1$d then o.reason else p.pause_reason end,
                paused_until = case when p.failures + o.n < %1$d or p.failures >= %1$d and p.paused_until > now()
                        then p.paused_until
                    else greatest(p.paused_until, now()
                        + least(make_interval(secs => %3$d), make_interval(secs => %2$d)
                            * power(2, least(16, greatest(0, p.failures + 1 - %1$d))))) end
            from (select account, count(*)::int as n, max(reason) as reason
                  from unnest($1::text[], $2::text[]) as f(account, reason) group by account) o
            where p.account = o.account""".formatted(Breaker.FAILURES, Breaker.FIRST_REST.toSeconds(), Breaker.LONGEST_REST.toSeconds());

    private static final String CLEAR = """
            update account_pace set failures = 0, pause_reason = null
            where account = any($1) and (failures > 0 or pause_reason is not null)""";

    private static final String REPORTED = """
            select r.reply_id, r.attempt_id, r.case_id, coalesce(p.external_id, r.external_id) as external_id,
                coalesce(p.delivery_at, r.delivery_at) as delivery_at
            from replies r left join lateral (select * from reply_parts n where n.reply_id = r.reply_id
                and n.accepted_at is null order by n.part limit 1) p on true
            where r.reply_id = any($1)
              and case when p.part_id is null then r.external_id else p.external_id end is not null
              and case when p.part_id is null then r.delivery_status else p.delivery_status end
                  in ('sent', 'delivered', 'read')""";

    private static final TypeReference<List<Approval>> APPROVALS = new TypeReference<>() {};

    private OutcomeStore() {}

    /** Locks the cases that will change, so that nobody decides on them meanwhile. */
    static Uni<Void> lock(SqlConnection connection, Collection<UUID> cases) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(cases.stream().distinct().toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** The channel took them. The events of those that were not known to be taken before. */
    static Uni<List<CaseEvent>> accept(SqlConnection connection, List<Accepted> accepted) {
        Tuple parameters = Columns.of(accepted)
                .uuid(Accepted::replyId)
                .uuid(Accepted::attemptId)
                .text(Accepted::externalId)
                .time(Accepted::at)
                .tuple();
        return connection.preparedQuery(ACCEPT).execute(parameters).map(rows -> {
            List<CaseEvent> events = new ArrayList<>(rows.size());
            rows.forEach(row -> {
                ReplySent sent = sent(row);
                events.add(sent);
                events.addAll(Elsewhere.of(sent, row.getString("elsewhere")));
            });
            return events;
        });
    }

    /** They will not arrive, or nobody can tell. */
    static Uni<List<CaseEvent>> fail(SqlConnection connection, List<Failed> failed) {
        Tuple parameters = Columns.of(failed)
                .uuid(Failed::replyId)
                .uuid(Failed::attemptId)
                .text(f -> f.failure() == SendFailure.UNKNOWN ? "unknown" : "failed")
                .text(f -> f.failure().wire())
                .text(Failed::code)
                .time(Failed::at)
                .tuple();
        return events(connection, FAIL, parameters, OutcomeStore::failed);
    }

    /** Provably not taken; back into the queue. */
    static Uni<Void> retry(SqlConnection connection, List<Retry> retries) {
        Tuple parameters = Columns.of(retries)
                .uuid(Retry::replyId)
                .uuid(Retry::attemptId)
                .text(Retry::code)
                .real(r -> r.pause().toMillis() / 1000.0)
                .integer(r -> r.forgiven() ? 1 : 0)
                .tuple();
        return connection.preparedQuery(RETRY).execute(parameters).replaceWithVoid();
    }

    /** The accounts take nothing for a while. */
    static Uni<Void> pause(SqlConnection connection, List<Pause> pauses) {
        Tuple parameters = Columns.of(pauses)
                .text(Pause::account)
                .text(Pause::reason)
                .real(p -> p.pause().toMillis() / 1000.0)
                .tuple();
        return connection.preparedQuery(PAUSE).execute(parameters).replaceWithVoid();
    }

    /** One outcome each that speaks against the account's channel. */
    static Uni<Void> unclear(SqlConnection connection, List<Trouble> troubles) {
        return connection
                .preparedQuery(UNCLEAR)
                .execute(Columns.of(troubles)
                        .text(Trouble::account)
                        .text(Trouble::reason)
                        .tuple())
                .replaceWithVoid();
    }

    /** The accounts work. */
    static Uni<Void> clear(SqlConnection connection, Collection<String> accounts) {
        return connection
                .preparedQuery(CLEAR)
                .execute(Tuple.of(accounts.stream().distinct().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Those of the replies that a receipt has already told of. */
    static Uni<List<Accepted>> reported(SqlConnection connection, List<UUID> replies) {
        return connection
                .preparedQuery(REPORTED)
                .execute(Tuple.of(replies.toArray(UUID[]::new)))
                .map(rows -> {
                    List<Accepted> accepted = new ArrayList<>();
                    rows.forEach(row -> accepted.add(new Accepted(
                            row.getUUID("reply_id"),
                            row.getUUID("attempt_id"),
                            row.getUUID("case_id"),
                            row.getString("external_id"),
                            time(row, "delivery_at"))));
                    return accepted;
                });
    }

    private static Uni<List<CaseEvent>> events(
            SqlConnection connection, String sql, Tuple parameters, java.util.function.Function<Row, CaseEvent> event) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> {
            List<CaseEvent> events = new ArrayList<>(rows.size());
            rows.forEach(row -> events.add(event.apply(row)));
            return events;
        });
    }

    private static ReplySent sent(Row row) {
        UUID[] answers = row.getArrayOfUUIDs("answers");
        boolean automatic = row.getBoolean("automatic");
        String writtenBy = row.getString("written_by");
        String submittedBy = row.getString("submitted_by");
        Actor actor = automatic ? Actor.AUTOMATIC : writtenBy == null ? Actor.APPROVED_DRAFT : Actor.HUMAN;
        Instant acceptedAt = time(row, "accepted_at");
        Instant queuedAt = time(row, "queued_at");
        return new ReplySent(
                row.getUUID("case_id"),
                row.getUUID("conversation_id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("unit"),
                row.getUUID("reply_id"),
                answers.length > 0 ? answers[0] : row.getUUID("last_message_id"),
                List.of(answers),
                true,
                actor,
                submittedBy != null ? submittedBy : writtenBy,
                approvals(row.getString("approvals")),
                time(row, "drafted_at"),
                queuedAt,
                acceptedAt.isBefore(queuedAt) ? queuedAt : acceptedAt,
                row.getString("external_id"));
    }

    private static CaseEvent failed(Row row) {
        return new ReplyFailed(
                row.getUUID("case_id"),
                row.getUUID("conversation_id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("unit"),
                row.getUUID("reply_id"),
                SendFailure.of(row.getString("failure")),
                row.getString("failure_code"),
                time(row, "failed_at"));
    }

    private static List<Approval> approvals(String json) {
        try {
            return EventJson.mapper().readValue(json, APPROVALS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote approvals that are not JSON", e);
        }
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** A reply that arrived. */
    record Accepted(UUID replyId, UUID attemptId, UUID caseId, String externalId, Instant at) {}

    /** A reply that did not, or maybe not. */
    record Failed(UUID replyId, UUID attemptId, UUID caseId, SendFailure failure, String code, Instant at) {}

    /** A reply that waits for its next attempt; forgiven when this one is not to be counted. */
    record Retry(UUID replyId, UUID attemptId, String code, Duration pause, boolean forgiven) {}

    /** An outcome that counts against an account's circuit. */
    record Trouble(String account, String reason) {}

    /** An account that rests. */
    record Pause(String account, String reason, Duration pause) {}
}
