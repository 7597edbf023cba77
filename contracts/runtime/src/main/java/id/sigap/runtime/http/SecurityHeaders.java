package id.sigap.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Puts the headers on every answer, errors included, that tell browsers to trust it as little as possible. A handler
 * that sets one of them itself keeps its own.
 */
@ApplicationScoped
public class SecurityHeaders {
    private static final int PRIORITY = 10_000;

    private static final Map<CharSequence, CharSequence> HEADERS = Map.of(
            header("X-Content-Type-Options"),
            header("nosniff"),
            header("X-Frame-Options"),
            header("DENY"),
            header("Referrer-Policy"),
            header("no-referrer"),
            header("Content-Security-Policy"),
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
            HEADERS.forEach((name, value) -> {
                if (!headers.contains(name)) {
                    headers.set(name, value);
                }
            });
        });
        exchange.next();
    }

    private static CharSequence header(String text) {
        return HttpHeaders.createOptimized(text);
    }
}
