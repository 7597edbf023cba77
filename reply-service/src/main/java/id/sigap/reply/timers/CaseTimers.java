package id.sigap.reply.timers;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseLife;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Transition;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.rows.Columns;
import id.sigap.reply.stream.CaseChanges;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves cases whose time has come. The times stand in the cases themselves, so a restart forgets none; cases that
 * another instance holds are passed over, so none is moved twice. What a case becomes is the table's word.
 */
@ApplicationScoped
public class CaseTimers {
    private static final Logger LOG = Logger.getLogger(CaseTimers.class);
    private static final int BATCH = 200;

    private static final String WAKE = """
            select c.* from cases c where c.state = 'snoozed' and c.snoozed_until <= $1
            order by c.conversation_id limit $2 for update skip locked""";

    /** Answered, and the answer asked for what was missing. */
    private static final String WAIT = """
            select c.* from cases c where c.state = 'answered' and c.changed_at <= $1 and cardinality(c.missing) > 0
              and c.transferred_to is null
            order by c.conversation_id limit $2 for update skip locked""";

    private static final String RESOLVE = """
            select c.* from cases c where c.state in ('answered', 'waiting-for-citizen') and c.changed_at <= $1
              and cardinality(c.turn) = 0 and c.transferred_to is null
            order by c.conversation_id limit $2 for update skip locked""";

    private static final String CLOSE = """
            select c.* from cases c where c.state = 'resolved' and c.changed_at <= $1 and c.transferred_to is null
            order by c.conversation_id limit $2 for update skip locked""";

    /** Somebody has it, the citizen waits, and they have neither done nor looked at anything in it since. */
    private static final String SILENT = """
            select c.* from cases c
            join case_hops h on h.case_id = c.case_id and h.until_at is null
            where c.assignee is not null and c.state in ('new', 'drafting', 'needs-attention')
              and cardinality(c.turn) > 0 and c.waiting_since <= $1 and h.from_at <= $1
              and not exists (select 1 from history t where t.case_id = c.case_id and t.done_by = c.assignee and t.at > $1)
              and not exists (select 1 from case_presence p
                              where p.case_id = c.case_id and p.person = c.assignee and p.until_at > now())
            order by c.conversation_id limit $2 for update of c skip locked""";

    private static final String MOVE = """
            update cases c set state = m.state, version = c.version + 1, changed_at = $4,
                assignee = case when m.unassign then null else c.assignee end,
                closed_at = case when m.state = 'closed' then $4 else c.closed_at end,
                disposition = case when m.state = 'closed' then 'resolved' else c.disposition end
            from unnest($1::uuid[], $2::text[], $3::bool[]) as m(case_id, state, unassign)
            where c.case_id = m.case_id""";

    private static final String NOTE = """
            insert into history (case_id, at, act, detail)
            select case_id, $4, $5, detail from unnest($1::uuid[], $2::text[], $3::text[]) as n(case_id, state, detail)""";

    private final Pool pool;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final List<Timer> timers;
    private final Clock clock = Clock.systemUTC();

    /**
     * With how long things take.
     *
     * @param asks after an answer that asked for something, when it counts as the citizen's turn
     * @param settles after which silence an answered case is resolved
     * @param closes after which a resolved case is closed
     * @param silence after which a case is taken back from who has it
     */
    public CaseTimers(
            Pool pool,
            ReplyOutbox outbox,
            CaseChanges changes,
            @ConfigProperty(name = "sigap.cases.waits-for-citizen-after", defaultValue = "PT5M") Duration asks,
            @ConfigProperty(name = "sigap.cases.resolved-after", defaultValue = "P7D") Duration settles,
            @ConfigProperty(name = "sigap.cases.closed-after", defaultValue = "P3D") Duration closes,
            @ConfigProperty(name = "sigap.assignment.silence", defaultValue = "PT15M") Duration silence) {
        this.pool = pool;
        this.outbox = outbox;
        this.changes = changes;
        this.timers = List.of(
                new Timer(WAKE, Duration.ZERO, CaseAct.WAKE, "woken"),
                new Timer(WAIT, asks, CaseAct.WAIT, "waiting"),
                new Timer(RESOLVE, settles, CaseAct.RESOLVE, "resolved"),
                new Timer(CLOSE, closes, CaseAct.CLOSE, "closed"),
                new Timer(SILENT, silence, null, "taken-back"));
    }

