package id.sigap.reply.api;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.checking.CheckedAnswer;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.revision.WordDiff;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is to be known of answers in the making, for those who may see them. */
@ApplicationScoped
public class AnswerReader {
    private static final String WAITING = """
            select r.*, c.number, c.unit, c.visibility, c.kind, c.topic, c.respond_by,
                w.level as wait_level, w.since as wait_since, w.hop as wait_hop, w.target_at, w.due_at, w.editor,
                (select count(*) from approvals a
                    where a.reply_id = r.reply_id and a.voided_at is null and a.text_hash = r.text_hash)::int as given
            from replies r join cases c on c.case_id = r.case_id
                left join approval_waits w on w.reply_id = r.reply_id""";

    private static final String WAIT =
            WAITING + " where r.reply_id = $1 and r.agency = any($2) and r.state = 'submitted'";

    private static final String QUEUE = """
            select q.*, (select count(*) from replies n where n.agency = any($1) and n.state = 'submitted') as total
            from (""" + WAITING + """
             where r.agency = any($1) and r.state = 'submitted' and (r.submitted_at, r.reply_id) > ($2, $3)
            order by r.submitted_at, r.reply_id limit $4) q order by q.submitted_at, q.reply_id""";

    private static final String VERSIONS = """
            select version, text_hash, body, written_by, until, changed_by from reply_versions where reply_id = $1
            union all
            select version, text_hash, body, written_by, null, null from replies where reply_id = $1
            order by version""";

    private static final String SEEN = "select 1 from replies where reply_id = $1 and agency = any($2)";

    private final Pool pool;
    private final CurrentDirectory directory;
    private final ReplyChecker checker;

    /** With what reads and checks. */
    public AnswerReader(Pool pool, CurrentDirectory directory, ReplyChecker checker) {
        this.pool = pool;
        this.directory = directory;
        this.checker = checker;
    }

    /** An answer in the making; fails with 404 when the caller may not see it. */
    public Uni<AnswerViews.Answer> answer(Caller caller, UUID replyId) {
        return Uni.combine()
                .all()
                .unis(checker.reply(caller, replyId), waiting(caller, replyId))
                .asTuple()
                .map(both -> new AnswerViews.Answer(
                        CheckViews.of(both.getItem1()),
                        policy(both.getItem1()),
                        both.getItem2().isEmpty() ? null : both.getItem2().get(0)));
    }

