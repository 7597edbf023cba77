package id.sigap.reply.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.personaldata.Masked;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads cases for those who may see them. Every question carries the caller's agencies. */
@ApplicationScoped
public class CaseReader {
    private static final String CASE = QueueQuery.CASES + "c.case_id = $1 and c.agency = any($2)";

    private static final String MESSAGES = """
            select m.*, v.bodies, v.untils from messages m
            left join lateral (select array_agg(body order by until) as bodies, array_agg(until order by until) as untils
                from message_versions where message_id = m.message_id) v on true
            where m.agency = any($2) and m.case_id = any(array(
                select $1::uuid union all select merged from case_merges where into_case = $1))
            order by m.sent_at, m.message_id""";

    private static final String REPLIES = """
            select r.*, d.outcome, d.reason, d.asks, d.sources, d.composer, (select coalesce(json_agg(json_build_object('level', a.level, 'by', a.decided_by,
                    'submittedAt', to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'decidedAt', to_char(a.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                    order by a.level), '[]')
                from approvals a where a.reply_id = r.reply_id and a.voided_at is null)::text as approvals
            from replies r left join drafts d on d.reply_id = r.reply_id
            where r.case_id = $1 and r.agency = any($2) order by r.drafted_at desc, r.reply_id desc""";

    private static final String HISTORY = """
            select h.at, h.act, h.done_by, h.detail from (
                select history_id, at, act, done_by, detail from history where case_id = $1
                union all
                -- The system's own drafts: nobody noted them, for each has its time.
                select 0, r.drafted_at, 'drafted', null, null from replies r
                where r.case_id = $1 and not exists (select 1 from history d
                    where d.case_id = r.case_id and d.act = 'drafted' and d.at = r.drafted_at)
                union all
                select 0, r.accepted_at, 'sent', null, null from replies r
                where r.case_id = $1 and r.accepted_at is not null) h
            join cases c on c.case_id = $1
            where c.agency = any($2) order by h.at, h.history_id""";

    private static final String CASE_OF_REPLY = "select case_id from replies where reply_id = $1 and agency = any($2)";

    private final Pool pool;
    private final AnswerReader answers;

    /** Over the service's pool. */
    public CaseReader(Pool pool, AnswerReader answers) {
        this.pool = pool;
        this.answers = answers;
    }

    /** A page of the queue. */
    public Uni<CaseViews.Page> page(QueueQuery query) {
        Uni<Long> total = pool.preparedQuery(query.totalSql())
                .execute(query.totalTuple())
                .map(rows -> rows.iterator().next().getLong("total"));
        Uni<RowSet<Row>> page = pool.preparedQuery(query.sql()).execute(query.tuple());
        return Uni.combine().all().unis(page, total).asTuple().map(found -> {
            long all = found.getItem2();
            List<CaseViews.Line> lines = all(found.getItem1(), CaseReader::line);
            if (lines.size() <= query.limit()) {
                return new CaseViews.Page(lines, null, all);
            }
            CaseViews.Line last = lines.get(query.limit() - 1);
            QueueQuery.Place place = new QueueQuery.Place(
                    (short) UrgencyRank.of(Urgency.of(last.urgency())), last.respondBy(), last.caseId());
            return new CaseViews.Page(lines.subList(0, query.limit()), place.write(), all);
        });
    }

