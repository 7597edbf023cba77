package id.sigap.reply.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads who had a case for how long, and what else became of it. Every question carries the caller's agencies. */
@ApplicationScoped
public class LifeReader {
    private static final String FILE = """
            select c.*, g.into_case, s.number as into_number from cases c
            left join case_merges g on g.merged = c.case_id left join cases s on s.case_id = g.into_case
            where c.case_id = $1 and c.agency = any($2)""";

    private static final String HOPS =
            "select unit, assignee, from_at, until_at from case_hops where case_id = $1 order by hop_id";

    private static final String TRANSFERS = "select * from case_transfers where case_id = $1 order by sent_at";

    private static final String MERGED = """
            select c.case_id, c.number, c.channel, g.merged_by, g.merged_at from case_merges g
            join cases c on c.case_id = g.merged where g.into_case = $1 order by g.merged_at""";

    private static final String RATINGS = "select * from case_ratings where case_id = $1 order by rated_at";

    private final Pool pool;

    /** Over the service's pool. */
    public LifeReader(Pool pool) {
        this.pool = pool;
    }

    /** The life of a case until now; fails with 404 when the caller may not see it. */
    public Uni<Life> life(Caller caller, UUID caseId, Instant now) {
        Tuple id = Tuple.of(caseId);
        return pool.preparedQuery(FILE)
                .execute(Tuple.of(caseId, caller.agencies().toArray(String[]::new)))
                .flatMap(files -> {
                    if (files.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    return Uni.combine()
                            .all()
                            .unis(
                                    pool.preparedQuery(HOPS).execute(id),
                                    pool.preparedQuery(TRANSFERS).execute(id),
                                    pool.preparedQuery(MERGED).execute(id),
                                    pool.preparedQuery(RATINGS).execute(id))
                            .asTuple()
                            .map(found -> life(
                                    files.iterator().next(),
                                    found.getItem1(),
                                    all(found.getItem2(), LifeReader::transfer),
                                    all(found.getItem3(), LifeReader::merged),
                                    all(found.getItem4(), LifeReader::rating),
                                    now));
                });
    }

    private static Life life(
            Row file,
            RowSet<Row> rows,
            List<Transfer> transfers,
            List<Merged> merged,
            List<Rating> ratings,
            Instant now) {
        @Nullable Instant closed = time(file, "closed_at");
        Instant end = closed == null ? now : closed;
        List<Hop> hops = all(rows, row -> hop(row, closed, end));
        if (hops.isEmpty()) {
            Instant opened = always(file, "opened_at");
            hops = List.of(
                    new Hop(file.getString("unit"), file.getString("assignee"), opened, closed, seconds(opened, end)));
        }
        return new Life(
                file.getString("state").equals("snoozed") ? time(file, "snoozed_until") : null,
                file.getString("transferred_to"),
                file.getUUID("into_case"),
                file.getString("into_number"),
                hops,
                transfers,
                merged,
                ratings);
    }

    private static Hop hop(Row row, @Nullable Instant closed, Instant end) {
        Instant from = always(row, "from_at");
        @Nullable Instant until = time(row, "until_at");
        return new Hop(
                row.getString("unit"),
                row.getString("assignee"),
                from,
                until == null ? closed : until,
                seconds(from, until == null ? end : until));
    }

    private static long seconds(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toSeconds());
    }

    private static Transfer transfer(Row row) {
        return new Transfer(
                row.getString("office"),
                row.getString("recipient"),
                row.getString("reason"),
                row.getString("sent_by"),
                always(row, "sent_at"),
                row.getString("answer"),
                row.getString("answered_by"),
                time(row, "answered_at"));
    }

    private static Merged merged(Row row) {
        return new Merged(
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("merged_by"),
                always(row, "merged_at"));
    }

    private static Rating rating(Row row) {
        return new Rating(row.getShort("rating"), row.getString("comment"), always(row, "rated_at"));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
        List<T> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view.apply(row)));
        return views;
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Instant always(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /**
     * The life of a case.
     *
     * @param snoozedUntil when it comes back; absent unless it is laid aside
     * @param transferredTo the office outside that has the matter; absent when none has
     * @param mergedInto the case that it lives on in; absent when it was not merged
     * @param hops who had it, oldest first
     * @param transfers to offices outside, oldest first
     * @param merged cases that live on in this one
     * @param ratings what the citizen thought, one for every ending
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Life(
            @Nullable Instant snoozedUntil,
            @Nullable String transferredTo,
            @Nullable UUID mergedInto,
            @Nullable String mergedIntoNumber,
            List<Hop> hops,
            List<Transfer> transfers,
            List<Merged> merged,
            List<Rating> ratings) {}

    /**
     * One holder of the case.
     *
     * @param assignee absent while nobody of the unit had it
     * @param until absent while they have it
     * @param wallSeconds how long, until now if they still have it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hop(
            String unit,
            @Nullable String assignee,
            Instant from,
            @Nullable Instant until,
            long wallSeconds) {}

    /** A matter that was passed to an office outside. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transfer(
            String office,
            String recipient,
            String reason,
            String by,
            Instant at,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    /** A case that was joined into this one. */
    public record Merged(UUID caseId, String number, String channel, String by, Instant at) {}

    /** What the citizen thought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rating(int rating, @Nullable String comment, Instant at) {}
}
