package id.sigap.reply.templates;

import id.sigap.contracts.Kind;
import id.sigap.reply.draft.TemplateText;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The agencies' texts in memory, for drafts by the thousand. Another instance's change shows within {@value
 * #REFRESH_MILLIS} ms; an own change at once.
 */
@ApplicationScoped
public class TemplateShelf implements Templates {
    private static final Logger LOG = Logger.getLogger(TemplateShelf.class);
    private static final long REFRESH_MILLIS = 5_000;

    private final Vertx vertx;
    private final Pool pool;
    private volatile Map<String, List<Held>> byAgency = Map.of();
    private long timer = -1;

    /** Over the service's pool. */
    public TemplateShelf(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    void start(@Observes StartupEvent started) {
        look();
        timer = vertx.setPeriodic(REFRESH_MILLIS, tick -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    @Override
    public @Nullable TemplateText find(String agency, Kind kind, String topic) {
        TemplateText best = null;
        int bestFit = 0;
        for (Held held : byAgency.getOrDefault(agency, List.of())) {
            int fit = held.fit(kind.wire(), topic);
            if (fit > bestFit) {
                best = held.text();
                bestFit = fit;
            }
        }
        return best;
    }

    /** Reads all again. */
    public Uni<Void> refresh() {
        return pool.query("select agency, kind, topic, body from templates where kind is not null or topic is not null"
                        + " order by agency, name")
                .execute()
                .invoke(this::hold)
                .replaceWithVoid();
    }

    private void look() {
        refresh()
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("templates cannot be read: %s", failure.getClass()));
    }

    private void hold(RowSet<Row> rows) {
        List<Held> all = new ArrayList<>();
        for (Row row : rows) {
            try {
                all.add(new Held(
                        row.getString("agency"),
                        row.getString("kind"),
                        row.getString("topic"),
                        TemplateText.parse(row.getString("body"))));
            } catch (IllegalArgumentException e) {
                // Saved by a version that knew other slots: our own wording stands in.
                LOG.warnf("a template cannot be used: agency=%s", row.getString("agency"));
            }
        }
        byAgency = all.stream().collect(Collectors.groupingBy(Held::agency));
    }

    private record Held(
            String agency, @Nullable String kind, @Nullable String topic, TemplateText text) {
        /** 0 when it does not fit; otherwise the more it names, the higher. */
        int fit(String wantedKind, String wantedTopic) {
            boolean fits = (kind == null || kind.equals(wantedKind)) && (topic == null || topic.equals(wantedTopic));
            return fits ? (topic == null ? 0 : 2) + (kind == null ? 0 : 1) : 0;
        }
    }
}
