package id.sigap.reply.incidents;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Ids;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a statement's replies, up to a thousand in one statement per table. */
final class SpreadStore {
    /** Cases in one transaction. */
    static final int BATCH = 1_000;

    /** One that still has cases before it and that no other instance is at. */
    private static final String NEXT = """
            select * from statements where state = 'released' and spread_at is null
            order by released_at limit 1 for update skip locked""";

    private static final String LOCK = """
            select c.case_id from cases c
            where c.agency = $1 and c.incident = $2 and c.opened_at <= $3
              and not exists (select 1 from statement_cases d where d.statement_id = $4 and d.case_id = c.case_id)
            order by c.conversation_id limit $5::int for update of c""";

    /** Asked after the lock: what others wrote before it is seen. */
    private static final String READ = """
            select c.*, cardinality(c.turn) > 0 as waits, c.answered_at is not null as answered,
                exists (select 1 from messages m where m.case_id = c.case_id)
                    and not exists (select 1 from messages m where m.case_id = c.case_id and m.withdrawn_at is null)
                    as withdrawn,
                o.reply_id as open_reply, o.state as open_state, o.drafted_at as open_drafted_at,
                o.written_by is not null as own_text,
                exists (select 1 from replies s where s.case_id = c.case_id and s.state in ('sending', 'unknown'))
                    as unsettled, %s
            from cases c left join replies o on o.case_id = c.case_id and o.state in ('draft', 'submitted', 'queued')
            where c.case_id = any($1) order by c.conversation_id""".formatted(StatementRules.LANGUAGE);

    private static final String DONE =
            "update statements set spread_at = $2, version = version + 1 where statement_id = $1";

    private static final String DISCARD = """
            update replies set state = 'discarded', version = version + 1
            where reply_id = any($1) and state = 'draft'""";

    private static final String REPLIES = """
            insert into replies (reply_id, case_id, agency, account, channel, state, body, text_hash, written_by,
                release, drafted_at, submitted_by, submitted_at, automatic, queued_at, send_after, urgency)
            select r.reply_id, r.case_id, $11::text, r.account, r.channel, 'queued', r.body, r.text_hash, $12::text,
                $13::text, r.drafted_at, $14::text, r.submitted_at, false, r.queued_at, r.queued_at, r.urgency
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                $8::timestamptz[], $9::timestamptz[], $10::int2[])
              as r(reply_id, case_id, account, channel, body, text_hash, drafted_at, submitted_at, queued_at, urgency)""";

    private static final String APPROVALS = """
            insert into approvals (approval_id, reply_id, level, text_hash, submitted_at, decided_at, decided_by)
            select * from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                $7::text[])""";

    private static final String SHARES = """
            insert into statement_cases (statement_id, case_id, reply_id, skipped, template_hash, slots, rendered_hash)
            select $6::uuid, s.case_id, s.reply_id, s.skipped,
                case when s.reply_id is null then null else $7::text end, s.slots,
                s.rendered_hash
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
              as s(case_id, reply_id, skipped, slots, rendered_hash)""";

    private static final String CASES = """
            update cases set version = cases.version + 1, changed_at = $3, state = m.state
            from unnest($1::uuid[], $2::text[]) as m(case_id, state) where cases.case_id = m.case_id""";

    private static final String NOTES = """
            insert into history (case_id, at, act, done_by, detail)
            select case_id, $2::timestamptz, 'statement-released', $3::text, $4::text from unnest($1::uuid[]) as n(case_id)""";

    private SpreadStore() {}

    static Uni<@Nullable Statement> next(SqlConnection c) {
        return c.query(NEXT)
                .execute()
                .map(rows ->
                        rows.size() == 0 ? null : Statement.of(rows.iterator().next()));
    }

