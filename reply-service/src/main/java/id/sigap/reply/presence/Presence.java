package id.sigap.reply.presence;

import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who is at which case now, shared by all instances. A sign is worth nothing after its time. */
@ApplicationScoped
public class Presence {
    private static final String PUT = """
            with file as (select case_id, agency from cases where case_id = $1 and agency = any($2)),
            old as (select doing from case_presence where case_id = $1 and person = $3 and until_at > now()),
            put as (
                insert into case_presence (case_id, person, agency, doing, until_at)
                select case_id, $3, agency, $4, now() + make_interval(secs => $5) from file
                on conflict (case_id, person) do update set doing = excluded.doing, until_at = excluded.until_at)
            select file.agency, (select doing from old) as was from file""";

    private static final String LEAVE = """
            delete from case_presence where case_id = $1 and person = $3 and agency = any($2) returning agency""";

    private static final String AT = """
            select c.agency, p.person, p.doing, p.until_at from cases c
            left join case_presence p on p.case_id = c.case_id and p.until_at > now()
            where c.case_id = $1 and c.agency = any($2) order by p.person""";

    private static final String FORGET = "delete from case_presence where until_at < now() - interval '1 min'";

    private final Pool pool;
    private final CaseChanges changes;
    private final Duration life;

    /**
     * Over the service's pool.
     *
     * @param life how long a sign counts; whoever stays gives it again before
     */
    public Presence(
            Pool pool,
            CaseChanges changes,
            @ConfigProperty(name = "sigap.presence.life", defaultValue = "PT30S") Duration life) {
        this.pool = pool;
        this.changes = changes;
        this.life = life;
    }

    /** Somebody is at a case; everybody who is. Colleagues are told when it is news. */
    public Uni<List<There>> put(Caller caller, UUID caseId, Doing doing) {
        Tuple parameters =
                Tuple.from(List.of(caseId, agencies(caller), caller.name(), doing.wire(), life.toMillis() / 1000.0));
        return pool.preparedQuery(PUT)
                .execute(parameters)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    Row row = rows.iterator().next();
                    if (!doing.wire().equals(row.getString("was"))) {
                        changes.watched(row.getString("agency"), caseId);
                    }
                })
                .flatMap(done -> at(caller, caseId));
    }

    /** Somebody has left a case. */
    Uni<Void> leave(Caller caller, UUID caseId) {
        return pool.preparedQuery(LEAVE)
                .execute(Tuple.of(caseId, agencies(caller), caller.name()))
                .invoke(rows -> rows.forEach(row -> changes.watched(row.getString("agency"), caseId)))
                .replaceWithVoid();
    }

    /** Who is at a case; fails with 404 when the caller may not see it. */
    Uni<List<There>> at(Caller caller, UUID caseId) {
        return pool.preparedQuery(AT)
                .execute(Tuple.of(caseId, agencies(caller)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    List<There> there = new ArrayList<>();
                    rows.forEach(row -> {
                        @Nullable String person = row.getString("person");
                        if (person != null) {
                            there.add(new There(
                                    person,
                                    person.equals(caller.name()),
                                    row.getString("doing"),
                                    row.getOffsetDateTime("until_at").toInstant()));
                        }
                    });
                    return there;
                });
    }

    /** Lets go of old signs. */
    @Scheduled(identity = "presence", every = "1m", delayed = "1m")
    Uni<Void> forget() {
        return pool.query(FORGET).execute().replaceWithVoid().onFailure().recoverWithNull();
    }

    private static String[] agencies(Caller caller) {
        return caller.agencies().toArray(String[]::new);
    }

    /** What somebody does at a case. */
    public enum Doing {
        /** They look at it. */
        VIEWING("viewing"),
        /** They write an answer. */
        TYPING("typing");

        private final String wire;

        Doing(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }

        static Doing of(@Nullable String word) {
            for (Doing doing : values()) {
                if (doing.wire.equals(word)) {
                    return doing;
                }
            }
            throw ProblemException.badRequest("doing", "This must be one of viewing, typing.");
        }
    }

    /**
     * Somebody at a case.
     *
     * @param me whether it is the caller
     * @param doing viewing or typing
     * @param until when it counts no more, unless they say so again
     */
    public record There(String person, boolean me, String doing, Instant until) {}
}
