package id.sigap.triage.learning.store;

import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Asks the database and waits for what it says, on threads that may wait. */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;

    /** Over the service's pool. */
    public Database(Pool pool) {
        this.pool = pool;
    }

    /** The pool itself. */
    Pool pool() {
        return pool;
    }

    /**
     * The rows of a statement.
     *
     * @throws ProblemException 503 if the database does not answer
     */
    List<Row> rows(String sql, Object... values) {
        return StreamSupport.stream(
                        waited(pool.preparedQuery(sql).execute(Tuple.from(values)))
                                .spliterator(),
                        false)
                .toList();
    }

    /**
     * What a statement or a transaction comes to.
     *
     * @throws ProblemException 503 if the database does not answer
     */
    <T> T waited(Uni<T> answer) {
        try {
            return answer.await().atMost(PATIENCE);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnv(
                    "the database of learning does not answer, cause={0}",
                    e.getClass().getName());
            throw ProblemException.unavailable(
                    Duration.ofSeconds(5), "The store of models does not answer; messages are still read.");
        }
    }

    /** How many rows a statement changed. */
    static int changed(RowSet<Row> rows) {
        return rows.rowCount();
    }
}
