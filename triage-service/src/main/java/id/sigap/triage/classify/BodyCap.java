package id.sigap.triage.classify;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Reads the body of a request for one text before the resource begins, and no more of it than may be: what is longer is
 * refused by its declared length at once, or while it comes in chunks.
 */
@ApplicationScoped
class BodyCap {
    /** The longest text with every character escaped, and room for the other fields. */
    static final int LARGEST = 1 << 20;

    /** After authentication (-200), before the resources. */
    private static final int ORDER = -50;

    void install(@Observes Router router) {
        router.post("/api/v1/classify")
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST));
    }
}
