package id.sigap.reply.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.rows.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a batch decided: one statement per table, whatever the batch's size. */
final class IntakeWriter {
    private static final String MESSAGES = """
            insert into messages (message_id, case_id, agency, conversation_id, external_id, part, body, attachments,
                triage, kind, sent_at, received_at, triaged_at, edited_at, withdrawn_at, read_edit, edit_received_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
                $14::timestamptz[], $15::timestamptz[], $16::timestamptz[], $17::timestamptz[])
            on conflict (message_id) do nothing""";

    private static final String NEW_CASES = """
            insert into cases (case_id, number, agency, account, channel, conversation_id, thread_key, visibility,
                citizen, state, kind, confidence, topic, unit, urgency, intensity, personal_data, missing, incident,
                turn, waiting_since, respond_by, last_message_id, last_message_at, opened_at, changed_at, citizen_id)
            select case_id, number, agency, account, channel, conversation_id, thread_key, visibility, citizen, state,
                kind, confidence, topic, unit, urgency, intensity, personal_data, string_to_array(missing, ','),
                incident, string_to_array(turn, ',')::uuid[], waiting_since, respond_by, last_message_id,
                last_message_at, $25, $25, citizen_id
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::float8[], $13::text[], $14::text[], $15::int2[],
                $16::float8[], $17::bool[], $18::text[], $19::text[], $20::text[], $21::timestamptz[],
                $22::timestamptz[], $23::uuid[], $24::timestamptz[], $26::text[])
              as c(case_id, number, agency, account, channel, conversation_id, thread_key, visibility, citizen, state,
                kind, confidence, topic, unit, urgency, intensity, personal_data, missing, incident, turn,
                waiting_since, respond_by, last_message_id, last_message_at, citizen_id)
            on conflict (conversation_id) where state <> 'closed' do nothing""";

    private static final String CHANGED_CASES = """
            update cases set version = version + 1, state = c.state, kind = c.kind, confidence = c.confidence,
                topic = c.topic, unit = c.unit, urgency = c.urgency, intensity = c.intensity,
                personal_data = c.personal_data, missing = string_to_array(c.missing, ','), incident = c.incident,
                turn = string_to_array(c.turn, ',')::uuid[], waiting_since = c.waiting_since,
                respond_by = c.respond_by, last_message_id = c.last_message_id,
                last_message_at = c.last_message_at, changed_at = $17,
                closed_at = case when c.state = 'closed' then $17 else closed_at end,
                disposition = case when c.state = 'closed' then 'resolved' else disposition end
            from unnest($1::uuid[], $2::text[], $3::text[], $4::float8[], $5::text[], $6::text[], $7::int2[],
                $8::float8[], $9::bool[], $10::text[], $11::text[], $12::text[], $13::timestamptz[],
                $14::timestamptz[], $15::uuid[], $16::timestamptz[])
              as c(case_id, state, kind, confidence, topic, unit, urgency, intensity, personal_data, missing, incident,
                turn, waiting_since, respond_by, last_message_id, last_message_at)
            where cases.case_id = c.case_id""";

    private static final String NEW_REPLIES = """
            insert into replies (reply_id, case_id, agency, account, channel, state, body, text_hash, release,
                drafted_at, automatic, queued_at, send_after, urgency)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::timestamptz[], $11::bool[], $12::timestamptz[], $13::timestamptz[],
                $14::int2[])""";

    private static final String CHANGED_REPLIES = """
            update replies set version = version + 1, state = r.state, body = r.body, text_hash = r.text_hash,
                release = r.release, automatic = r.automatic, queued_at = r.send_after, send_after = r.send_after,
                urgency = r.urgency, submitted_by = null, submitted_at = null, held = false
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::timestamptz[],
                $8::int2[]) as r(reply_id, state, body, text_hash, release, automatic, send_after, urgency)
            where replies.reply_id = r.reply_id""";

    private static final String VOID =
            "update approvals set voided_at = $2 where reply_id = any($1) and voided_at is null";

    private static final String THANKED =
            "insert into history (case_id, at, act) select c, $2, 'thanked' from unnest($1::uuid[]) as c";
    private static final String DRAFTS = """
            insert into drafts as d (reply_id, agency, outcome, reason, asks, sources, text_hash, composed_at)
            select reply_id, agency, outcome, reason, string_to_array(asks, ','), sources, text_hash, $8
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
              as n(reply_id, agency, outcome, reason, asks, sources, text_hash)
            on conflict (reply_id) do update set outcome = excluded.outcome, reason = excluded.reason,
                asks = excluded.asks, sources = excluded.sources, composer = 'local', text_hash = excluded.text_hash,
                composed_at = excluded.composed_at, asked_at = null""";

    private IntakeWriter() {}

    /** How many cases are noted as ended by thanks. */
    static Uni<Integer> thanked(SqlConnection connection, List<UUID> cases, Instant now) {
        Tuple parameters = Columns.of(cases).uuid(id -> id).same(now).tuple();
        return execute(connection, THANKED, parameters);
    }

