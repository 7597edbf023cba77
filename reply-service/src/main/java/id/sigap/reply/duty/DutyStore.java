package id.sigap.reply.duty;

import id.sigap.contracts.Channel;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Agency;
import id.sigap.reply.assignment.OnDuty;
import id.sigap.reply.assignment.RoundRobin;
import id.sigap.reply.assignment.WaitingCase;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.rows.Columns;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is at work and which cases nobody has: read and written for many at once. */
final class DutyStore {
    private static final String AVAILABLE = """
            select distinct d.agency from duty d where d.available and exists (
                select 1 from cases c where c.agency = d.agency and c.assignee is null
                  and c.state in ('new', 'drafting', 'needs-attention'))""";

    /** One instance hands out an agency's cases at a time: what people have is counted before. */
    private static final String TURN = "select pg_try_advisory_xact_lock(hashtext('duty'), hashtext($1)) as mine";

    private static final String PEOPLE = """
            select d.*, (select count(*) from cases c where c.agency = d.agency and c.assignee = d.person
                and c.state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed'))::int as load
            from duty d where d.agency = $1 and d.available""";

    private static final String WAITING = """
            select c.*, m.triage::jsonb #>> '{reading,language}' as language,
                (select t.detail from history t where t.case_id = c.case_id and t.act = 'taken-back'
                 order by t.history_id desc limit 1) as not_again
            from cases c left join messages m on m.message_id = c.last_message_id
            where c.agency = $1 and c.assignee is null and c.state in ('new', 'drafting', 'needs-attention')
            order by c.urgency desc, c.respond_by, c.case_id limit $2 for update of c skip locked""";

    private static final String GIVE = """
            update cases c set assignee = g.person, version = c.version + 1, changed_at = $3
            from unnest($1::uuid[], $2::text[]) as g(case_id, person) where c.case_id = g.case_id""";

    private static final String NOTE = """
            insert into history (case_id, at, act, detail)
            select case_id, $3, 'assigned', person from unnest($1::uuid[], $2::text[]) as g(case_id, person)""";

    /** A microsecond apart, so that the next batch begins where this one ended. */
    private static final String TAKE_TURN = """
            update duty d set last_assigned = g.at from (
                select person, $3::timestamptz + max(place) * interval '1 microsecond' as at
                from unnest($2::text[]) with ordinality as t(person, place) group by person) g
            where d.agency = $1 and d.person = g.person""";

    private DutyStore() {}

    /** Agencies where somebody is at work and some case is nobody's. */
    static Uni<List<String>> agencies(SqlClient client) {
        return client.query(AVAILABLE).execute().map(rows -> {
            List<String> agencies = new ArrayList<>();
            rows.forEach(row -> agencies.add(row.getString("agency")));
            return agencies;
        });
    }

    /** Whether this transaction is the one that hands out the agency's cases now. */
    static Uni<Boolean> turn(SqlConnection connection, String agency) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(agency))
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }

    static Uni<List<OnDuty>> people(SqlConnection connection, String agency) {
        return connection.preparedQuery(PEOPLE).execute(Tuple.of(agency)).map(rows -> all(rows, DutyStore::onDuty));
    }

    /** Cases that nobody has, the urgent first, locked, with what may be told of them. */
    static Uni<Map<WaitingCase, CaseEvents>> waiting(SqlConnection connection, Agency agency, int most, Instant now) {
        return connection
                .preparedQuery(WAITING)
                .execute(Tuple.of(agency.id(), most))
                .map(rows -> {
                    Map<WaitingCase, CaseEvents> waiting = new LinkedHashMap<>();
                    rows.forEach(row -> waiting.put(waiting(row, agency), events(row, now)));
                    return waiting;
                });
    }

    static Uni<Void> give(SqlConnection connection, String agency, List<RoundRobin.Given> given, Instant now) {
        Tuple rows = Columns.of(given)
                .uuid(RoundRobin.Given::caseId)
                .text(RoundRobin.Given::person)
                .same(now)
                .tuple();
        String[] people = given.stream().map(RoundRobin.Given::person).toArray(String[]::new);
        return connection
                .preparedQuery(GIVE)
                .execute(rows)
                .flatMap(done -> connection.preparedQuery(NOTE).execute(rows))
                .flatMap(done -> connection
                        .preparedQuery(TAKE_TURN)
                        .execute(Tuple.of(agency, people, now.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static OnDuty onDuty(Row row) {
        OffsetDateTime last = row.getOffsetDateTime("last_assigned");
        return new OnDuty(
                row.getString("person"),
                row.getInteger("capacity"),
                row.getInteger("load"),
                last == null ? null : last.toInstant(),
                Set.of(row.getArrayOfStrings("units")),
                Set.of(row.getArrayOfStrings("topics")),
                Set.of(row.getArrayOfStrings("languages")),
                Set.of(row.getArrayOfStrings("channels")));
    }

    private static WaitingCase waiting(Row row, Agency agency) {
        return new WaitingCase(
                row.getUUID("case_id"),
                row.getString("unit"),
                agency.lineage(row.getString("topic")),
                row.getString("channel"),
                language(row.getString("language")),
                row.getString("not_again"));
    }

    /** What could not be told, and what is mixed, anybody may read. */
    private static @Nullable String language(@Nullable String word) {
        boolean known = word != null
                && !word.equals(WrittenLanguage.UNDETERMINED.wire())
                && !word.equals(WrittenLanguage.MIXED.wire());
        return known ? word : null;
    }

    static CaseEvents events(Row row, Instant now) {
        return new CaseEvents(
                row.getUUID("case_id"),
                row.getUUID("conversation_id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("unit"),
                now);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
        List<T> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view.apply(row)));
        return views;
    }
}