    /**
     * Answers that wait for an approval, the longest waiting first.
     *
     * @param mine only those that the caller may approve by now
     */
    public Uni<AnswerViews.Approvals> approvals(Caller caller, boolean mine, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after);
        Tuple parameters = Tuple.of(
                caller.agencies().toArray(String[]::new),
                cursor.submittedAt().atOffset(java.time.ZoneOffset.UTC),
                cursor.replyId(),
                limit + 1);
        return pool.preparedQuery(QUEUE).execute(parameters).map(rows -> {
            List<AnswerViews.Line> lines = new ArrayList<>();
            long total = 0;
            for (Row row : rows) {
                lines.add(line(row, caller));
                total = row.getLong("total");
            }
            String next = lines.size() > limit ? Cursor.of(lines.get(limit - 1)).write() : null;
            return new AnswerViews.Approvals(
                    lines.stream()
                            .limit(limit)
                            .filter(line -> !mine || line.approval().mine())
                            .toList(),
                    total,
                    next);
        });
    }

    /** The texts that an answer had and has, oldest first. */
    public Uni<List<AnswerViews.Version>> versions(Caller caller, UUID replyId) {
        return pool.preparedQuery(SEEN)
                .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                .flatMap(seen -> {
                    if (seen.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    return pool.preparedQuery(VERSIONS).execute(Tuple.of(replyId));
                })
                .map(AnswerReader::versions);
    }

    /**
     * What changed between two versions; without them what the last change changed.
     *
     * @param from the older version; the one before the newer when null
     * @param to the newer version; the text of now when null
     */
    public Uni<AnswerViews.Diff> diff(Caller caller, UUID replyId, @Nullable Integer from, @Nullable Integer to) {
        return versions(caller, replyId).map(versions -> {
            int newer = to == null ? versions.size() - 1 : place(versions, "to", to);
            int older = from == null ? Math.max(0, newer - 1) : place(versions, "from", from);
            AnswerViews.Version before = versions.get(older);
            AnswerViews.Version after = versions.get(newer);
            return new AnswerViews.Diff(
                    before.version(), after.version(), WordDiff.between(before.body(), after.body()));
        });
    }

    private static int place(List<AnswerViews.Version> versions, String field, int wanted) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).version() == wanted) {
                return i;
            }
        }
        throw ProblemException.badRequest(field, "The answer has no text of this version.");
    }

    private static List<AnswerViews.Version> versions(RowSet<Row> rows) {
        List<AnswerViews.Version> versions = new ArrayList<>();
        rows.forEach(row -> versions.add(new AnswerViews.Version(
                row.getInteger("version"),
                row.getString("text_hash"),
                row.getString("body"),
                row.getString("written_by"),
                time(row, "until"),
                row.getString("changed_by"))));
        return versions;
    }

    private Uni<List<AnswerViews.Waiting>> waiting(Caller caller, UUID replyId) {
        return pool.preparedQuery(WAIT)
                .execute(Tuple.of(replyId, caller.agencies().toArray(String[]::new)))
                .map(rows -> {
                    List<AnswerViews.Waiting> waiting = new ArrayList<>();
                    rows.forEach(row -> waiting.add(waiting(row, caller)));
                    return waiting;
                });
    }

    private AnswerViews.Policy policy(CheckedAnswer checked) {
        Agency agency = directory.get().agency(checked.agency()).orElseThrow(ProblemException::notFound);
        ReleaseDecision decision = ReleaseDecision.of(agency, checked.facts());
        return new AnswerViews.Policy(
                decision.release().wire(), decision.window().toSeconds(), decision.because());
    }

    private AnswerViews.Waiting waiting(Row row, Caller caller) {
        Instant submitted = always(row, "submitted_at");
        int level = row.getInteger("given") + 1;
        boolean known = row.getShort("wait_level") != null && row.getShort("wait_level") == level;
        String editor = known ? row.getString("editor") : null;
        ApprovalClock clock = known
                ? new ApprovalClock(
                        level,
                        always(row, "wait_since"),
                        row.getShort("wait_hop"),
                        time(row, "target_at"),
                        time(row, "due_at"))
                : ApprovalClock.unknown(level, submitted);
        ApprovalRoute route = directory
                .get()
                .agency(row.getString("agency"))
                .map(agency -> ApprovalRoute.of(agency, row.getString("unit"), level))
                .orElseThrow(ProblemException::notFound);
        boolean own = caller.name().equals(row.getString("submitted_by"))
                || caller.name().equals(row.getString("written_by"));
        boolean mine =
                !own && caller.is(ApprovalRoute.SUPERVISOR) && route.admits(caller.name(), caller.roles(), clock.hop());
        int of = Release.of(row.getString("release")).approvals();
        return AnswerViews.Waiting.of(
                AwaitedApproval.of(clock, of, submitted, route, mine, Instant.now()),
                editor != null && editor.equals(row.getString("written_by")) ? row.getString("submitted_by") : null);
    }

    private AnswerViews.Line line(Row row, Caller caller) {
        return new AnswerViews.Line(
                row.getUUID("reply_id"),
                row.getUUID("case_id"),
                row.getInteger("version"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("unit"),
                row.getString("channel"),
                row.getString("visibility"),
                row.getString("kind"),
                row.getString("topic"),
                UrgencyRank.at(row.getShort("urgency")).wire(),
                always(row, "respond_by"),
                row.getString("body"),
                row.getString("text_hash"),
                row.getString("written_by"),
                row.getString("submitted_by"),
                waiting(row, caller));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant always(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** Where a page ended. */
    record Cursor(Instant submittedAt, UUID replyId) {
        static Cursor of(AnswerViews.Line line) {
            return new Cursor(line.approval().submittedAt(), line.replyId());
        }

        String write() {
            return submittedAt.toEpochMilli() + "_" + replyId;
        }

        static Cursor read(@Nullable String written) {
            if (written == null) {
                return new Cursor(Instant.EPOCH, new UUID(0, 0));
            }
            try {
                String[] parts = written.split("_", 2);
                return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }
}
