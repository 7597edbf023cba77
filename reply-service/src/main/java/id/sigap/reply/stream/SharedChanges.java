package id.sigap.reply.stream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries hints between instances through the database's own LISTEN and NOTIFY, so that a desk sees what a colleague did
 * at another instance. Gathered for a moment and sent outside any transaction: a commit that notifies waits for every
 * other one that does. What is too much for a moment is left out; a page looks again by itself.
 */
@ApplicationScoped
public class SharedChanges {
    private static final Logger LOG = Logger.getLogger(SharedChanges.class);
    private static final String CHANNEL = "reply_case_changes";
    private static final String TELL = "select pg_notify('" + CHANNEL + "', p) from unnest($1::text[]) as p";
    private static final long MOMENT_MS = 100;
    private static final long RECONNECT_MS = 1_000;
    /** Changes that one moment carries at most. */
    private static final int MOST = 1_000;
    /** Changes in one notice: about 80 bytes each, and PostgreSQL takes 8 000. */
    private static final int PER_NOTICE = 80;

    private final Vertx vertx;
    private final Pool pool;
    private final CaseChanges changes;
    private final PgConnectOptions options;
    private final String instance = UUID.randomUUID().toString();
    private final Set<String> gathered = new LinkedHashSet<>();

    private @Nullable PgSubscriber subscriber;
    private boolean sending;

    /**
     * Over the service's database.
     *
     * @param address of the database, as the pool has it
     */
    public SharedChanges(
            Vertx vertx,
            Pool pool,
            CaseChanges changes,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String address,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.vertx = vertx;
        this.pool = pool;
        this.changes = changes;
        this.options = PgConnectOptions.fromUri(address.replaceFirst("^vertx-reactive:", ""))
                .setUser(user);
        password.ifPresent(options::setPassword);
    }

    void start(@Observes StartupEvent started) {
        PgSubscriber listening = PgSubscriber.subscriber(vertx, options);
        listening.reconnectPolicy(retries -> retries == 0 ? 0L : RECONNECT_MS);
        listening.channel(CHANNEL).handler(this::heard);
        listening
                .connect()
                .onFailure(failure -> LOG.warnv(
                        "changes of other instances are not heard: cause={0}",
                        failure.getClass().getName()));
        subscriber = listening;
        changes.whenChangedHere(this::gather);
    }

    @PreDestroy
    void stop() {
        if (subscriber != null) {
            subscriber.close();
        }
    }

    private void gather(CaseChanges.Change change) {
        synchronized (gathered) {
            if (gathered.size() < MOST) {
                gathered.add(change.what().name() + '|' + change.agency() + '|' + change.caseId());
            }
            if (sending) {
                return;
            }
            sending = true;
        }
        vertx.setTimer(MOMENT_MS, timer -> send());
    }

    private void send() {
        List<String> notices = new ArrayList<>();
        synchronized (gathered) {
            sending = false;
            StringBuilder notice = new StringBuilder(instance);
            int in = 0;
            for (String change : gathered) {
                notice.append('\n').append(change);
                if (++in == PER_NOTICE) {
                    notices.add(notice.toString());
                    notice = new StringBuilder(instance);
                    in = 0;
                }
            }
            if (in > 0) {
                notices.add(notice.toString());
            }
            gathered.clear();
        }
        pool.preparedQuery(TELL)
                .execute(Tuple.of(notices.toArray(String[]::new)))
                .subscribe()
                .with(
                        told -> {},
                        failure -> LOG.debugv(
                                "a hint was lost: cause={0}", failure.getClass().getName()));
    }

    private void heard(String notice) {
        String[] lines = notice.split("\n", -1);
        if (lines[0].equals(instance)) {
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split("\\|", 3);
            if (parts.length == 3) {
                changes.toldByOthers(new CaseChanges.Change(
                        parts[1], UUID.fromString(parts[2]), CaseChanges.What.valueOf(parts[0])));
            }
        }
    }
}
