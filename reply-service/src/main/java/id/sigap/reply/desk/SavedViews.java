package id.sigap.reply.desk;

import id.sigap.contracts.Ids;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Filters of the queue that people keep under names of their own. */
@ApplicationScoped
class SavedViews {
    private static final int LONGEST_NAME = 40;

    /** More would not be found again. */
    private static final int MOST = 20;

    private static final String ALL =
            "select view_id, name, query from saved_views where person = $1 order by saved_at, view_id";

    private static final String SAVE = """
            insert into saved_views (view_id, person, name, query, saved_at)
            select $1, $2, $3, $4, now()
            where (select count(*) from saved_views where person = $2 and name <> $3) < $5
            on conflict (person, name) do update set query = excluded.query""";

    private static final String DELETE = "delete from saved_views where view_id = $1 and person = $2";

    private final Pool pool;

    SavedViews(Pool pool) {
        this.pool = pool;
    }

    /** A person's views, oldest first. */
    Uni<List<View>> of(Caller caller) {
        return pool.preparedQuery(ALL).execute(Tuple.of(caller.name())).map(rows -> {
            List<View> views = new ArrayList<>(rows.size());
            rows.forEach(
                    row -> views.add(new View(row.getUUID("view_id"), row.getString("name"), row.getString("query"))));
            return views;
        });
    }

    /**
     * Keeps a filter; a view of the same name is another from now on.
     *
     * @param field what the name is called where it was given
     * @throws ProblemException 400 without a name, 409 when there are too many
     */
    Uni<Void> save(Caller caller, String field, String name, QueueFilter filter) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.indexOf('\0') >= 0) {
            throw ProblemException.badRequest(field, "A view has a name of at most " + LONGEST_NAME + " characters.");
        }
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(Ids.timeOrdered(), caller.name(), plain, filter.query(), MOST))
                .invoke(done -> {
                    if (done.rowCount() == 0) {
                        throw ProblemException.conflict("too-many-views", "There are " + MOST + " views already.");
                    }
                })
                .replaceWithVoid();
    }

    /** Forgets one's own view. */
    Uni<Void> delete(Caller caller, UUID viewId) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(viewId, caller.name()))
                .replaceWithVoid();
    }

    /**
     * A filter with a name.
     *
     * @param query as {@link QueueFilter#query} writes it
     */
    record View(UUID id, String name, String query) {}
}
