package id.sigap.reply.rating;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseLife;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Transition;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.outbox.ReplyOutbox;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What citizens think of an answered case that has ended, once for every ending. Whoever is unhappy gets the case opened
 * again, with a new clock.
 */
@ApplicationScoped
public class Ratings {
    private static final int UNHAPPY = 2;
    /** By whom a rating opens a case again: nobody at the desk. */
    private static final String CITIZEN = "citizen";
    /** Of a unit whose agency the directory does not have any more. */
    private static final Duration ANY_TARGET = Duration.ofHours(24);

    private static final String NEWEST = """
            select c.*, exists (select 1 from case_ratings r where r.case_id = c.case_id
                and r.closed_at = coalesce(c.closed_at, c.answered_at)) as rated
            from cases c where c.case_id = (
                select case_id from (
                    (select case_id, opened_at from cases where conversation_id = $1 and state <> 'closed')
                    union all
                    (select case_id, opened_at from cases where conversation_id = $1 and state = 'closed')) n
                order by opened_at desc limit 1)""";

    private static final String RATE = """
            insert into case_ratings (case_id, agency, closed_at, rating, comment, rated_at)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    private static final String NOTE = "insert into history (case_id, at, act, detail) values ($1, $2, 'rated', $3)";

    private static final String REOPEN = """
            update cases set state = $2, version = version + 1, changed_at = $3, closed_at = null, disposition = null,
                waiting_since = $3, respond_by = $4 where case_id = $1""";

    private static final String REOPENED =
            "insert into history (case_id, at, act, detail) values ($1, $2, 'reopened', $3)";

    private final Pool pool;
    private final ReplyOutbox outbox;
    private final CaseChanges changes;
    private final CurrentDirectory directory;
    private final Clock clock = Clock.systemUTC();

    /** With what a rating touches. */
    public Ratings(Pool pool, ReplyOutbox outbox, CaseChanges changes, CurrentDirectory directory) {
        this.pool = pool;
        this.outbox = outbox;
        this.changes = changes;
        this.directory = directory;
    }

    /** Whether the conversation's newest case can be rated now. */
    public Uni<Boolean> open(UUID conversation) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(conversation))
                .map(rows -> rows.size() > 0
                        && ended(rows.iterator().next())
                        && !rows.iterator().next().getBoolean("rated"));
    }

    /**
     * Rates the conversation's newest case.
     *
     * @param rating 1 (poor) to 5 (very good)
     * @param comment what they say to it
     */
    public Uni<Void> rate(UUID conversation, int rating, @Nullable String comment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return pool.withTransaction(connection -> connection
                        .preparedQuery(NEWEST + " for update of c")
                        .execute(Tuple.of(conversation))
                        .flatMap(rows -> {
                            if (rows.size() == 0) {
                                throw ProblemException.notFound();
                            }
                            return rate(connection, rows.iterator().next(), rating, comment, now);
                        }))
                .invoke(events -> {
                    outbox.wake();
                    events.forEach(event -> changes.changed(event.agency(), event.caseId()));
                })
                .replaceWithVoid();
    }

    private Uni<List<CaseEvent>> rate(
            SqlConnection connection, Row row, int rating, @Nullable String comment, Instant now) {
        if (!ended(row)) {
            throw ProblemException.conflict("not-ended", "A case is rated when it was answered and has ended.");
        }
        UUID caseId = row.getUUID("case_id");
        CaseEvents about = events(row, now);
        List<CaseEvent> told = new ArrayList<>();
        told.add(about.rated(rating));
        OffsetDateTime ended = Objects.requireNonNullElseGet(
                row.getOffsetDateTime("closed_at"), () -> row.getOffsetDateTime("answered_at"));
        Tuple given = Tuple.tuple();
        given.addUUID(caseId).addString(row.getString("agency")).addOffsetDateTime(ended);
        given.addShort((short) rating).addString(comment).addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(RATE)
                .execute(given)
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ProblemException.conflict("rated-already", "This has been rated; thank you.");
                    }
                })
                .flatMap(done -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(caseId, now.atOffset(ZoneOffset.UTC), rating + "/5")))
                .flatMap(done -> rating <= UNHAPPY
                        ? reopen(connection, row, rating, now, told)
                        : Uni.createFrom().voidItem())
                .flatMap(done -> outbox.write(connection, told))
                .replaceWith(told);
    }

    private Uni<Void> reopen(SqlConnection connection, Row row, int rating, Instant now, List<CaseEvent> told) {
        CaseState next = CaseLife.after(CaseState.of(row.getString("state")), CaseAct.REOPEN)
                .fold(Transition.Moved::to, refused -> {
                    throw ProblemException.conflict("wrong-state", refused.why());
                });
        String why = "rated " + rating + " of 5";
        told.add(events(row, now).reopened(why, CITIZEN));
        Tuple change = Tuple.of(
                row.getUUID("case_id"),
                next.wire(),
                now.atOffset(ZoneOffset.UTC),
                now.plus(target(row)).atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(REOPEN)
                .execute(change)
                .flatMap(done -> connection
                        .preparedQuery(REOPENED)
                        .execute(Tuple.of(row.getUUID("case_id"), now.atOffset(ZoneOffset.UTC), why)))
                .replaceWithVoid();
    }

    private Duration target(Row row) {
        Agency agency = directory.get().agency(row.getString("agency")).orElse(null);
        return agency == null
                ? ANY_TARGET
                : agency.respondWithin(new Facts(
                        Kind.of(row.getString("kind")),
                        row.getString("topic"),
                        Channel.of(row.getString("channel")),
                        row.getString("account"),
                        UrgencyRank.at(row.getShort("urgency")),
                        Visibility.of(row.getString("visibility")),
                        row.getDouble("confidence"),
                        row.getBoolean("personal_data"),
                        ""));
    }

    private static boolean ended(Row row) {
        CaseState state = CaseState.of(row.getString("state"));
        return (state == CaseState.CLOSED || state == CaseState.RESOLVED)
                && row.getOffsetDateTime("answered_at") != null
                && !"merged".equals(row.getString("disposition"));
    }

    private static CaseEvents events(Row row, Instant now) {
        return new CaseEvents(
                row.getUUID("case_id"),
                row.getUUID("conversation_id"),
                row.getString("agency"),
                row.getString("account"),
                Channel.of(row.getString("channel")),
                row.getString("unit"),
                now);
    }
}
