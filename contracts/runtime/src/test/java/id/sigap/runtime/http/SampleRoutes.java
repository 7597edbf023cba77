package id.sigap.runtime.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A route below JAX-RS that reads bodies itself, as a service does that caps them. */
@ApplicationScoped
public class SampleRoutes {
    void install(@Observes Router router) {
        router.post("/form").order(-1).handler(BodyHandler.create(false));
        router.post("/form").handler(exchange -> exchange.response().end("taken"));
    }
}
