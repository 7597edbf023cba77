package id.sigap.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the headers on every answer, errors included, that tell browsers to trust it as little as possible. A handler
 * that sets one of them itself keeps its own. One that says by a policy of its own who may frame its answer is not
 * contradicted by {@code X-Frame-Options}, which cannot name anybody.
 */
@ApplicationScoped
public class SecurityHeaders {
    private static final int PRIORITY = 10_000;

    private static final CharSequence FRAMES = header("X-Frame-Options");
    private static final CharSequence POLICY = header("Content-Security-Policy");

    private static final Map<CharSequence, CharSequence> HEADERS = Map.of(
            header("X-Content-Type-Options"),
            header("nosniff"),
            FRAMES,
            header("DENY"),
            header("Referrer-Policy"),
            header("no-referrer"),
            POLICY,
            header("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'; font-src 'self'"),
            header("Cross-Origin-Opener-Policy"),
            header("same-origin"),
            header("Cross-Origin-Resource-Policy"),
            header("same-origin"),
            header("Permissions-Policy"),
            header("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            HttpHeaders.CACHE_CONTROL,
            header("no-store"));

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, PRIORITY);
    }

    private static void add(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ended -> {
            MultiMap headers = exchange.response().headers();
            boolean framed = mayBeFramed(headers.get(POLICY));
            HEADERS.forEach((name, value) -> {
                if (!headers.contains(name) && !(framed && name == FRAMES)) {
                    headers.set(name, value);
                }
            });
        });
        exchange.next();
    }

    private static boolean mayBeFramed(@Nullable String policy) {
        return policy != null && policy.contains("frame-ancestors") && !policy.contains("frame-ancestors 'none'");
    }

    private static CharSequence header(String text) {
        return HttpHeaders.createOptimized(text);
    }
}
