package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * Refuses paths that two readers may read differently, before anything routes or authorises by them: path parameters,
 * encoded separators, empty segments and dot segments. Security rules on paths have been passed by with each of these
 * (CVE-2026-39852, CVE-2026-50559).
 */
@ApplicationScoped
public class PathGuard {
    /** Before authentication (200) and everything else but {@link SecurityHeaders}. */
    private static final int PRIORITY = 9_000;

    private static final String[] REFUSED = {";", "\\", "//", "..", "/./", "%3b", "%2f", "%5c", "%2e", "%25", "%00"};

    void register(@Observes Filters filters) {
        filters.register(PathGuard::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        if (ambiguous(exchange.request().uri())) {
            Answers.end(
                    exchange,
                    Problem.of(
                            400,
                            "ambiguous-path",
                            "The path is ambiguous",
                            "The path must not have path parameters, empty or dot segments, or encoded separators.",
                            null));
        } else {
            exchange.next();
        }
    }

    /** Whether the path of this request target, as it came over the wire, may be read in two ways. */
    static boolean ambiguous(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.indexOf('%') >= 0) {
            path = path.toLowerCase(Locale.ROOT);
        }
        for (String refused : REFUSED) {
            if (path.contains(refused)) {
                return true;
            }
        }
        return path.endsWith("/.");
    }
}
