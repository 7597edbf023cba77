package id.sigap.reply.tracking;

import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.runtime.secret.Secrets;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page behind a tracking link. Whoever has the token sees the conversation; a wrong token, a token of nothing, and a
 * token from another deployment look alike.
 */
@Path("/lacak")
@PermitAll
public class TrackingPage {
    private static final String SECRET = "tracking";

    private final Tracking tracking;
    private final Secrets secrets;
    private final Template page;
    private final Template nothing;
    private final PageLanguage language;
    private final Guesses guesses;

    /** With the page's two shapes. */
    public TrackingPage(
            Tracking tracking,
            Secrets secrets,
            @Location("lacak.html") Template page,
            @Location("lacak-tidak-ada.html") Template nothing,
            PageLanguage language,
            @ConfigProperty(name = "sigap.tracking.wrong-tokens-per-minute", defaultValue = "30") int allowed) {
        this.tracking = tracking;
        this.secrets = secrets;
        this.page = page;
        this.nothing = nothing;
        this.language = language;
        this.guesses = new Guesses(allowed);
    }

    /** The conversation of a token. */
    @GET
    @Path("/{token}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<String>> show(@RestPath String token, @Context HttpServerRequest request) {
        byte[] secret = secrets.find(SECRET)
                .orElseThrow(() -> ProblemException.unavailable(Duration.ofMinutes(1), "Tracking is not set up."));
        TrackingWords words = TrackingWords.in(language.get());
        Optional<UUID> conversation = TrackingToken.open(token, secret);
        if (conversation.isEmpty()) {
            String address = String.valueOf(request.remoteAddress().hostAddress());
            if (guesses.tooMany(address, System.currentTimeMillis())) {
                throw ProblemException.tooManyRequests(Duration.ofMinutes(1));
            }
            return notThere(words);
        }
        return tracking.story(conversation.get())
                .flatMap(story -> story.isEmpty()
                        ? notThere(words)
                        : html(
                                200,
                                page.data("story", story.get(), "words", words, "address", "/lacak/" + token)
                                        .createUni()));
    }

    private Uni<RestResponse<String>> notThere(TrackingWords words) {
        return html(404, nothing.data("words", words).createUni());
    }

    private static Uni<RestResponse<String>> html(int status, Uni<String> html) {
        return html.map(text -> RestResponse.ResponseBuilder.<String>create(status)
                .entity(text)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build());
    }
}
