package id.sigap.reply.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets go of citizens' words that nobody needs any more: what a message said before it was changed, and changes whose
 * message never came. With a message itself its earlier words go at once, by the database.
 */
@ApplicationScoped
public class WordsRetention {
    private static final Logger LOG = Logger.getLogger(WordsRetention.class);

    private static final int BATCH = 2_000;

    /** Another instance that deletes them too is passed over. */
    private static final String VERSIONS = """
            delete from message_versions where ctid = any(array(
                select ctid from message_versions where until < $1 order by until limit $2
                for update skip locked))""";

    private static final String EARLY = """
            delete from early_changes where ctid = any(array(
                select ctid from early_changes where noted_at < $1 limit $2 for update skip locked))""";

    private final Pool pool;
    private final MeterRegistry meters;
    private final Duration earlierWords;
    private final Duration earlyChanges;

    /**
     * Over the service's pool.
     *
     * @param earlierWords how long after a change the words before it are kept
     * @param earlyChanges how long a change waits for its message
     */
    public WordsRetention(
            Pool pool,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.retention.earlier-words") Duration earlierWords,
            @ConfigProperty(name = "sigap.retention.early-changes") Duration earlyChanges) {
        this.pool = pool;
        this.meters = meters;
        this.earlierWords = earlierWords;
        this.earlyChanges = earlyChanges;
    }

    /** One run. Never fails: what cannot be deleted now waits for the next time, and the log says so. */
    @Scheduled(
            identity = "words-retention",
            every = "${sigap.retention.every}",
            delayed = "55s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return expire("message_versions", VERSIONS, earlierWords)
                .chain(() -> expire("early_changes", EARLY, earlyChanges));
    }

    private Uni<Void> expire(String table, String sql, Duration age) {
        Tuple older = Tuple.of(Instant.now().minus(age).atOffset(ZoneOffset.UTC), BATCH);
        Counter deleted = Counter.builder("sigap_retention_deleted")
                .description("rows that were old enough to be deleted")
                .tag("table", "reply." + table)
                .register(meters);
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(sql).execute(older).map(rows -> rows.rowCount()))
                .whilst(gone -> gone == BATCH)
                .onItem()
                .invoke(gone -> deleted.increment(gone))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnv(
                        "expired rows not deleted, tries again later: table={0} cause={1}",
                        table, failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
