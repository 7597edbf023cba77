package id.sigap.reply.duty;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who said that they are at work. Nobody is unless they said so. */
@ApplicationScoped
public class Duty {
    private static final String PUT = """
            insert into duty (agency, person, available, capacity, units, topics, languages, channels, since)
            select a, $2, $3, $4, $5, $6, $7, $8, now() from unnest($1::text[]) as a
            on conflict (agency, person) do update set available = excluded.available, capacity = excluded.capacity,
                units = excluded.units, topics = excluded.topics, languages = excluded.languages,
                channels = excluded.channels,
                since = case when duty.available = excluded.available then duty.since else excluded.since end""";

    private static final String OF = """
            select d.*, (select count(*) from cases c where c.agency = d.agency and c.assignee = d.person
                and c.state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed'))::int as load
            from duty d where d.agency = any($1) and ($2::text is null or d.person = $2)
            order by d.agency, d.available desc, d.person limit 1000""";

    private final Pool pool;
    private final Assigner assigner;

    /** Over the service's pool. */
    public Duty(Pool pool, Assigner assigner) {
        this.pool = pool;
        this.assigner = assigner;
    }

    /** What somebody says of themselves, for these of their agencies. */
    Uni<Void> put(Caller caller, Collection<String> agencies, Shift shift) {
        Tuple parameters = Tuple.from(Arrays.asList(
                agencies.toArray(String[]::new),
                caller.name(),
                shift.available(),
                shift.capacity(),
                shift.units().toArray(String[]::new),
                shift.topics().toArray(String[]::new),
                shift.languages().toArray(String[]::new),
                shift.channels().toArray(String[]::new)));
        if (agencies.isEmpty()) {
            throw ProblemException.forbidden("Nobody is at work for no agency.");
        }
        return pool.preparedQuery(PUT)
                .execute(parameters)
                .invoke(done -> {
                    if (shift.available()) {
                        assigner.wake();
                    }
                })
                .replaceWithVoid();
    }

    /** Who is at work, or away, in these agencies; one person or all. */
    Uni<List<Person>> of(Collection<String> agencies, @Nullable String person) {
        Tuple parameters = Tuple.tuple();
        parameters.addArrayOfString(agencies.toArray(String[]::new)).addString(person);
        return pool.preparedQuery(OF).execute(parameters).map(rows -> {
            List<Person> people = new ArrayList<>(rows.size());
            rows.forEach(row -> people.add(person(row)));
            return people;
        });
    }

    private static Person person(Row row) {
        OffsetDateTime last = row.getOffsetDateTime("last_assigned");
        return new Person(
                row.getString("agency"),
                row.getString("person"),
                row.getBoolean("available") ? "available" : "away",
                row.getInteger("capacity"),
                row.getInteger("load"),
                List.of(row.getArrayOfStrings("units")),
                List.of(row.getArrayOfStrings("topics")),
                List.of(row.getArrayOfStrings("languages")),
                List.of(row.getArrayOfStrings("channels")),
                row.getOffsetDateTime("since").toInstant(),
                last == null ? null : last.toInstant());
    }

    /** What somebody can take; empty lists take everything. */
    record Shift(
            boolean available,
            int capacity,
            List<String> units,
            List<String> topics,
            List<String> languages,
            List<String> channels) {}

    /**
     * Somebody, as they said and as it is.
     *
     * @param status available or away
     * @param load how many cases that wait for us they have
     * @param since when they said that they are here, or away
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Person(
            String agency,
            String person,
            String status,
            int capacity,
            int load,
            List<String> units,
            List<String> topics,
            List<String> languages,
            List<String> channels,
            Instant since,
            @Nullable Instant lastAssigned) {}
}