    /** How many messages were new to the database. */
    static Uni<Integer> messages(SqlConnection connection, List<MessageRow> rows) {
        Tuple parameters = Columns.of(rows)
                .uuid(row -> message(row).messageId())
                .uuid(MessageRow::caseId)
                .text(row -> message(row).agency())
                .uuid(row -> message(row).conversationId())
                .text(row -> message(row).externalId())
                .text(row -> row.part().wire())
                .text(MessageRow::body)
                .text(row -> message(row).attachments().isEmpty()
                        ? null
                        : json(message(row).attachments()))
                .text(row -> json(row.event().triage()))
                .text(row -> row.event().triage().kind().wire())
                .time(row -> message(row).sentAt())
                .time(row -> message(row).receivedAt())
                .time(row -> row.event().triagedAt())
                .time(row -> row.early() == null ? null : row.early().editedAt())
                .time(row -> row.early() == null ? null : row.early().withdrawnAt())
                .time(row -> row.early() == null || !row.early().read()
                        ? null
                        : row.early().editedAt())
                .time(row -> row.early() == null ? null : row.early().receivedAt())
                .tuple();
        return execute(connection, MESSAGES, parameters);
    }

    /** How many cases were opened. */
    static Uni<Integer> newCases(SqlConnection connection, List<CaseInWork> cases, Instant now) {
        Columns<CaseInWork> columns = Columns.of(cases)
                .uuid(c -> c.caseId)
                .text(c -> c.number)
                .text(c -> c.agency.id())
                .text(c -> c.account)
                .text(c -> c.channel.wire())
                .uuid(c -> c.conversationId)
                .text(c -> c.threadKey)
                .text(c -> c.visibility.wire())
                .text(c -> c.citizen)
                .text(c -> c.state.wire());
        return execute(
                connection,
                NEW_CASES,
                understanding(columns).same(now).text(c -> c.citizenId).tuple());
    }

    /** How many cases were changed. */
    static Uni<Integer> changedCases(SqlConnection connection, List<CaseInWork> cases, Instant now) {
        Columns<CaseInWork> columns = Columns.of(cases).uuid(c -> c.caseId).text(c -> c.state.wire());
        return execute(
                connection, CHANGED_CASES, understanding(columns).same(now).tuple());
    }

    /** How many replies were made. */
    static Uni<Integer> newReplies(SqlConnection connection, List<CaseInWork> cases) {
        Tuple parameters = Columns.of(cases)
                .uuid(c -> reply(c).replyId())
                .uuid(c -> c.caseId)
                .text(c -> c.agency.id())
                .text(c -> c.account)
                .text(c -> c.channel.wire())
                .text(c -> reply(c).state().wire())
                .text(c -> reply(c).body())
                .text(c -> reply(c).textHash())
                .text(c -> reply(c).release().wire())
                .time(c -> reply(c).draftedAt())
                .flag(c -> reply(c).automatic())
                .time(c -> reply(c).sendAfter())
                .time(c -> reply(c).sendAfter())
                .small(c -> UrgencyRank.of(c.understanding.urgency()))
                .tuple();
        return execute(connection, NEW_REPLIES, parameters);
    }

    /** Replaces replies in the making, and voids what was approved of them. */
    static Uni<Integer> changedReplies(SqlConnection connection, List<CaseInWork> cases, Instant now) {
        Tuple parameters = Columns.of(cases)
                .uuid(c -> reply(c).replyId())
                .text(c -> reply(c).state().wire())
                .text(c -> reply(c).body())
                .text(c -> reply(c).textHash())
                .text(c -> reply(c).release().wire())
                .flag(c -> reply(c).automatic())
                .time(c -> reply(c).sendAfter())
                .small(c -> UrgencyRank.of(c.understanding.urgency()))
                .tuple();
        Tuple voided = Columns.of(cases).uuid(c -> reply(c).replyId()).same(now).tuple();
        return Uni.combine()
                .all()
                .unis(execute(connection, CHANGED_REPLIES, parameters), execute(connection, VOID, voided))
                .with((changed, ignored) -> changed);
    }

    /** What the drafts were made of. */
    static Uni<Integer> drafts(SqlConnection connection, List<CaseInWork> cases, Instant now) {
        Tuple parameters = Columns.of(cases)
                .uuid(c -> reply(c).replyId())
                .text(c -> c.agency.id())
                .text(c -> draft(c).outcome())
                .text(c -> draft(c).reason())
                .list(c -> draft(c).asked())
                .text(c -> json(draft(c).sources()))
                .text(c -> reply(c).textHash())
                .same(now)
                .tuple();
        return execute(connection, DRAFTS, parameters);
    }

    private static Columns<CaseInWork> understanding(Columns<CaseInWork> columns) {
        return columns.text(c -> c.understanding.kind().wire())
                .real(c -> c.understanding.confidence())
                .text(c -> c.understanding.topic())
                .text(c -> c.understanding.unit())
                .small(c -> UrgencyRank.of(c.understanding.urgency()))
                .real(c -> c.understanding.intensity())
                .flag(c -> c.understanding.personalData())
                .list(c -> c.understanding.missing())
                .text(c -> c.understanding.incident())
                .list(c -> c.turn)
                .time(c -> c.waitingSince)
                .time(c -> c.understanding.respondBy())
                .uuid(c -> c.lastMessageId)
                .time(c -> c.lastMessageAt);
    }

    private static Uni<Integer> execute(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }

    private static MessageReceived message(MessageRow row) {
        return row.event().message();
    }

    private static OpenReply reply(CaseInWork c) {
        return Objects.requireNonNull(c.reply, "a case that is written here has a reply");
    }

    private static Draft draft(CaseInWork c) {
        return Objects.requireNonNull(c.draft, "a case that is written here has a draft");
    }

    private static @Nullable String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }
}
