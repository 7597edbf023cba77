package id.sigap.reply.incidents;

import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.approval.FourEyes;
import id.sigap.reply.approval.ReviewedReply;
import id.sigap.reply.statement.Share;
import id.sigap.reply.statement.Sharing;
import id.sigap.reply.statement.SkipReason;
import id.sigap.reply.statement.StatementState;
import id.sigap.reply.statement.StatementText;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads statements: what they say, how far they are, what they would do. Every question carries the caller's agencies. */
@ApplicationScoped
public class StatementReader {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int EXAMPLES = 3;

    private static final String PROGRESS = """
            select case when d.reply_id is null then 'skipped' when r.state = 'queued' and r.held then 'held'
                        when r.state in ('draft', 'submitted', 'discarded') then 'taken-back' else r.state end as what,
                coalesce(d.skipped, case when r.state = 'failed' then r.failure end) as reason, count(*) as n
            from statement_cases d left join replies r on r.reply_id = d.reply_id
            where d.statement_id = $1 group by 1, 2""";

    private static final String PENDING = """
            select count(*) as n from cases c join statements s on s.statement_id = $1
            where c.agency = s.agency and c.incident = s.incident and c.opened_at <= s.released_at
              and not exists (select 1 from statement_cases d where d.statement_id = $1 and d.case_id = c.case_id)""";

    private static final String SHARES = """
            with shares as (
                select d.case_id, c.number, c.channel, c.citizen, d.reply_id,
                    case when d.reply_id is null then 'skipped' when r.state = 'queued' and r.held then 'held'
                         when r.state in ('draft', 'submitted', 'discarded') then 'taken-back' else r.state end as what,
                    coalesce(d.skipped, r.failure) as reason
                from statement_cases d join cases c on c.case_id = d.case_id
                    left join replies r on r.reply_id = d.reply_id
                where d.statement_id = $1 and c.agency = any($2))
            select s.*, (select count(*) from shares where $4::text is null or what = $4) as total from shares s
            where ($4::text is null or s.what = $4) and ($3::uuid is null or s.case_id > $3)
            order by s.case_id limit $5::int""";

    /** As {@link SpreadStore} reads them, without locking anybody. */
    private static final String RECIPIENTS = """
            select c.*, cardinality(c.turn) > 0 as waits, c.answered_at is not null as answered, false as withdrawn,
                o.state as open_state, o.written_by is not null as own_text,
                exists (select 1 from replies s where s.case_id = c.case_id and s.state in ('sending', 'unknown'))
                    as unsettled, %s
            from cases c left join replies o on o.case_id = c.case_id and o.state in ('draft', 'submitted', 'queued')
            where c.agency = $1 and c.incident = $2 limit 20000""".formatted(StatementRules.LANGUAGE);

    private final Pool pool;
    private final StatementRules rules;

    /** Over the service's pool. */
    public StatementReader(Pool pool, StatementRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    /** One statement; fails with 404 when the caller may not see it. */
    public Uni<IncidentViews.StatementView> one(Caller caller, UUID id) {
        return find(caller, id).flatMap(statement -> view(caller, statement));
    }

    /** How far it is; fails with 404 when the caller may not see it. */
    public Uni<IncidentViews.Progress> progress(Caller caller, UUID id) {
        return find(caller, id).flatMap(this::progress);
    }

    /** How far it is, whenever that has changed, until nothing of it moves any more. */
    public Multi<IncidentViews.Progress> follow(Caller caller, UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> progress(caller, id))
                .withDelay(PACE)
                .whilst(progress -> !progress.complete())
                .skip()
                .repetitions();
    }

    /** What it would become if it were released now. */
    public Uni<IncidentViews.Preview> preview(Caller caller, UUID id) {
        return find(caller, id)
                .flatMap(statement -> rules.release(pool, statement)
                        .flatMap(release -> pool.preparedQuery(RECIPIENTS)
                                .execute(Tuple.of(statement.agency(), statement.incident()))
                                .map(rows -> preview(statement, release.wire(), rows))));
    }

