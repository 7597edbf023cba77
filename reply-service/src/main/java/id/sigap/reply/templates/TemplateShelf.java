package id.sigap.reply.templates;

import id.sigap.contracts.Kind;
import id.sigap.reply.draft.TemplateText;
import id.sigap.reply.draft.Tongue;
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
    public @Nullable TemplateText find(String agency, Kind kind, String topic, Tongue tongue) {
        return best(byAgency.getOrDefault(agency, List.of()), kind, topic, tongue);
    }

    static @Nullable TemplateText best(List<Held> texts, Kind kind, String topic, Tongue tongue) {
        TemplateText best = null;
        int bestFit = 0;
        for (Held held : texts) {
            int fit = held.tongue() == tongue ? held.fit(kind.wire(), topic) : 0;
            if (fit > bestFit) {
                best = held.text();
                bestFit = fit;
            }
        }
        return best;
    }

    /** Reads all again. */
    public Uni<Void> refresh() {
        return pool.query("select agency, kind, topic, body, english from templates where kind is not null or topic is"
                        + " not null order by agency, name")
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
            hold(all, row, row.getString("body"), Tongue.INDONESIAN);
            hold(all, row, row.getString("english"), Tongue.ENGLISH);
        }
        byAgency = all.stream().collect(Collectors.groupingBy(Held::agency));
    }

    private static void hold(List<Held> all, Row row, @Nullable String text, Tongue tongue) {
        if (text == null) {
            return;
        }
        String agency = row.getString("agency");
        try {
            all.add(new Held(agency, row.getString("kind"), row.getString("topic"), tongue, TemplateText.parse(text)));
        } catch (IllegalArgumentException e) {
            // Saved by a version that knew other slots: our own wording stands in.
            LOG.warnf("a template cannot be used: agency=%s", agency);
        }
    }

    /** A text at hand, in one language. */
    record Held(
            String agency, @Nullable String kind, @Nullable String topic, Tongue tongue, TemplateText text) {
        /** 0 when it does not fit; otherwise the more it names, the higher. */
        int fit(String wantedKind, String wantedTopic) {
            boolean fits = (kind == null || kind.equals(wantedKind)) && (topic == null || topic.equals(wantedTopic));
            return fits ? (topic == null ? 0 : 2) + (kind == null ? 0 : 1) : 0;
        }
    }
}
