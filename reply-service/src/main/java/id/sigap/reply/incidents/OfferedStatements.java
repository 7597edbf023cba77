package id.sigap.reply.incidents;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.draft.Tongue;
import id.sigap.reply.statement.Recipient;
import id.sigap.reply.statement.StatementText;
import id.sigap.reply.templates.Drafter;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The newest approved statement of each incident in memory, as the draft of what citizens of it write later: whoever
 * writes an hour after the others is offered the same answer. Another instance's change shows within {@value
 * #REFRESH_MILLIS} ms; an own change at once.
 */
@ApplicationScoped
public class OfferedStatements {
    private static final Logger LOG = Logger.getLogger(OfferedStatements.class);
    private static final long REFRESH_MILLIS = 2_000;
    /** Far more incidents than a day has; beyond it the oldest are not offered. */
    private static final int MOST = 5_000;

    private static final String OFFERED = """
            select distinct on (agency, incident) agency, incident, body, released_at from statements
            where offered and state in ('released', 'paused') and released_at > now() - make_interval(secs => $1)
            order by agency, incident, released_at desc limit $2::int""";

    private final Vertx vertx;
    private final Pool pool;
    private final Drafter drafter;
    private final Duration offerFor;
    private volatile Map<Key, StatementText> texts = Map.of();
    private long timer = -1;

    /**
     * Over the service's pool.
     *
     * @param offerFor how long after its approval a statement is offered
     */
    public OfferedStatements(
            Vertx vertx,
            Pool pool,
            Drafter drafter,
            @ConfigProperty(name = "sigap.incidents.offer-for", defaultValue = "PT12H") Duration offerFor) {
        this.vertx = vertx;
        this.pool = pool;
        this.drafter = drafter;
        this.offerFor = offerFor;
    }

    void start(@Observes StartupEvent started) {
        look();
        timer = vertx.setPeriodic(REFRESH_MILLIS, tick -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** The statement of the case's incident in the case's own words, or else what the system would draft. */
    public String or(Drafter.Subject subject, Instant now, Supplier<String> draft) {
        return find(subject, now).orElseGet(draft);
    }

    private Optional<String> find(Drafter.Subject subject, Instant now) {
        String incident = subject.understanding().incident();
        if (incident == null || texts.isEmpty()) {
            return Optional.empty();
        }
        StatementText text = texts.get(new Key(subject.agency().id(), incident));
        if (text == null) {
            return Optional.empty();
        }
        int limit = drafter.textLimit(subject.channel(), subject.visibility(), now);
        String body = text.render(text.values(recipient(subject, limit)));
        return body.length() > limit ? Optional.empty() : Optional.of(body);
    }

    private static Recipient recipient(Drafter.Subject subject, int limit) {
        Agency agency = subject.agency();
        Tongue tongue = Tongue.of(
                subject.turn().stream().map(said -> said.reading().language()).toList());
        return new Recipient(
                subject.firstMessage(),
                CaseState.DRAFTING,
                true,
                false,
                false,
                null,
                false,
                false,
                true,
                limit,
                subject.citizen(),
                subject.visibility(),
                subject.number(),
                agency.unit(subject.understanding().unit()).map(Unit::name).orElse(agency.name()),
                agency.name(),
                StatementRules.questions(
                        agency,
                        subject.understanding().topic(),
                        subject.understanding().missing(),
                        tongue),
                tongue);
    }

    /** Reads all again. */
    Uni<Void> refresh() {
        return pool.preparedQuery(OFFERED)
                .execute(Tuple.of((double) offerFor.toSeconds(), MOST))
                .invoke(this::hold)
                .replaceWithVoid();
    }

    private void look() {
        refresh()
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("statements cannot be read: %s", failure.getClass()));
    }

    private void hold(RowSet<Row> rows) {
        Map<Key, StatementText> read = new HashMap<>();
        for (Row row : rows) {
            try {
                read.put(
                        new Key(row.getString("agency"), row.getString("incident")),
                        StatementText.parse(row.getString("body")));
            } catch (IllegalArgumentException e) {
                // Saved by a version that knew other slots: the system drafts as always.
                LOG.warnf("a statement cannot be offered: agency=%s", row.getString("agency"));
            }
        }
        texts = Map.copyOf(read);
    }

    private record Key(String agency, String incident) {}
}
