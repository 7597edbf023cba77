package id.sigap.reply.incidents;

import id.sigap.reply.cases.UrgencyRank;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads incidents for those who may see them, and brings cases together that speak of one event. */
@ApplicationScoped
public class IncidentReader {
    private static final String SUMMARY = """
            select agency, incident, mode() within group (order by topic) as topic, count(*) as cases,
                count(*) filter (where cardinality(turn) > 0 and state <> 'closed') as waiting,
                count(*) filter (where answered_at is not null) as answered,
                count(*) filter (where state = 'closed') as closed, max(urgency) as urgency,
                array_agg(distinct channel) as channels, array_agg(distinct unit) as units,
                min(opened_at) as first_at, max(opened_at) as last_at
            from cases where agency = any($1) and incident is not null""";

    private static final String LIST = "with all_of_them as (" + SUMMARY + """
             and opened_at >= $2 group by agency, incident)
            select *, (select count(*) from all_of_them) as total from all_of_them
            where $3::timestamptz is null or (last_at, incident) < ($3, $4)
            order by last_at desc, incident desc limit $5::int""";

    private static final String ONE = SUMMARY + " and incident = $2 group by agency, incident order by agency limit 1";

    private static final String STATEMENTS =
            "select * from statements where agency = $1 and incident = $2 order by written_at desc limit 100";

    private static final String JOIN = """
            with named as (
                select case_id from cases where case_id = any($1) and agency = $2 and state <> 'closed'
                order by conversation_id for update),
            joined as (
                update cases c set incident = $3, version = c.version + 1, changed_at = now() from named
                where c.case_id = named.case_id and c.incident is distinct from $3 returning c.case_id),
            noted as (
                insert into history (case_id, at, act, done_by, detail)
                select case_id, now(), 'joined-incident', $4::text, $3::text from joined)
            select count(*) as found from named""";

    private final Pool pool;
    private final StatementReader statements;
    private final Duration shown;

    /**
     * Over the service's pool.
     *
     * @param shown incidents whose newest case is older than this are not listed
     */
    public IncidentReader(
            Pool pool,
            StatementReader statements,
            @ConfigProperty(name = "sigap.incidents.shown", defaultValue = "P7D") Duration shown) {
        this.pool = pool;
        this.statements = statements;
        this.shown = shown;
    }

    /** A page of the incidents of the caller's agencies, the newest first. */
    public Uni<IncidentViews.Page> page(Caller caller, @Nullable String after, int limit) {
        Place place = after == null ? null : Place.read(after);
        Tuple parameters = Tuple.from(Arrays.asList(
                caller.agencies().toArray(String[]::new),
                StatementStore.offset(Instant.now().minus(shown)),
                place == null ? null : StatementStore.offset(place.lastAt()),
                place == null ? null : place.incident(),
                limit + 1));
        return pool.preparedQuery(LIST).execute(parameters).map(rows -> {
            List<IncidentViews.Incident> items = StatementStore.all(rows, row -> incident(row, null));
            long total = items.isEmpty()
                    ? 0
                    : StatementStore.all(rows, row -> row.getLong("total")).get(0);
            if (items.size() <= limit) {
                return new IncidentViews.Page(items, total, null);
            }
            IncidentViews.Incident last = items.get(limit - 1);
            return new IncidentViews.Page(
                    items.subList(0, limit), total, new Place(last.lastAt(), last.incident()).write());
        });
    }

    /** An incident with its statements; fails with 404 when the caller may not see it. */
    public Uni<IncidentViews.Incident> one(Caller caller, String incident) {
        return find(caller, incident)
                .flatMap(row -> pool.preparedQuery(STATEMENTS)
                        .execute(Tuple.of(row.getString("agency"), incident))
                        .map(found -> StatementStore.all(found, Statement::of))
                        .flatMap(written -> statements.views(caller, written))
                        .map(views -> incident(row, views)));
    }

    /** Whose incident it is; fails with 404 when the caller may not see it. */
    public Uni<String> agencyOf(Caller caller, String incident) {
        return find(caller, incident).map(row -> row.getString("agency"));
    }

    /**
     * Adds open cases to an incident, as a person finds that they speak of it: triage names an incident only from the
     * message on by which it noticed it.
     */
    public Uni<Void> join(Caller caller, String incident, List<UUID> cases) {
        return agencyOf(caller, incident)
                .flatMap(agency -> pool.withTransaction(c -> c.preparedQuery(JOIN)
                        .execute(Tuple.of(cases.toArray(UUID[]::new), agency, incident, caller.name()))
                        .invoke(rows -> {
                            long found = rows.iterator().next().getLong("found");
                            if (found != cases.stream().distinct().count()) {
                                throw ProblemException.unprocessable(
                                        "caseIds",
                                        "The incident's agency has no such open case, at least for one of them.");
                            }
                        })
                        .replaceWithVoid()));
    }

    private Uni<Row> find(Caller caller, String incident) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(caller.agencies().toArray(String[]::new), incident))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    return rows.iterator().next();
                });
    }

    private static IncidentViews.Incident incident(Row row, @Nullable List<IncidentViews.StatementView> statements) {
        return new IncidentViews.Incident(
                row.getString("incident"),
                row.getString("agency"),
                row.getString("topic"),
                row.getLong("cases"),
                row.getLong("waiting"),
                row.getLong("answered"),
                row.getLong("closed"),
                UrgencyRank.at(row.getShort("urgency")).wire(),
                List.of(row.getArrayOfStrings("channels")),
                List.of(row.getArrayOfStrings("units")),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                statements);
    }

    /** Where a page ended. */
    private record Place(Instant lastAt, String incident) {
        String write() {
            String plain = StatementStore.offset(lastAt) + "|" + incident;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
                return new Place(OffsetDateTime.parse(parts[0]).toInstant(), parts[1]);
            } catch (RuntimeException e) {
                throw ProblemException.badRequest("after", "This is not a cursor of this list.");
            }
        }
    }
}
