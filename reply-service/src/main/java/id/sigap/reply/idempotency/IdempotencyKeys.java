package id.sigap.reply.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Every act of the API may bear an {@code Idempotency-Key}: whoever repeats the request gets the same answer, and the
 * act is done once. Another request with the same key is a 422; one whose first is still being worked on a 409.
 */
@Singleton
public class IdempotencyKeys {
    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);
    private static final String HEADER = "Idempotency-Key";
    private static final String ACTS = "/api/v1/";
    private static final String BEGUN = IdempotencyKeys.class.getName();
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final long MOST_BYTES = 256 * 1024;
    /** Of an answer that is kept whole. */
    private static final int LONGEST_ANSWER = 512 * 1024;
    /** After authentication (-200), before the resources; as the guard of forms. */
    private static final int ORDER = -45;

    private final KeyStore keys;
    private final Callers callers;
    private final ObjectMapper json;

    /** With where keys are kept. */
    public IdempotencyKeys(KeyStore keys, Callers callers, ObjectMapper json) {
        this.keys = keys;
        this.callers = callers;
        this.json = json;
    }

    /** Reads the body of such a request before anybody routes it, so that it can be compared. */
    void install(@Observes Router router) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(MOST_BYTES);
        router.post(ACTS + "*").order(ORDER).handler(exchange -> {
            if (exchange.request().getHeader(HEADER) == null) {
                exchange.next();
            } else {
                reader.handle(exchange);
            }
        });
    }

    /** Lets the first request with a key pass, and answers those that repeat it. */
    @ServerRequestFilter
    public Uni<Response> begin(ContainerRequestContext request, RoutingContext exchange) {
        String key = request.getHeaderString(HEADER);
        if (key == null
                || !"POST".equals(request.getMethod())
                || !exchange.request().path().startsWith(ACTS)) {
            return Uni.createFrom().nullItem();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.badRequest(HEADER, "This must have from 1 to 200 visible ASCII characters.");
        }
        String person = callers.current().name();
        return keys.begin(person, key, fingerprint(exchange)).map(begun -> {
            if (begun.mine()) {
                exchange.put(BEGUN, begun.id());
                return null;
            }
            if (!begun.same()) {
                throw ProblemException.unprocessable(HEADER, "Another request bore this key.");
            }
            if (begun.answer() == null) {
                throw new ProblemException(Problem.of(
                        409,
                        "request-in-progress",
                        "The request does not fit the present state",
                        "The first request with this key is still being worked on; ask again in a moment, at most "
                                + KeyStore.abandonedAfter() + " s.",
                        HEADER));
            }
            return again(begun.answer());
        });
    }

    /** Keeps the answer to the first request with a key; one that failed on our side is none. */
    @ServerResponseFilter
    public Uni<Void> end(ContainerResponseContext response, RoutingContext exchange) {
        UUID id = exchange.remove(BEGUN);
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> kept = response.getStatus() >= 500 ? keys.forget(id) : keys.end(id, answer(response));
        return kept.onFailure().recoverWithItem(failure -> {
            LOG.warnv(
                    "an answer was not kept for its key: cause={0}",
                    failure.getClass().getName());
            return null;
        });
    }

    private KeyStore.Answer answer(ContainerResponseContext response) {
        String type =
                response.getMediaType() == null ? "" : response.getMediaType().toString();
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        EntityTag entityTag = response.getEntityTag();
        String etag = entityTag == null ? tag : '"' + entityTag.getValue() + '"';
        return new KeyStore.Answer(
                response.getStatus(), type + "\n" + (etag == null ? "" : etag), body(response.getEntity()));
    }

    private @Nullable String body(@Nullable Object entity) {
        if (entity == null) {
            return null;
        }
        try {
            String body = entity instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : entity instanceof String text ? text : json.writeValueAsString(entity);
            return body.length() > LONGEST_ANSWER ? null : body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered can be written", e);
        }
    }

    private static Response again(KeyStore.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        String headers = answer.headers() == null ? "\n" : answer.headers();
        String[] lines = headers.split("\n", 2);
        if (answer.body() != null) {
            response.entity(answer.body());
            if (!lines[0].isEmpty()) {
                response.type(lines[0]);
            }
        }
        if (lines.length > 1 && !lines[1].isEmpty()) {
            response.header(HttpHeaders.ETAG, lines[1]);
        }
        return response.build();
    }

    /** The same for the same request only: address, what it depends on, and body. */
    private static String fingerprint(RoutingContext exchange) {
        MessageDigest sha256 = sha256();
        part(sha256, exchange.request().uri());
        part(sha256, String.valueOf(exchange.request().getHeader(HttpHeaders.IF_MATCH)));
        Buffer body = exchange.body().buffer();
        sha256.update(body == null ? new byte[0] : body.getBytes());
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void part(MessageDigest sha256, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
