package id.sigap.ingest.tracking;

import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.runtime.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links under which citizens read their answers, on the reply service's pages. */
@ApplicationScoped
public class TrackingLinks {
    private static final String SECRET = "tracking";
    private static final int SHORTEST_SECRET = 16;

    private final Secrets secrets;
    private final String base;

    /** With the reply service's address as citizens see it. */
    public TrackingLinks(Secrets secrets, @ConfigProperty(name = "sigap.public-url.reply") String base) {
        this.secrets = secrets;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /**
     * The token of a conversation, always the same.
     *
     * @throws ProblemException 503 if the secret is not set or too short: a link that can be guessed is never given
     */
    public String token(UUID conversationId) {
        byte[] secret = secrets.find(SECRET)
                .filter(bytes -> bytes.length >= SHORTEST_SECRET)
                .orElseThrow(() -> ProblemException.unavailable(
                        Duration.ofMinutes(1), "Tracking links cannot be made at present."));
        return TrackingToken.issue(conversationId, secret);
    }

    /** The link of a token. */
    public URI address(String token) {
        return URI.create(base + "/lacak/" + token);
    }
}
