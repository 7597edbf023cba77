package id.sigap.metrics.scorecard;

import id.sigap.runtime.http.AddressRate;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How everybody is answered: not too often from one address, and so that browsers and proxies may keep it. */
@Singleton
public class PublicAnswers {
    /** A scorecard changes when an answer comes late or history is restated. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final int TAG_BYTES = 12;

    private final AddressRate rate;

    /** With the configured rate. */
    public PublicAnswers(
            @ConfigProperty(name = "sigap.public.burst", defaultValue = "120") int burst,
            @ConfigProperty(name = "sigap.public.per-minute", defaultValue = "120") int perMinute) {
        this.rate = new AddressRate(burst, perMinute);
    }

    /** An address that anybody may make up holds up nobody, or everybody: such a configuration does not start. */
    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarded,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        mustNameWhoForwards(forwarded, trusted.orElse(List.of()));
    }

    static void mustNameWhoForwards(boolean forwarded, List<String> trusted) {
        if (forwarded && trusted.isEmpty()) {
            throw new IllegalStateException(
                    "quarkus.http.proxy.proxy-address-forwarding is on and quarkus.http.proxy.trusted-proxies names"
                            + " nobody: every caller could choose their own address. Name the proxy, or turn it off.");
        }
    }

    /**
     * Passes if the address has not asked too often.
     *
     * @throws ProblemException 429 otherwise
     */
    void mustBeAllowed(HttpServerRequest request) {
        if (!rate.allows(request.remoteAddress().hostAddress())) {
            throw ProblemException.tooManyRequests(rate.pause());
        }
    }

    /** This text; or that the asker's copy of it is still right. */
    Response.ResponseBuilder kept(Request request, String text, String mediaType) {
        EntityTag tag = new EntityTag(hash(text));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(text).type(mediaType).tag(tag) : unchanged.tag(tag);
        return answer.header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + KEPT.toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
