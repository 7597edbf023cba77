package id.sigap.reply.incidents;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.statement.StatementState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements and their approvals in the database. */
final class StatementStore {
    private static final String FIND = "select * from statements where statement_id = $1 and agency = any($2)";

    private static final String APPROVALS = """
            select * from statement_approvals where statement_id = $1 and voided_at is null order by level""";

    private static final String INSERT = """
            insert into statements (statement_id, agency, incident, audience, state, body, text_hash, release,
                written_by, written_at) values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9)""";

    private static final String WRITE = """
            update statements set version = version + 1, state = 'draft', body = $2, text_hash = $3, written_by = $4,
                written_at = $5, submitted_by = null, submitted_at = null where statement_id = $1""";

    private static final String SUBMIT = """
            update statements set version = version + 1, state = 'submitted', submitted_by = $2, submitted_at = $3,
                release = $4, unit = $5, returned_by = null, returned_reason = null, returned_at = null
            where statement_id = $1""";

    private static final String RETURN = """
            update statements set version = version + 1, state = 'draft', submitted_by = null, submitted_at = null,
                returned_by = $2, returned_reason = $3, returned_at = $4
            where statement_id = $1""";

    private static final String KEEP = """
            insert into statement_versions (statement_id, version, body, written_by, written_at)
            select statement_id, version, body, written_by, written_at from statements where statement_id = $1
            on conflict do nothing""";

    /** It waits on, from the change on. */
    private static final String REVISE = """
            update statements set version = version + 1, body = $2, text_hash = $3, written_by = $4, written_at = $5,
                submitted_at = $5 where statement_id = $1""";

    /** What the person wrote who put it forward: what others made of it since is one change. */
    private static final String BEFORE = """
            select body from statement_versions where statement_id = $1 and written_by = $2
            order by version desc limit 1""";