    /** The statement's next cases, locked. */
    static Uni<RowSet<Row>> read(SqlConnection c, Statement s) {
        Instant until = Objects.requireNonNull(s.releasedAt(), "a released statement has its time");
        return c.preparedQuery(LOCK)
                .execute(Tuple.of(s.agency(), s.incident(), StatementStore.offset(until), s.statementId(), BATCH))
                .flatMap(rows -> c.preparedQuery(READ)
                        .execute(Tuple.of(StatementStore.all(rows, row -> row.getUUID("case_id"))
                                .toArray(UUID[]::new))));
    }

    static Uni<Void> done(SqlConnection c, UUID statement, Instant at) {
        return c.preparedQuery(DONE)
                .execute(Tuple.of(statement, StatementStore.offset(at)))
                .replaceWithVoid();
    }

    /** Gives up drafts of the system. Before the replies are written: one of a case may be open. */
    static Uni<Void> discard(SqlConnection c, List<UUID> drafts) {
        return drafts.isEmpty()
                ? Uni.createFrom().voidItem()
                : c.preparedQuery(DISCARD)
                        .execute(Tuple.of(drafts.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    static Uni<Void> replies(SqlConnection c, Statement s, List<SpreadReply> replies) {
        Tuple parameters = Columns.of(replies)
                .uuid(SpreadReply::replyId)
                .uuid(SpreadReply::caseId)
                .text(r -> r.about().account())
                .text(r -> r.about().channel().wire())
                .text(SpreadReply::body)
                .text(SpreadReply::textHash)
                .time(SpreadReply::draftedAt)
                .time(SpreadReply::submittedAt)
                .time(SpreadReply::queuedAt)
                .small(SpreadReply::urgency)
                .same(s.agency())
                .same(s.writtenBy())
                .same(s.release().wire())
                .same(Objects.requireNonNull(s.submittedBy(), "a released statement was submitted"))
                .tuple();
        return run(c, REPLIES, parameters);
    }

    static Uni<Void> approvals(SqlConnection c, List<SpreadReply> replies) {
        List<Given> given = replies.stream()
                .flatMap(reply -> reply.approvals().stream().map(approval -> new Given(reply, approval)))
                .toList();
        Tuple parameters = Columns.of(given)
                .uuid(g -> Ids.timeOrdered(g.approval().decidedAt()))
                .uuid(g -> g.reply().replyId())
                .small(g -> g.approval().level())
                .text(g -> g.reply().textHash())
                .time(g -> g.approval().submittedAt())
                .time(g -> g.approval().decidedAt())
                .text(g -> g.approval().by())
                .tuple();
        return run(c, APPROVALS, parameters);
    }

    static Uni<Void> shares(SqlConnection c, Statement s, List<SpreadShare> shares) {
        Tuple parameters = Columns.of(shares)
                .uuid(SpreadShare::caseId)
                .uuid(SpreadShare::replyId)
                .text(SpreadShare::skipped)
                .text(share -> share.values() == null ? null : json(share.values()))
                .text(SpreadShare::textHash)
                .same(s.statementId())
                .same(s.textHash())
                .tuple();
        return run(c, SHARES, parameters);
    }

    static Uni<Void> cases(SqlConnection c, List<SpreadReply> replies, Instant now) {
        return run(
                c,
                CASES,
                Columns.of(replies)
                        .uuid(SpreadReply::caseId)
                        .text(r -> r.caseState().wire())
                        .same(now)
                        .tuple());
    }

    static Uni<Void> notes(SqlConnection c, Statement s, List<SpreadReply> replies, Instant now) {
        return run(
                c,
                NOTES,
                Columns.of(replies)
                        .uuid(SpreadReply::caseId)
                        .same(now)
                        .same(s.submittedBy() == null ? s.writtenBy() : s.submittedBy())
                        .same(s.statementId().toString())
                        .tuple());
    }

    private static Uni<Void> run(SqlConnection c, String sql, Tuple parameters) {
        return c.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static String json(Map<String, String> values) {
        try {
            return EventJson.mapper().writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings can be written", e);
        }
    }

    private record Given(SpreadReply reply, Statement.Approval approval) {}
}
