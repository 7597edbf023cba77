package id.sigap.reply.desk;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they are being typed, each person's own: they outlive a reload, follow to another device, and become an
 * answer only when their writer says so.
 */
@ApplicationScoped
class TypedTexts {
    private static final int LONGEST = 20_000;

    private static final String FIND = """
            select t.body, t.version, t.saved_at from typed_texts t join cases c on c.case_id = t.case_id
            where t.case_id = $1 and t.person = $2 and c.agency = any($3)""";

    private static final String SAVE = """
            insert into typed_texts as t (case_id, person, body, version, saved_at)
            select c.case_id, $2, $4, 1, now() from cases c where c.case_id = $1 and c.agency = any($3)
            on conflict (case_id, person) do update set body = excluded.body, version = t.version + 1, saved_at = now()
            where $5::int is null or t.version = $5
            returning version, saved_at""";

    private static final String FORGET = "delete from typed_texts where case_id = $1 and person = $2";

    private static final String FORGET_OLD = "delete from typed_texts where saved_at < now() - interval '30 days'";

    private final Pool pool;

    TypedTexts(Pool pool) {
        this.pool = pool;
    }

    /** What this person was typing; null if nothing. */
    Uni<@Nullable Typed> find(Caller caller, UUID caseId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(caseId, caller.name(), agencies(caller)))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? typed(found.next()) : null;
                });
    }

    /**
     * Keeps what is typed.
     *
     * @param expected the version that the writer's page knows, 0 when none; null when it does not matter
     * @throws ProblemException 409 when another device of theirs has saved since
     */
    Uni<Saved> save(Caller caller, UUID caseId, String body, @Nullable Integer expected) {
        if (body.length() > LONGEST || body.indexOf('\0') >= 0) {
            throw ProblemException.unprocessable("teks", "This is too long, or has a character that no text has.");
        }
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(caseId, caller.name(), agencies(caller), body, expected))
                .flatMap(rows -> {
                    RowIterator<Row> saved = rows.iterator();
                    if (saved.hasNext()) {
                        Row row = saved.next();
                        return Uni.createFrom().item(new Saved(row.getInteger("version"), at(row)));
                    }
                    return find(caller, caseId).map(typed -> {
                        throw typed == null
                                ? ProblemException.notFound()
                                : ProblemException.conflict("version-conflict", "Another device has saved since.");
                    });
                });
    }

    /** Forgets it: it became an answer, or is not wanted. What nobody came back for in 30 days goes with it. */
    Uni<Void> forget(Caller caller, UUID caseId) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(caseId, caller.name()))
                .call(() -> pool.query(FORGET_OLD).execute())
                .replaceWithVoid();
    }

    private static Typed typed(Row row) {
        return new Typed(row.getString("body"), row.getInteger("version"), at(row));
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime("saved_at").toInstant();
    }

    private static String[] agencies(Caller caller) {
        return caller.agencies().toArray(String[]::new);
    }

    /** A text that is not an answer yet. */
    record Typed(String body, int version, Instant savedAt) {}

    /** What the page must know to save again. */
    record Saved(int version, Instant savedAt) {}
}