    private static final String APPROVE = """
            insert into statement_approvals (approval_id, statement_id, level, text_hash, submitted_at, decided_at,
                decided_by) values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String VOID =
            "update statement_approvals set voided_at = $2 where statement_id = $1 and voided_at is null";

    private static final String MOVE = """
            update statements set version = version + 1, state = $2,
                released_at = case when $2 = 'released' then coalesce(released_at, $3) else released_at end,
                ended_at = case when $2 = 'cancelled' then $3 else ended_at end,
                ended_by = case when $2 = 'cancelled' then $4 else ended_by end,
                offered = offered and $2 <> 'cancelled'
            where statement_id = $1""";

    private static final String RETIRE = """
            update statements set version = version + 1, offered = false where statement_id = $1 and offered""";

    /** In the order in which whoever needs several replies locks them. */
    private static final String HOLD = """
            with mine as (
                select r.reply_id from statement_cases d join replies r on r.reply_id = d.reply_id
                where d.statement_id = $1 and r.state = 'queued' and r.held <> $2 order by r.case_id for update of r)
            update replies r set held = $2, version = r.version + 1 from mine where r.reply_id = mine.reply_id""";

    private static final String LOCK_QUEUED = """
            select c.case_id from cases c
            where c.case_id in (select r.case_id from statement_cases d join replies r on r.reply_id = d.reply_id
                                where d.statement_id = $1 and r.state = 'queued')
            order by c.conversation_id for update of c""";

    /** What has not gone out becomes a draft, for a person to use or to replace. */
    private static final String TAKE_BACK = """
            with mine as (
                select r.reply_id from statement_cases d join replies r on r.reply_id = d.reply_id
                where d.statement_id = $1 and r.state = 'queued' order by r.case_id for update of r),
            back as (
                update replies r set state = 'draft', version = r.version + 1, held = false, submitted_by = null,
                    submitted_at = null, queued_at = null, send_after = null
                from mine where r.reply_id = mine.reply_id returning r.reply_id, r.case_id),
            voided as (
                update approvals a set voided_at = $2::timestamptz from back
                where a.reply_id = back.reply_id and a.voided_at is null),
            noted as (
                insert into history (case_id, at, act, done_by, detail)
                select case_id, $2::timestamptz, 'statement-cancelled', $3::text, null from back),
            moved as (
                update cases c set version = c.version + 1, changed_at = $2, state = 'drafting' from back
                where c.case_id = back.case_id and c.state = 'sending')
            select case_id from back""";

    private static final String FACTS = """
            select kind, topic, channel, account, urgency, visibility, personal_data, min(confidence) as confidence
            from cases where agency = $1 and incident = $2 and state <> 'closed'
            group by kind, topic, channel, account, urgency, visibility, personal_data limit 1000""";

    private static final String UNITS = """
            select distinct unit from cases where agency = $1 and incident = $2 and state <> 'closed'""";

    private static final String RECORD = "select record_act($1, $2, $3, $4, null, $5)";

    private static final String SUBMITTED = """
            select *, (select count(*) from statements where agency = any($1) and state = 'submitted') as total
            from statements where agency = any($1) and state = 'submitted'
              and ($3::timestamptz is null or (submitted_at, statement_id) > ($3, $4))
            order by submitted_at, statement_id limit $2""";

    private StatementStore() {}

    /** The statement; null when the agencies do not have it. */
    static Uni<@Nullable Statement> find(SqlClient client, UUID id, Collection<String> agencies, boolean lock) {
        return client.preparedQuery(lock ? FIND + " for update" : FIND)
                .execute(Tuple.of(id, agencies.toArray(String[]::new)))
                .map(rows ->
                        rows.size() == 0 ? null : Statement.of(rows.iterator().next()));
    }

    static Uni<List<Statement.Approval>> approvals(SqlClient client, UUID id) {
        return client.preparedQuery(APPROVALS).execute(Tuple.of(id)).map(rows -> all(rows, Statement.Approval::of));
    }

    static Uni<Void> insert(SqlClient client, Statement s) {
        return run(
                client,
                INSERT,
                s.statementId(),
                s.agency(),
                s.incident(),
                s.audience().wire(),
                s.body(),
                s.textHash(),
                s.release().wire(),
                s.writtenBy(),
                offset(s.writtenAt()));
    }

    static Uni<Void> write(SqlConnection c, UUID id, String body, String hash, String by, Instant at) {
        return run(c, WRITE, id, body, hash, by, offset(at));
    }

    static Uni<Void> submit(SqlConnection c, UUID id, String by, Instant at, Release release, String unit) {
        return run(c, SUBMIT, id, by, offset(at), release.wire(), unit);
    }

    static Uni<Void> giveBack(SqlConnection c, UUID id, Statement.Returned returned) {
        return run(c, RETURN, id, returned.by(), returned.reason(), offset(returned.at()));
    }

    /** Keeps the words of now, which somebody is about to replace. */
    static Uni<Void> keep(SqlConnection c, UUID id) {
        return run(c, KEEP, id);
    }

    static Uni<Void> revise(SqlConnection c, UUID id, String body, String hash, String by, Instant at) {
        return run(c, REVISE, id, body, hash, by, offset(at));
    }

    /** The words that were put forward, before approvers changed them; null when they are not on record. */
    static Uni<@Nullable String> before(SqlClient client, Statement s) {
        return client.preparedQuery(BEFORE)
                .execute(Tuple.of(s.statementId(), s.submittedBy()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("body"));
    }

    static Uni<Void> approve(SqlConnection c, UUID approval, Statement of, Statement.Approval given) {
        return run(
                c,
                APPROVE,
                approval,
                of.statementId(),
                (short) given.level(),
                given.textHash(),
                offset(given.submittedAt()),
                offset(given.decidedAt()),
                given.by());
    }

    static Uni<Void> makeVoid(SqlConnection c, UUID id, Instant at) {
        return run(c, VOID, id, offset(at));
    }

    static Uni<Void> move(SqlConnection c, UUID id, StatementState to, Instant at, String by) {
        return run(c, MOVE, id, to.wire(), offset(at), by);
    }

    static Uni<Void> retire(SqlConnection c, UUID id) {
        return run(c, RETIRE, id);
    }

    /** Keeps what has not gone out from going out, or lets it. */
    static Uni<Void> hold(SqlConnection c, UUID id, boolean held) {
        return run(c, HOLD, id, held);
    }

    /** The cases whose reply had not gone out; it is a draft now. */
    static Uni<List<UUID>> takeBack(SqlConnection c, UUID id, Instant at, String by) {
        return c.preparedQuery(LOCK_QUEUED)
                .execute(Tuple.of(id))
                .flatMap(locked -> c.preparedQuery(TAKE_BACK).execute(Tuple.of(id, offset(at), by)))
                .map(rows -> all(rows, row -> row.getUUID("case_id")));
    }

    /** What the open cases of an incident are like, once each. */
    static Uni<RowSet<Row>> facts(SqlClient client, String agency, String incident) {
        return client.preparedQuery(FACTS).execute(Tuple.of(agency, incident));
    }

    /** Which units have the open cases of an incident. */
    static Uni<List<String>> units(SqlClient client, String agency, String incident) {
        return client.preparedQuery(UNITS)
                .execute(Tuple.of(agency, incident))
                .map(rows -> all(rows, row -> row.getString("unit")));
    }

    /** Those that wait for an approval, the longest waiting first. */
    static Uni<Submitted> submitted(
            SqlClient client, Collection<String> agencies, @Nullable Instant since, @Nullable UUID id, int limit) {
        return client.preparedQuery(SUBMITTED)
                .execute(Tuple.of(
                        agencies.toArray(String[]::new),
                        limit,
                        since == null ? null : since.atOffset(ZoneOffset.UTC),
                        id))
                .map(rows -> new Submitted(
                        all(rows, Statement::of),
                        rows.size() == 0 ? 0 : rows.iterator().next().getLong("total")));
    }

    /**
     * Some of those that wait.
     *
     * @param total how many wait in all
     */
    record Submitted(List<Statement> statements, long total) {}

    /**
     * Puts an act on record, in the transaction of the act.
     *
     * @param by absent when it was nobody's
     */
    static Uni<Void> record(
            SqlClient client, String agency, Instant at, String act, @Nullable String by, String detail) {
        return client.preparedQuery(RECORD)
                .execute(Tuple.of(agency, offset(at), act, by, detail))
                .replaceWithVoid();
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
        List<T> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(view.apply(row)));
        return found;
    }

    static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Uni<Void> run(SqlClient client, String sql, Object... values) {
        return client.preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(values)))
                .replaceWithVoid();
    }
}