    /** One round. Never fails: what cannot be moved now is found by the next one. */
    @Scheduled(
            identity = "case-timers",
            every = "${sigap.cases.timers-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return Multi.createFrom()
                .iterable(timers)
                .onItem()
                .transformToUniAndConcatenate(timer -> run(timer).onFailure().recoverWithItem(failure -> {
                    LOG.warnv(
                            "cases not moved, tries again: timer={0} cause={1}",
                            timer.what(), failure.getClass().getName());
                    return 0;
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> run(Timer timer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Tuple due = Tuple.of(now.minus(timer.after()).atOffset(ZoneOffset.UTC), BATCH);
        return pool.withTransaction(connection -> connection
                        .preparedQuery(timer.due())
                        .execute(due)
                        .flatMap(rows -> rows.size() == 0
                                ? Uni.createFrom().item(List.<Moved>of())
                                : move(connection, timer, rows, now)))
                .invoke(moved -> {
                    if (!moved.isEmpty()) {
                        outbox.wake();
                    }
                    moved.forEach(one ->
                            changes.changed(one.about().agency(), one.about().caseId()));
                })
                .map(List::size)
                .flatMap(count -> count < BATCH ? Uni.createFrom().item(count) : run(timer));
    }

    private Uni<List<Moved>> move(SqlConnection connection, Timer timer, RowSet<Row> rows, Instant now) {
        List<Moved> moved = new ArrayList<>(rows.size());
        rows.forEach(row -> moved.add(timer.moved(row, now)));
        Tuple cases = Columns.of(moved)
                .uuid(one -> one.about().caseId())
                .text(one -> one.state().wire())
                .flag(one -> one.takenFrom() != null)
                .same(now)
                .tuple();
        Tuple notes = Columns.of(moved)
                .uuid(one -> one.about().caseId())
                .text(one -> one.state().wire())
                .text(Moved::takenFrom)
                .same(now)
                .same(timer.what())
                .tuple();
        List<CaseEvent> events =
                moved.stream().map(Moved::event).filter(Objects::nonNull).toList();
        return connection
                .preparedQuery(MOVE)
                .execute(cases)
                .flatMap(done -> connection.preparedQuery(NOTE).execute(notes))
                .flatMap(done -> outbox.write(connection, events))
                .replaceWith(moved);
    }

    /**
     * What happens after which time.
     *
     * @param due finds and locks the cases
     * @param after how long ago the last change must be
     * @param act what happens to them; null when only their assignee loses them
     * @param what the word in the history
     */
    private record Timer(
            String due, Duration after, @Nullable CaseAct act, String what) {
        Moved moved(Row row, Instant now) {
            CaseState state = CaseState.of(row.getString("state"));
            CaseEvents about = new CaseEvents(
                    row.getUUID("case_id"),
                    row.getUUID("conversation_id"),
                    row.getString("agency"),
                    row.getString("account"),
                    Channel.of(row.getString("channel")),
                    row.getString("unit"),
                    now);
            if (act == null) {
                return new Moved(about, state, row.getString("assignee"), about.assigned(null, null));
            }
            CaseState next = CaseLife.after(state, act).fold(Transition.Moved::to, refused -> {
                throw new IllegalStateException("a timer finds only what it may move: " + refused.from());
            });
            List<UUID> unanswered = List.of(row.getArrayOfUUIDs("turn"));
            @Nullable
            CaseEvent event = next == CaseState.CLOSED ? about.closed(Disposition.RESOLVED, unanswered, null) : null;
            return new Moved(about, next, null, event);
        }
    }

    /** A case and what became of it. */
    private record Moved(
            CaseEvents about,
            CaseState state,
            @Nullable String takenFrom,
            @Nullable CaseEvent event) {}
}
