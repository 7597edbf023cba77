package id.sigap.reply.webhooks;

import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.runtime.secret.Secrets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys that seal webhook secrets, each by its name among the service's secrets. New secrets are sealed by the key
 * that is configured; older ones are opened by the key that they name, and sealed anew by the configured one when the
 * service starts. So a key is rotated by configuring another name; the old key can go once all instances have started.
 */
@ApplicationScoped
public class SecretKeys {
    private static final Logger LOG = Logger.getLogger(SecretKeys.class);
    private static final int NO_KEY = 503;

    private static final String OTHERS =
            "select secret_id, endpoint_id, secret, key_id from webhook_secrets where key_id is distinct from $1";

    private static final String SEAL = """
            update webhook_secrets set secret = $3, key_id = $4
            where secret_id = $1 and secret = $2""";

    private final KeyRing keys;
    private final Pool pool;
    private final String current;

    /**
     * Over the service's secrets.
     *
     * @param current the name of the key that seals from now on
     */
    public SecretKeys(
            Secrets secrets,
            Pool pool,
            @ConfigProperty(name = "sigap.webhooks.key", defaultValue = "webhook-key") String current) {
        this.keys = new KeyRing(secrets, current);
        this.pool = pool;
        this.current = current;
    }

    void start(@Observes StartupEvent started) {
        renew().subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf("webhook secrets keep their old seal: cause=%s", failure.getClass()));
    }

    /**
     * Seals a secret by the key in force.
     *
     * @throws ProblemException 503 when the service has no key: nothing is kept in plain
     */
    KeyRing.Sealed seal(String secret, UUID endpoint) {
        return keys.seal(secret, endpoint)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        NO_KEY,
                        "webhook-key-missing",
                        "The service has no key for webhook secrets",
                        "An operator must provide the secret " + current + ", at least " + KeyRing.SHORTEST
                                + " random characters; until then no endpoint can be made, and no secret changed.",
                        null)));
    }

    /** Opens a secret; empty when its key is gone or does not fit. */
    Optional<String> open(CourierStore.Kept kept, UUID endpoint) {
        return keys.open(kept.secret(), kept.keyId(), endpoint);
    }

    /** Seals what is plain, or sealed by another key, by the key in force; does nothing without one. */
    public Uni<Void> renew() {
        if (!keys.ready()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(OTHERS)
                .execute(Tuple.of(current))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::renew)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> renew(Row row) {
        UUID endpoint = row.getUUID("endpoint_id");
        String kept = row.getString("secret");
        Optional<String> plain = keys.open(kept, row.getString("key_id"), endpoint);
        if (plain.isEmpty()) {
            LOG.warnf("a webhook secret cannot be opened: endpoint=%s", endpoint);
            return Uni.createFrom().voidItem();
        }
        KeyRing.Sealed sealed = seal(plain.get(), endpoint);
        return pool.preparedQuery(SEAL)
                .execute(Tuple.of(row.getUUID("secret_id"), kept, sealed.secret(), sealed.keyId()))
                .replaceWithVoid();
    }
}
