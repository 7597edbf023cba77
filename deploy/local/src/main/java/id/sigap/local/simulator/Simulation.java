package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the simulator offers to a channel that plugs in: the accounts, their secrets, the way to ingest, the sends. */
public final class Simulation {
    private final Vertx vertx;
    private final HttpClient client;
    private final URI ingest;
    private final Directory directory;
    private final Function<String, Optional<String>> secrets;
    private final Webhooks webhooks;
    private final Sends sends;
    /** Only what was found is remembered: a secret that is missing now may be written later. */
    private final Map<String, String> found = new ConcurrentHashMap<>();

    Simulation(Vertx vertx, HttpClient client, SimulatorOptions options, Webhooks webhooks, Sends sends) {
        this.vertx = vertx;
        this.client = client;
        this.ingest = options.ingest();
        this.directory = options.directory();
        this.secrets = options.secrets();
        this.webhooks = webhooks;
        this.sends = sends;
    }

    /** For timers. */
    public Vertx vertx() {
        return vertx;
    }

    /** For channels whose citizens do not come by webhook. Keeps its connections. */
    public HttpClient client() {
        return client;
    }

    /** Base address of ingest, without a slash at its end. */
    public URI ingest() {
        return ingest;
    }

    /** The accounts. */
    public Directory directory() {
        return directory;
    }

    /** The way to ingest's webhooks. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** What a send endpoint hands its requests to once it has checked them. */
    public Sends sends() {
        return sends;
    }

    /** An account's secret for a purpose; empty when the directory names none or it has no value. */
    public Optional<String> secret(Account account, String purpose) {
        return account.secret(purpose).flatMap(name -> {
            String known = found.get(name);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<String> value = secrets.apply(name);
            value.ifPresent(text -> found.put(name, text));
            return value;
        });
    }

    /**
     * An account's secret for a purpose.
     *
     * @throws InvalidInputException naming the account, when there is none
     */
    public String requiredSecret(Account account, String purpose) {
        return secret(account, purpose)
                .orElseThrow(() -> new InvalidInputException(
                        409, "account", "has no secret " + purpose + ", so nothing can be signed for it"));
    }
}