    /** What it became, case by case. */
    public Uni<IncidentViews.Shares> shares(
            Caller caller, UUID id, @Nullable String state, @Nullable UUID after, int limit) {
        return find(caller, id)
                .flatMap(statement -> pool.preparedQuery(SHARES)
                        .execute(Tuple.from(
                                Arrays.asList(id, caller.agencies().toArray(String[]::new), after, state, limit + 1)))
                        .map(rows -> {
                            List<IncidentViews.CaseShare> items = StatementStore.all(rows, StatementReader::share);
                            long total = rows.size() == 0
                                    ? 0
                                    : rows.iterator().next().getLong("total");
                            return items.size() <= limit
                                    ? new IncidentViews.Shares(items, total, null)
                                    : new IncidentViews.Shares(
                                            items.subList(0, limit),
                                            total,
                                            items.get(limit - 1).caseId());
                        }));
    }

    /**
     * Those that wait for an approval in the caller's agencies, the longest waiting first.
     *
     * @param mine only those that the caller may approve by now
     */
    public Uni<IncidentViews.Waiting> waiting(Caller caller, boolean mine, @Nullable String after, int limit) {
        Place place = after == null ? null : Place.read(after);
        return StatementStore.submitted(
                        pool,
                        caller.agencies(),
                        place == null ? null : place.since(),
                        place == null ? null : place.id(),
                        limit + 1)
                .flatMap(found -> {
                    boolean more = found.statements().size() > limit;
                    List<Statement> page = more ? found.statements().subList(0, limit) : found.statements();
                    return views(caller, page)
                            .map(views -> new IncidentViews.Waiting(
                                    views.stream()
                                            .filter(view -> !mine
                                                    || (view.approval() != null
                                                            && view.approval().mine()))
                                            .toList(),
                                    found.total(),
                                    more ? Place.of(page.get(limit - 1)).write() : null));
                });
    }

    /** Where a page of those that wait ended. */
    private record Place(Instant since, UUID id) {
        static Place of(Statement last) {
            return new Place(
                    Objects.requireNonNull(last.submittedAt(), "what waits was submitted"), last.statementId());
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((since + "|" + id).getBytes(StandardCharsets.US_ASCII));
        }

        static Place read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }

    Uni<List<IncidentViews.StatementView>> views(Caller caller, List<Statement> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(statement -> view(caller, statement))
                .collect()
                .asList();
    }

