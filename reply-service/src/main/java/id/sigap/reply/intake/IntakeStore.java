package id.sigap.reply.intake;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.templates.Said;
import id.sigap.reply.templates.StoredWords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a batch needs to know, in one round trip, and locks what it may change. */
final class IntakeStore {
    private static final String KNOWN = "select message_id from messages where message_id = any($1)";

    private static final String EARLY = """
            delete from early_changes where message_id = any($1)
            returning message_id, body, edited_at, edit_received_at, withdrawn_at""";

    /** Locked in one order, before replies: whoever changes a case does so. */
    private static final String OPEN = """
            select * from cases where state <> 'closed' and case_id = any(array(
                select case_id from cases where conversation_id = any($1) and state <> 'closed'
                union all select into_case from case_merges where conversation_id = any($1)))
            order by conversation_id for update""";

    /** Where the messages of conversations belong whose case was merged into another one. */
    private static final String MERGED = """
            select distinct on (conversation_id) conversation_id, into_case from case_merges
            where conversation_id = any($1) order by conversation_id, merged_at desc""";

    private static final String CLOSED = """
            select distinct on (conversation_id) conversation_id, case_id, answered_at is not null as answered
            from cases where conversation_id = any($1) and state = 'closed'
            order by conversation_id, opened_at desc""";

    private static final String REPLIES = """
            select r.*, (select count(*) from approvals a
                         where a.reply_id = r.reply_id and a.voided_at is null)::int as given
            from replies r
            where r.case_id = any(array(
                select case_id from cases where conversation_id = any($1) and state <> 'closed'
                union all select into_case from case_merges where conversation_id = any($1)))
              and r.state in ('draft', 'submitted', 'queued')
            order by r.case_id for update of r""";

    /** The words that wait already: an answer to the next message answers them too. */
    private static final String SAID = """
            select m.case_id, m.body, m.triage, m.edited_at is distinct from m.read_edit as unread
            from cases c join messages m on m.message_id = any(c.turn)
            where c.conversation_id = any($1) and c.state <> 'closed' order by m.sent_at, m.message_id""";

    private static final String NUMBERS = """
            insert into case_numbers as n (agency, year, last)
            select * from unnest($1::text[], $2::int[], $3::bigint[]) order by 1, 2
            on conflict (agency, year) do update set last = n.last + excluded.last
            returning agency, year, last""";

    private IntakeStore() {}

    /**
     * Settles how the transaction's statements are planned: once for all batches, by index. Planning a dozen statements
     * anew takes longer than what a small batch does, and a plan that read a table while it was empty must not be kept.
     */
    static Uni<Void> begin(SqlConnection connection) {
        return connection
                .query("set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off")
                .execute()
                .replaceWithVoid();
    }

    /** What the database knows of these messages and conversations. */
    static Uni<IntakeSnapshot> read(SqlConnection connection, UUID[] messages, UUID[] conversations) {
        return Uni.combine()
                .all()
                .unis(
                        rows(connection, KNOWN, messages),
                        rows(connection, EARLY, messages),
                        rows(connection, OPEN, conversations),
                        rows(connection, CLOSED, conversations),
                        rows(connection, REPLIES, conversations),
                        rows(connection, MERGED, conversations),
                        rows(connection, SAID, conversations))
                .asTuple()
                .map(found -> new IntakeSnapshot(
                        ids(found.getItem1()),
                        byId(found.getItem2(), "message_id", IntakeStore::early),
                        byId(found.getItem3(), "conversation_id", IntakeStore::known),
                        byId(found.getItem4(), "conversation_id", IntakeStore::closed),
                        byId(found.getItem5(), "case_id", IntakeStore::reply),
                        byId(found.getItem6(), "conversation_id", row -> row.getUUID("into_case")),
                        said(found.getItem7())));
    }

    /** Takes {@code count} numbers of each agency's year; the answer is the last one taken, by agency. */
    static Uni<Map<String, Long>> takeNumbers(SqlConnection connection, Collection<NumbersWanted> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = id.sigap.reply.rows.Columns.of(wanted)
                .text(NumbersWanted::agency)
                .integer(NumbersWanted::year)
                .big(NumbersWanted::count)
                .tuple();
        return connection.preparedQuery(NUMBERS).execute(parameters).map(rows -> {
            Map<String, Long> last = new HashMap<>();
            rows.forEach(row -> last.put(row.getString("agency"), row.getLong("last")));
            return last;
        });
    }

    /** How many case numbers a batch takes. */
    record NumbersWanted(String agency, int year, long count) {}

    private static Uni<RowSet<Row>> rows(SqlConnection connection, String sql, UUID[] ids) {
        return connection.preparedQuery(sql).execute(Tuple.of(ids));
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private static <V> Map<UUID, V> byId(RowSet<Row> rows, String key, Function<Row, V> value) {
        Map<UUID, V> found = new HashMap<>();
        rows.forEach(row -> found.put(row.getUUID(key), value.apply(row)));
        return found;
    }

    private static Map<UUID, List<Said>> said(RowSet<Row> rows) {
        Map<UUID, List<Said>> found = new HashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                    .add(StoredWords.said(row.getString("body"), row.getString("triage"), row.getBoolean("unread")));
        }
        return found;
    }

    private static MessageRow.EarlyChange early(Row row) {
        return new MessageRow.EarlyChange(
                row.getString("body"),
                time(row, "edited_at"),
                time(row, "edit_received_at"),
                time(row, "withdrawn_at"),
                false);
    }

    private static IntakeSnapshot.Closed closed(Row row) {
        return new IntakeSnapshot.Closed(row.getUUID("case_id"), row.getBoolean("answered"));
    }

    static CaseInWork.Known known(Row row) {
        return new CaseInWork.Known(
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getUUID("conversation_id"),
                row.getString("thread_key"),
                Visibility.of(row.getString("visibility")),
                row.getString("citizen"),
                CaseState.of(row.getString("state")),
                understanding(row),
                List.of(row.getArrayOfUUIDs("turn")),
                time(row, "waiting_since"),
                row.getUUID("last_message_id"),
                always(row, "last_message_at"),
                time(row, "answered_at"),
                row.getString("routed_by"),
                row.getString("transferred_to"),
                always(row, "opened_at"));
    }

    private static Understanding understanding(Row row) {
        return new Understanding(
                Kind.of(row.getString("kind")),
                row.getDouble("confidence"),
                row.getString("topic"),
                row.getString("unit"),
                UrgencyRank.at(row.getShort("urgency")),
                row.getDouble("intensity"),
                row.getBoolean("personal_data"),
                List.of(row.getArrayOfStrings("missing")),
                row.getString("incident"),
                always(row, "respond_by"));
    }

    static OpenReply reply(Row row) {
        return new OpenReply(
                row.getUUID("reply_id"),
                ReplyState.of(row.getString("state")),
                row.getString("body"),
                row.getString("text_hash"),
                row.getString("written_by"),
                Release.of(row.getString("release")),
                row.getInteger("given"),
                always(row, "drafted_at"),
                row.getBoolean("automatic"),
                time(row, "send_after"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant always(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
