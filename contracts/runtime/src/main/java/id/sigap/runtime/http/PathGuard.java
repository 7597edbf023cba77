package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that two readers may read differently, before anything routes or authorises by them: path parameters,
 * encoded separators, empty segments and dot segments. Security rules on paths have been passed by with each of these
 * (CVE-2026-39852, CVE-2026-50559).
 *
 * <p>A colon, which some of our addresses have, may come encoded: inside a path it separates nothing (RFC 3986, 3.3), so
 * it is the same address. Such a path is spelt plainly and goes through everything from the start, this guard included.
 */
@ApplicationScoped
public class PathGuard {
    /** Before authentication (200) and everything else but {@link SecurityHeaders}. */
    private static final int PRIORITY = 9_000;

    private static final Pattern COLON = Pattern.compile("%3a", Pattern.CASE_INSENSITIVE);

    private static final String[] REFUSED = {";", "\\", "//", "..", "/./", "%3b", "%2f", "%5c", "%2e", "%25", "%00"};

    void register(@Observes Filters filters) {
        filters.register(PathGuard::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        String target = exchange.request().uri();
        if (ambiguous(target)) {
            Answers.end(
                    exchange,
                    Problem.of(
                            400,
                            "ambiguous-path",
                            "The path is ambiguous",
                            "The path must not have path parameters, empty or dot segments, or encoded separators.",
                            null));
        } else if (target.startsWith("/") && COLON.matcher(path(target)).find()) {
            exchange.reroute(plain(target));
        } else {
            exchange.next();
        }
    }

    /** The target with the colons of its path as they are; the query is left alone. */
    static String plain(String target) {
        String path = path(target);
        return COLON.matcher(path).replaceAll(":") + target.substring(path.length());
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Whether the path of this request target, as it came over the wire, may be read in two ways. */
    static boolean ambiguous(String target) {
        String path = path(target);
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
