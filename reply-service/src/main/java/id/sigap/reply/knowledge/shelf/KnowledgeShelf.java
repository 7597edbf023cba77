package id.sigap.reply.knowledge.shelf;

import id.sigap.reply.knowledge.Article;
import id.sigap.reply.knowledge.ArticleIndex;
import id.sigap.reply.knowledge.Knowledge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The agencies' articles in memory. Each instance looks at the agencies' revisions again and again and builds the index
 * anew of an agency whose revision rose; an own change shows at once. Drafts read the index in force and wait for
 * nothing. Memory is bounded: {@link KnowledgeDesk} keeps at most {@value KnowledgeDesk#MOST_ARTICLES} articles of an
 * agency, each of bounded size.
 */
@ApplicationScoped
public class KnowledgeShelf implements Knowledge {
    private static final Logger LOG = Logger.getLogger(KnowledgeShelf.class);
    private static final ArticleIndex EMPTY = ArticleIndex.of(List.of());

    private final Vertx vertx;
    private final Pool pool;
    private final Duration every;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer = -1;

    /**
     * Over the service's pool.
     *
     * @param every how soon another instance's change shows here
     */
    public KnowledgeShelf(
            Vertx vertx,
            Pool pool,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.knowledge.look-every", defaultValue = "PT1S") Duration every) {
        this.vertx = vertx;
        this.pool = pool;
        this.every = every;
        Gauge.builder(
                        "sigap_reply_articles",
                        held,
                        all -> all.values().stream()
                                .mapToInt(one -> one.index().size())
                                .sum())
                .description("articles that can answer, in memory")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        look();
        timer = vertx.setPeriodic(every.toMillis(), tick -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    @Override
    public ArticleIndex of(String agency) {
        Held found = held.get(agency);
        return found == null ? EMPTY : found.index();
    }

    @Override
    public ArticleIndex english(String agency) {
        Held found = held.get(agency);
        return found == null ? EMPTY : found.english();
    }

    /** Reads what changed; done when all of it can be found. */
    public Uni<Void> refresh() {
        return pool.query("select agency, revision from knowledge_revisions")
                .execute()
                .map(this::risen)
                .flatMap(risen -> Multi.createFrom()
                        .iterable(risen.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(one -> load(one.getKey(), one.getValue()))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Map<String, Long> risen(RowSet<Row> rows) {
        Map<String, Long> risen = new HashMap<>();
        for (Row row : rows) {
            Held known = held.get(row.getString("agency"));
            if (known == null || known.revision() < row.getLong("revision")) {
                risen.put(row.getString("agency"), row.getLong("revision"));
            }
        }
        return risen;
    }

    /** The revision was read before the articles: what changed in between is read once more, never missed. */
    private Uni<Void> load(String agency, long revision) {
        return ArticleRows.all(pool, agency)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(articles -> Held.of(revision, articles))
                .invoke(now -> held.merge(agency, now, (one, other) -> one.revision() > other.revision() ? one : other))
                .replaceWithVoid();
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            refresh()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("articles cannot be read: %s", failure.getClass()));
        }
    }

    private record Held(long revision, ArticleIndex index, ArticleIndex english) {
        static Held of(long revision, List<Article> articles) {
            return new Held(revision, ArticleIndex.of(articles), ArticleIndex.english(articles));
        }
    }
}
