package id.sigap.reply.tracking;

import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.reply.rating.Ratings;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.runtime.secret.Secrets;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a tracking link. Whoever has the token sees the conversation; a wrong token, a token of nothing, and a
 * token from another deployment look alike.
 */
@Path("/lacak")
@PermitAll
public class TrackingPage {
    private static final String SECRET = "tracking";
    /** In the address of the page after a rating. */
    private static final String RATED = "dinilai";

    private static final int BEST = 5;
    private static final int LONGEST_COMMENT = 1_000;

    private final Tracking tracking;
    private final Secrets secrets;
    private final Template page;
    private final Template nothing;
    private final PageLanguage language;
    private final Guesses guesses;
    private final Ratings ratings;

    /** With the page's two shapes. */
    public TrackingPage(
            Tracking tracking,
            Secrets secrets,
            @Location("lacak.html") Template page,
            @Location("lacak-tidak-ada.html") Template nothing,
            PageLanguage language,
            Ratings ratings,
            @ConfigProperty(name = "sigap.tracking.wrong-tokens-per-minute", defaultValue = "30") int allowed) {
        this.tracking = tracking;
        this.secrets = secrets;
        this.page = page;
        this.nothing = nothing;
        this.language = language;
        this.ratings = ratings;
        this.guesses = new Guesses(allowed);
    }

    /** The conversation of a token. */
    @GET
    @Path("/{token}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<String>> show(
            @RestPath String token, @QueryParam("kabar") @Nullable String word, @Context HttpServerRequest request) {
        TrackingWords words = TrackingWords.in(language.get());
        Optional<UUID> conversation = conversation(token, request);
        if (conversation.isEmpty()) {
            return notThere(words);
        }
        return Uni.combine()
                .all()
                .unis(tracking.story(conversation.get()), ratings.open(conversation.get()))
                .asTuple()
                .flatMap(found -> found.getItem1().isEmpty()
                        ? notThere(words)
                        : html(
                                200,
                                page.data("story", found.getItem1().get())
                                        .data("words", words)
                                        .data("address", "/lacak/" + token)
                                        .data("rates", found.getItem2())
                                        .data("thanks", RATED.equals(word))
                                        .createUni()));
    }

    /** What the citizen thinks, from the page's form; back to the page. */
    @POST
    @Path("/{token}/nilai")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> rate(
            @RestPath String token,
            @RestForm("nilai") @Nullable Integer rating,
            @RestForm("kata") @Nullable String comment,
            @Context HttpServerRequest request) {
        URI back = URI.create("/lacak/" + token + "?kabar=" + RATED);
        return kept(token, rating, comment, request)
                .map(done -> Response.seeOther(back).build());
    }

    /** The same for programs. */
    @POST
    @Path("/{token}/nilai")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> rate(@RestPath String token, @Nullable Rating rating, @Context HttpServerRequest request) {
        return kept(token, rating == null ? null : rating.rating(), rating == null ? null : rating.comment(), request);
    }

    private Uni<Void> kept(
            String token, @Nullable Integer rating, @Nullable String comment, HttpServerRequest request) {
        UUID conversation = conversation(token, request).orElseThrow(ProblemException::notFound);
        if (rating == null || rating < 1 || rating > BEST) {
            throw ProblemException.badRequest("rating", "This must be from 1 to " + BEST + ".");
        }
        if (comment != null && (comment.length() > LONGEST_COMMENT || comment.indexOf('\0') >= 0)) {
            throw ProblemException.badRequest("comment", "This has at most " + LONGEST_COMMENT + " characters.");
        }
        return ratings.rate(conversation, rating, comment == null || comment.isBlank() ? null : comment.strip());
    }

    /** The token's conversation; empty when it is a wrong one. Whoever tries too many waits. */
    private Optional<UUID> conversation(String token, HttpServerRequest request) {
        byte[] secret = secrets.find(SECRET)
                .orElseThrow(() -> ProblemException.unavailable(Duration.ofMinutes(1), "Tracking is not set up."));
        Optional<UUID> conversation = TrackingToken.open(token, secret);
        if (conversation.isEmpty()) {
            String address = String.valueOf(request.remoteAddress().hostAddress());
            if (guesses.tooMany(address, System.currentTimeMillis())) {
                throw ProblemException.tooManyRequests(Duration.ofMinutes(1));
            }
        }
        return conversation;
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

    /**
     * What a citizen thinks.
     *
     * @param rating 1 (poor) to 5 (very good)
     */
    record Rating(@Nullable Integer rating, @Nullable String comment) {}
}
