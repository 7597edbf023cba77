package id.sigap.reply.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.runtime.access.Caller;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Notes in which the caller is named. */
@Path("/api/v1/me/mentions")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
public class MentionResource {
    private static final int LONGEST_PAGE = 200;

    private static final String MINE = """
            select m.*, c.number from mentions m join cases c on c.case_id = m.case_id
            where m.person = $1 and m.agency = any($2) and m.mention_id < $3 and ($4 = false or m.read_at is null)
            order by m.mention_id desc limit $5""";

    private static final String TOTAL = """
            select count(*) as total from mentions
            where person = $1 and agency = any($2) and ($3 = false or read_at is null)""";

    private static final String READ = """
            update mentions set read_at = coalesce(read_at, now())
            where mention_id = $1 and person = $2 and agency = any($3)""";

    /** After every id that sorts by time. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Callers callers;
    private final Pool pool;

    /** Over the service's pool. */
    public MentionResource(Callers callers, Pool pool) {
        this.callers = callers;
        this.pool = pool;
    }

    /** A page, newest first. */
    @GET
    public Uni<Page> mine(
            @QueryParam("unread") @DefaultValue("true") boolean unread,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        Caller caller = callers.current();
        String[] agencies = caller.agencies().toArray(String[]::new);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(MINE)
                                .execute(Tuple.from(List.of(
                                        name(caller), agencies, after == null ? LAST : after, unread, limit + 1))),
                        pool.preparedQuery(TOTAL).execute(Tuple.of(name(caller), agencies, unread)))
                .asTuple()
                .map(found -> {
                    List<Mention> mentions = new ArrayList<>();
                    found.getItem1().forEach(row -> mentions.add(mention(row)));
                    boolean more = mentions.size() > limit;
                    List<Mention> items = more ? mentions.subList(0, limit) : mentions;
                    return new Page(
                            items,
                            more ? items.get(limit - 1).mentionId() : null,
                            found.getItem2().iterator().next().getLong("total"));
                });
    }

    /** The caller has seen it. */
    @POST
    @Path("/{id}/read")
    public Uni<Void> read(@RestPath UUID id) {
        Caller caller = callers.current();
        return pool.preparedQuery(READ)
                .execute(Tuple.of(id, name(caller), caller.agencies().toArray(String[]::new)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** As notes name people. */
    private static String name(Caller caller) {
        return caller.name().toLowerCase(Locale.ROOT);
    }

    private static Mention mention(Row row) {
        OffsetDateTime read = row.getOffsetDateTime("read_at");
        return new Mention(
                row.getUUID("mention_id"),
                row.getUUID("case_id"),
                row.getString("number"),
                row.getString("said_by"),
                row.getOffsetDateTime("said_at").toInstant(),
                row.getString("note"),
                read == null ? null : read.toInstant());
    }

    /** A note that names the caller. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mention(
            UUID mentionId,
            UUID caseId,
            String number,
            String by,
            Instant at,
            String note,
            @Nullable Instant readAt) {}

    /**
     * A page of them.
     *
     * @param next the cursor of the next page; absent on the last
     * @param total how many there are in all pages
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Mention> items, @Nullable UUID next, long total) {}
}