    private Uni<Statement> find(Caller caller, UUID id) {
        return StatementStore.find(pool, id, caller.agencies(), false)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private Uni<IncidentViews.StatementView> view(Caller caller, Statement s) {
        return Uni.combine()
                .all()
                .unis(awaited(caller, s), progress(s), change(s))
                .with((awaited, progress, change) -> new IncidentViews.StatementView(
                        s.statementId(),
                        s.version(),
                        s.agency(),
                        s.incident(),
                        s.audience().wire(),
                        s.state().wire(),
                        StatementText.indonesian(s.body()),
                        StatementText.english(s.body()),
                        s.textHash(),
                        s.release().wire(),
                        s.unit(),
                        s.writtenBy(),
                        s.writtenAt(),
                        s.submittedBy(),
                        s.submittedAt(),
                        s.returned() == null
                                ? null
                                : new IncidentViews.Returned(
                                        s.returned().by(),
                                        s.returned().reason(),
                                        s.returned().at()),
                        change,
                        awaited.confirms(),
                        awaited.given().stream()
                                .map(a -> new IncidentViews.Approval(a.level(), a.by(), a.submittedAt(), a.decidedAt()))
                                .toList(),
                        awaited.next(),
                        s.releasedAt(),
                        s.offered(),
                        s.endedBy(),
                        progress));
    }

    /** What was given, and what it waits for. */
    private Uni<Awaited> awaited(Caller caller, Statement s) {
        return StatementStore.approvals(pool, s.statementId()).flatMap(given -> {
            if (s.state() != StatementState.SUBMITTED || s.submittedAt() == null) {
                return Uni.createFrom().item(new Awaited(given, null, false));
            }
            ReviewedReply reviewed = s.reviewed(given);
            int level = FourEyes.level(reviewed);
            Instant submitted = s.submittedAt();
            return StatementWaits.find(pool, s.statementId(), level).map(found -> {
                ApprovalClock clock = found == null ? ApprovalClock.unknown(level, submitted) : found.clock();
                String editor = found == null ? null : found.editor();
                ApprovalRoute route = rules.route(s, s.unit(), level);
                boolean mine = FourEyes.stranger(reviewed, caller.name())
                        && caller.is(ApprovalRoute.SUPERVISOR)
                        && route.admits(caller.name(), caller.roles(), clock.hop());
                int of = s.release().approvals();
                return new Awaited(
                        given,
                        AwaitedApproval.of(clock, of, submitted, route, mine, Instant.now()),
                        FourEyes.confirm(reviewed, caller.name(), s.textHash(), editor)
                                .fold(awaits -> true, released -> true, back -> false, refused -> false));
            });
        });
    }

    /** What its approver changed of it in place; null when nobody did. */
    private Uni<IncidentViews.@Nullable Change> change(Statement s) {
        return s.revised()
                ? StatementStore.before(pool, s)
                        .map(before -> before == null ? null : IncidentViews.Change.between(before, s))
                : Uni.createFrom().nullItem();
    }

    private Uni<IncidentViews.Progress> progress(Statement s) {
        boolean spreads = s.releasedAt() != null && s.spreadAt() == null && s.state() != StatementState.CANCELLED;
        Tuple id = Tuple.of(s.statementId());
        Uni<Long> pending = spreads
                ? pool.preparedQuery(PENDING)
                        .execute(id)
                        .map(rows -> rows.iterator().next().getLong("n"))
                : Uni.createFrom().item(0L);
        return Uni.combine()
                .all()
                .unis(pool.preparedQuery(PROGRESS).execute(id), pending)
                .with((rows, waiting) -> progress(s, spreads, rows, waiting));
    }

    private static IncidentViews.Progress progress(Statement s, boolean spreads, RowSet<Row> rows, long pending) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> skipped = new TreeMap<>();
        Map<String, Long> failures = new TreeMap<>();
        for (Row row : rows) {
            String what = row.getString("what");
            String reason = row.getString("reason");
            counts.merge(what, row.getLong("n"), Long::sum);
            if (reason != null) {
                (what.equals("skipped") ? skipped : failures).merge(reason, row.getLong("n"), Long::sum);
            }
        }
        long moving = pending + count(counts, "queued") + count(counts, "held") + count(counts, "sending");
        boolean begun = s.releasedAt() != null || s.state() == StatementState.CANCELLED;
        return new IncidentViews.Progress(
                pending,
                count(counts, "queued"),
                count(counts, "held"),
                count(counts, "sending"),
                count(counts, "accepted"),
                count(counts, "failed"),
                count(counts, "unknown"),
                count(counts, "taken-back"),
                skipped,
                failures,
                begun && !spreads && moving == 0);
    }

    private static long count(Map<String, Long> counts, String what) {
        return counts.getOrDefault(what, 0L);
    }

    private IncidentViews.Preview preview(Statement statement, String release, RowSet<Row> rows) {
        StatementText text = StatementText.parse(statement.body());
        Instant now = Instant.now();
        Map<String, Long> skipped = new TreeMap<>();
        List<IncidentViews.Example> examples = new ArrayList<>();
        long recipients = 0;
        for (Row row : rows) {
            Optional<Share> share = rules.recipient(row, now).map(to -> Sharing.of(text, statement.audience(), to));
            Optional<String> body =
                    share.flatMap(s -> s.fold(words -> Optional.of(words.body()), no -> Optional.empty()));
            if (body.isEmpty()) {
                String why = share.map(s -> s.fold(words -> "", no -> no.why().wire()))
                        .orElse(SkipReason.NOT_IN_DIRECTORY.wire());
                skipped.merge(why, 1L, Long::sum);
                continue;
            }
            recipients++;
            if (examples.size() < EXAMPLES) {
                examples.add(new IncidentViews.Example(row.getUUID("case_id"), row.getString("number"), body.get()));
            }
        }
        return new IncidentViews.Preview(
                StatementText.indonesian(statement.body()),
                StatementText.english(statement.body()),
                statement.textHash(),
                release,
                recipients,
                skipped,
                examples);
    }

    /** Approvals that were given, and the one that is waited for; null when none is. */
    private record Awaited(
            List<Statement.Approval> given, @Nullable AwaitedApproval next, boolean confirms) {}

    private static IncidentViews.CaseShare share(Row row) {
        return new IncidentViews.CaseShare(
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("citizen"),
                row.getUUID("reply_id"),
                row.getString("what"),
                row.getString("reason"));
    }
}
