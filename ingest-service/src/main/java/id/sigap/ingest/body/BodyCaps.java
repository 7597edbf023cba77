package id.sigap.ingest.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Caps every body before it is buffered: by its declared length at once, and while it comes in chunks. A compressed body
 * is refused like one that is too large, because its size cannot be known before it is unpacked. The one route without a
 * cap is the import, which streams.
 */
@ApplicationScoped
public class BodyCaps {
    private static final long WHATSAPP_BYTES = 3L * 1024 * 1024;
    private static final long OTHER_BYTES = 1024 * 1024;
    private static final int TOO_LARGE = 413;

    /** After authentication (-200), before the resources. */
    private static final int ORDER = -50;

    private static final String IMPORT = "/api/v1/messages:import";
    private static final String WHATSAPP = "/webhooks/whatsapp/";

    private final BodyHandler whatsapp = BodyHandler.create(false).setBodyLimit(WHATSAPP_BYTES);
    private final BodyHandler others = BodyHandler.create(false).setBodyLimit(OTHER_BYTES);

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::cap);
    }

    private void cap(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            context.next();
            return;
        }
        String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.fail(TOO_LARGE);
            return;
        }
        String path = context.normalizedPath();
        if (path.equals(IMPORT)) {
            context.next();
        } else if (path.startsWith(WHATSAPP)) {
            whatsapp.handle(context);
        } else {
            others.handle(context);
        }
    }
}
