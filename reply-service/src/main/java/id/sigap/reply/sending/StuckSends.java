package id.sigap.reply.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replies that do not get on by themselves: failed ones whose case waits for somebody, those of which nobody can tell,
 * and released ones that wait for longer than their account's pace explains. The longest stuck first.
 */
@ApplicationScoped
public class StuckSends {
    private static final String STUCK = """
            with stuck as (
                select r.reply_id, coalesce(r.failed_at, r.send_after, r.drafted_at) as since
                from replies r join cases c on c.case_id = r.case_id
                where r.agency = any($1) and c.state <> 'closed'
                  and (r.state = 'unknown' or r.state = 'failed' and c.state = 'needs-attention')
                union all
                select r.reply_id, r.send_after from replies r
                where r.agency = any($1)
                  and (r.state = 'queued' and not r.held or r.state = 'sending' and r.lease_until is null)
                  and r.send_after < now() - make_interval(secs => $2))
            select s.since, r.*, c.number, c.citizen, c.unit, c.last_message_at, c.assignee, (select count(*) from stuck) as total
            from stuck s join replies r on r.reply_id = s.reply_id join cases c on c.case_id = r.case_id
            where $3::timestamptz is null or (s.since, s.reply_id) > ($3, $4)
            order by s.since, s.reply_id limit $5::int""";

    /** Released, and still here: its account is paused, or has far more than it can send. */
    private static final double LATE_SECONDS = 300;

    private final Pool pool;

    /** Over the service's pool. */
    public StuckSends(Pool pool) {
        this.pool = pool;
    }

    /** A page of the caller's agencies. */
    public Uni<Page> page(Caller caller, @Nullable String after, int limit) {
        Place place = after == null ? null : Place.read(after);
        Tuple parameters = Tuple.from(Arrays.asList(
                caller.agencies().toArray(String[]::new),
                LATE_SECONDS,
                place == null ? null : place.since().atOffset(ZoneOffset.UTC),
                place == null ? null : place.replyId(),
                limit + 1));
        return pool.preparedQuery(STUCK).execute(parameters).map(rows -> {
            List<Stuck> items = new ArrayList<>();
            long total = 0;
            for (Row row : rows) {
                items.add(stuck(row));
                total = row.getLong("total");
            }
            if (items.size() <= limit) {
                return new Page(items, total, null);
            }
            Stuck last = items.get(limit - 1);
            return new Page(items.subList(0, limit), total, new Place(last.since(), last.replyId()).write());
        });
    }

    private static Stuck stuck(Row row) {
        String state = row.getString("state");
        String code = row.getString("failure_code");
        SendCause cause = code == null ? null : SendCause.of(code);
        return new Stuck(
                row.getUUID("reply_id"),
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("account"),
                row.getString("channel"),
                row.getString("unit"),
                row.getString("assignee"),
                UrgencyRank.at(row.getShort("urgency")).wire(),
                state,
                row.getString("failure"),
                code,
                cause == null ? null : cause.wire(),
                row.getInteger("attempts"),
                row.getOffsetDateTime("since").toInstant(),
                acts(state, cause, row));
    }

    /** What cannot succeed is not offered. */
    private static List<String> acts(String state, @Nullable SendCause cause, Row row) {
        return switch (state) {
            case "unknown" -> List.of("retry", "mark-sent", "discard");
            case "failed" -> {
                OffsetDateTime failedAt = row.getOffsetDateTime("failed_at");
                boolean retry = cause == null
                        || cause.worthRetrying(
                                failedAt == null ? null : failedAt.toInstant(),
                                row.getOffsetDateTime("last_message_at").toInstant());
                yield retry ? List.of("retry", "discard") : List.of("discard");
            }
            default -> List.of();
        };
    }

    /**
     * A page.
     *
     * @param items the longest stuck first
     * @param total how many there are on all pages
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Stuck> items, long total, @Nullable String next) {}

    /**
     * A reply that does not get on.
     *
     * @param state unknown, failed, or queued
     * @param failureCode the channel's code, or our own word
     * @param cause what that means, e.g. {@code window-closed}; {@code other} for a code that is not known
     * @param since when it got stuck
     * @param acts what a person may do to it, as the routes name it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stuck(
            UUID replyId,
            UUID caseId,
            String number,
            String agency,
            String account,
            String channel,
            String unit,
            @Nullable String assignee,
            String urgency,
            String state,
            @Nullable String failure,
            @Nullable String failureCode,
            @Nullable String cause,
            int attempts,
            Instant since,
            List<String> acts) {}

    /** Where a page ended. */
    private record Place(Instant since, UUID replyId) {
        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            (since.atOffset(ZoneOffset.UTC) + "|" + replyId).getBytes(StandardCharsets.US_ASCII));
        }

        static Place read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
                return new Place(OffsetDateTime.parse(parts[0]).toInstant(), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }
}
