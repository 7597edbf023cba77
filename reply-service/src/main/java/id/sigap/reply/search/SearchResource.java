package id.sigap.reply.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.api.IndonesianWordsQuery;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages by their words, newest first. */
@Path("/api/v1/search")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_QUERY = 200;
    /** Beyond that nobody pages; counting on would cost more than it tells. */
    private static final int COUNTED = 10_000;

    private static final String FIND = """
            select m.message_id, m.case_id, c.number, c.state, c.channel, m.sent_at,
                ts_headline('indonesian', m.body, to_tsquery('indonesian', $2),
                    'StartSel=«, StopSel=», MaxWords=30, MinWords=12, MaxFragments=1') as excerpt
            from messages m join cases c on c.case_id = m.case_id
            where m.agency = any($1) and c.agency = m.agency and m.withdrawn_at is null
              and to_tsvector('indonesian', m.body) @@ to_tsquery('indonesian', $2)
              and (m.sent_at, m.message_id) < ($3, $4)
            order by m.sent_at desc, m.message_id desc limit $5""";

    private static final String TOTAL = """
            select count(*) as total from (select 1 from messages m
                where m.agency = any($1) and m.case_id is not null and m.withdrawn_at is null
                  and to_tsvector('indonesian', m.body) @@ to_tsquery('indonesian', $2) limit $3) found""";

    private static final UUID LAST = new UUID(-1L, -1L);
    /** Later than any message. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Callers callers;
    private final Pool pool;

    /** Over the service's pool. */
    public SearchResource(Callers callers, Pool pool) {
        this.callers = callers;
        this.pool = pool;
    }

    /** A page of the messages that have all these words, in any Indonesian form. */
    @GET
    public Uni<Page> find(
            @QueryParam("q") @Nullable String words,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        if (words == null || words.length() > LONGEST_QUERY) {
            throw ProblemException.badRequest("q", "This must have from 1 to " + LONGEST_QUERY + " characters.");
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        String query = IndonesianWordsQuery.of(words);
        if (query.isEmpty()) {
            throw ProblemException.badRequest("q", "There is no word in this.");
        }
        String[] agencies = callers.current().agencies().toArray(String[]::new);
        Place place = after == null ? new Place(END, LAST) : Place.read(after);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(FIND)
                                .execute(Tuple.from(List.of(
                                        agencies,
                                        query,
                                        place.sentAt().atOffset(ZoneOffset.UTC),
                                        place.messageId(),
                                        limit + 1))),
                        pool.preparedQuery(TOTAL).execute(Tuple.of(agencies, query, COUNTED)))
                .asTuple()
                .map(found -> {
                    List<Hit> hits = new ArrayList<>();
                    found.getItem1().forEach(row -> hits.add(hit(row)));
                    boolean more = hits.size() > limit;
                    List<Hit> items = more ? hits.subList(0, limit) : hits;
                    Hit last = more ? items.get(limit - 1) : null;
                    return new Page(
                            items,
                            last == null ? null : new Place(last.sentAt(), last.messageId()).write(),
                            found.getItem2().iterator().next().getLong("total"));
                });
    }

    private static Hit hit(Row row) {
        OffsetDateTime sent = row.getOffsetDateTime("sent_at");
        return new Hit(
                row.getUUID("message_id"),
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("state"),
                row.getString("channel"),
                sent.toInstant(),
                // Lists show no personal data; words are what was searched for.
                row.getString("excerpt").replaceAll("\\d", "•"));
    }

    /** Where a page ended. */
    private record Place(Instant sentAt, UUID messageId) {
        String write() {
            return sentAt.toEpochMilli() + "_" + messageId;
        }

        static Place read(String cursor) {
            try {
                String[] parts = cursor.split("_", 2);
                return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }

    /**
     * A message with the words.
     *
     * @param excerpt around the words, which stand in «»; digits are covered
     */
    public record Hit(
            UUID messageId, UUID caseId, String number, String state, String channel, Instant sentAt, String excerpt) {}

    /**
     * A page of them.
     *
     * @param next the cursor of the next page; absent on the last
     * @param total how many there are in all pages, counted up to 10 000
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Hit> items, @Nullable String next, long total) {}
}