    /** A case with all that is in it; fails with 404 when the caller may not see it. */
    public Uni<CaseViews.Detail> detail(Caller caller, UUID caseId) {
        Tuple parameters = Tuple.of(caseId, caller.agencies().toArray(String[]::new));
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(CASE).execute(parameters),
                        pool.preparedQuery(MESSAGES).execute(parameters),
                        pool.preparedQuery(REPLIES).execute(parameters),
                        pool.preparedQuery(HISTORY).execute(parameters))
                .asTuple()
                .map(found -> {
                    if (found.getItem1().size() == 0) {
                        throw ProblemException.notFound();
                    }
                    return new CaseViews.Detail(
                            line(found.getItem1().iterator().next()),
                            all(found.getItem2(), CaseReader::message),
                            all(found.getItem3(), CaseReader::reply),
                            all(found.getItem4(), CaseReader::entry));
                })
                .flatMap(detail -> withAnswer(caller, detail));
    }

    /** Adds what is to be known of the answer in the making. */
    private Uni<CaseViews.Detail> withAnswer(Caller caller, CaseViews.Detail detail) {
        return detail.replies().stream()
                .filter(reply -> ReplyState.of(reply.state()).open())
                .findFirst()
                .map(open -> answers.answer(caller, open.replyId())
                        .map(answer -> new CaseViews.Detail(
                                detail.file(),
                                detail.messages(),
                                detail.replies().stream()
                                        .map(reply ->
                                                reply.replyId().equals(open.replyId()) ? reply.with(answer) : reply)
                                        .toList(),
                                detail.history()))
                        // Of an agency that the directory has no more, the case is shown all the same.
                        .onFailure(ProblemException.class)
                        .recoverWithItem(detail))
                .orElse(Uni.createFrom().item(detail));
    }

    /** A reply; fails with 404 when the caller may not see it. */
    public Uni<CaseViews.Reply> reply(Caller caller, UUID replyId) {
        return caseOf(caller, replyId)
                .flatMap(caseId -> detail(caller, caseId))
                .map(detail -> detail.replies().stream()
                        .filter(reply -> reply.replyId().equals(replyId))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound));
    }

    private Uni<UUID> caseOf(Caller caller, UUID replyId) {
        return pool.preparedQuery(CASE_OF_REPLY)
                .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    return rows.iterator().next().getUUID("case_id");
                });
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
        List<T> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view.apply(row)));
        return views;
    }

    private static CaseViews.Line line(Row row) {
        return new CaseViews.Line(
                row.getUUID("case_id"),
                row.getInteger("version"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("account"),
                row.getString("channel"),
                row.getUUID("conversation_id"),
                row.getString("visibility"),
                row.getString("citizen"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("topic"),
                row.getString("unit"),
                UrgencyRank.at(row.getShort("urgency")).wire(),
                row.getDouble("intensity"),
                row.getBoolean("personal_data"),
                List.of(row.getArrayOfStrings("missing")),
                row.getString("incident"),
                time(row, "waiting_since"),
                always(row, "respond_by"),
                row.getString("assignee"),
                always(row, "opened_at"),
                always(row, "changed_at"),
                time(row, "answered_at"),
                time(row, "closed_at"),
                row.getString("disposition"),
                excerpt(row));
    }

    /** Lists show no personal data. Of an edited text that triage has not read yet all digits are covered. */
    private static @Nullable String excerpt(Row row) {
        String excerpt = row.getString("excerpt");
        if (excerpt == null) {
            return null;
        }
        if (row.getBoolean("said_unread")) {
            return excerpt.replaceAll("\\d", "•");
        }
        try {
            Triage triage = EventJson.mapper().readValue(row.getString("said_triage"), Triage.class);
            return Masked.of(excerpt, triage.personalData());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    private static CaseViews.Message message(Row row) {
        return new CaseViews.Message(
                row.getUUID("message_id"),
                row.getString("part"),
                row.getString("body"),
                row.getString("attachments"),
                row.getString("triage"),
                always(row, "sent_at"),
                always(row, "received_at"),
                row.getUUID("answered_by"),
                time(row, "edited_at"),
                Objects.equals(row.getValue("edited_at"), row.getValue("read_edit")),
                time(row, "withdrawn_at"),
                earlier(row));
    }

    private static List<CaseViews.Earlier> earlier(Row row) {
        String[] bodies = row.getArrayOfStrings("bodies");
        OffsetDateTime[] untils = row.getArrayOfOffsetDateTimes("untils");
        List<CaseViews.Earlier> earlier = new ArrayList<>();
        for (int i = 0; bodies != null && i < bodies.length; i++) {
            earlier.add(new CaseViews.Earlier(bodies[i], untils[i].toInstant()));
        }
        return earlier;
    }

    private static CaseViews.Reply reply(Row row) {
        return new CaseViews.Reply(
                row.getUUID("reply_id"),
                row.getInteger("version"),
                row.getString("state"),
                row.getString("body"),
                row.getString("text_hash"),
                row.getString("written_by"),
                row.getString("release"),
                always(row, "drafted_at"),
                row.getString("submitted_by"),
                time(row, "submitted_at"),
                row.getString("approvals"),
                row.getBoolean("automatic"),
                time(row, "queued_at"),
                time(row, "send_after"),
                row.getInteger("attempts"),
                time(row, "accepted_at"),
                row.getString("external_id"),
                row.getString("failure"),
                row.getString("failure_code"),
                time(row, "failed_at"),
                row.getString("delivery_status"),
                composition(row),
                null);
    }

    private static CaseViews.@Nullable Composition composition(Row row) {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new CaseViews.Composition(
                        outcome,
                        row.getString("reason"),
                        List.of(row.getArrayOfStrings("asks")),
                        row.getString("sources"),
                        row.getString("composer"));
    }

    private static CaseViews.Entry entry(Row row) {
        return new CaseViews.Entry(
                always(row, "at"), row.getString("act"), row.getString("done_by"), row.getString("detail"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant always(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
