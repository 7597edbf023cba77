package id.sigap.reply.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers for which somebody has named a time to go out, as long as they have not. */
@ApplicationScoped
public class PlannedSends {

    private static final String PLANNED = """
            with planned as (
                select r.case_id, r.reply_id, r.state, r.agency, c.number, c.channel, s.send_at, s.set_by
                from scheduled_sends s join replies r on r.reply_id = s.reply_id join cases c on c.case_id = r.case_id
                where r.agency = any($1) and r.state in ('submitted', 'queued')
                  and ($2::uuid is null or r.case_id = $2))
            select *, (select count(*) from planned) as total from planned
            where $3::timestamptz is null or (send_at, reply_id) > ($3, $4)
            order by send_at, reply_id limit $5::int""";

    private final Pool pool;

    /** Over the service's pool. */
    public PlannedSends(Pool pool) {
        this.pool = pool;
    }

    /**
     * A page of the caller's agencies, the next to go out first.
     *
     * @param after the cursor of the page before; absent for the first
     */
    public Uni<Page> page(Caller caller, @Nullable String after, int limit) {
        Place place = after == null ? null : Place.read(after);
        Tuple parameters = Tuple.from(Arrays.asList(
                caller.agencies().toArray(String[]::new),
                null,
                place == null ? null : place.at().atOffset(ZoneOffset.UTC),
                place == null ? null : place.replyId(),
                limit + 1));
        return pool.preparedQuery(PLANNED).execute(parameters).map(rows -> {
            List<Planned> items = new ArrayList<>(rows.size());
            long total = 0;
            for (Row row : rows) {
                items.add(planned(row));
                total = row.getLong("total");
            }
            if (items.size() <= limit) {
                return new Page(items, total, null);
            }
            Planned last = items.get(limit - 1);
            return new Page(items.subList(0, limit), total, new Place(last.at(), last.replyId()).write());
        });
    }

    /** The one of a case; null when there is none. */
    public Uni<@Nullable Planned> of(Caller caller, UUID caseId) {
        Tuple parameters = Tuple.from(Arrays.asList(caller.agencies().toArray(String[]::new), caseId, null, null, 1));
        return pool.preparedQuery(PLANNED).execute(parameters).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? planned(found.next()) : null;
        });
    }

    private static Planned planned(Row row) {
        return new Planned(
                row.getUUID("case_id"),
                row.getUUID("reply_id"),
                ReplyState.of(row.getString("state")),
                row.getString("agency"),
                row.getString("number"),
                row.getString("channel"),
                row.getOffsetDateTime("send_at").toInstant(),
                row.getString("set_by"));
    }

    /** An answer that goes out at a time, once it is approved. */
    public record Planned(
            UUID caseId,
            UUID replyId,
            ReplyState state,
            String agency,
            String number,
            String channel,
            Instant at,
            String by) {}

    /**
     * A page.
     *
     * @param total how many there are on all pages
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Planned> items, long total, @Nullable String next) {}

    /** Where a page ended. */
    private record Place(Instant at, UUID replyId) {
        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "|" + replyId).getBytes(StandardCharsets.US_ASCII));
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
}
