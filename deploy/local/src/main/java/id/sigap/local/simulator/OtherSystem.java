package id.sigap.local.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Another system that is told of things by webhook: takes every call at {@code /calls/<name>}, and shows the last ones at
 * {@code /sim/calls}, whole and with what they were signed with, so that they can be checked.
 */
final class OtherSystem {
    private static final int REMEMBERED = 200;
    private static final Set<String> HEADERS = Set.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private final Deque<JsonObject> calls = new ArrayDeque<>();

    void mount(Router router) {
        router.post("/calls/:name").handler(this::take);
        router.get("/sim/calls").handler(this::list);
    }

    private void take(RoutingContext context) {
        JsonObject headers = new JsonObject();
        HEADERS.forEach(name -> headers.put(name, context.request().getHeader(name)));
        Buffer body = context.body().buffer();
        calls.addFirst(new JsonObject()
                .put("name", context.pathParam("name"))
                .put("id", context.request().getHeader("webhook-id"))
                .put("headers", headers)
                .put("body", body == null ? "" : body.toString()));
        while (calls.size() > REMEMBERED) {
            calls.removeLast();
        }
        context.response().setStatusCode(204).end();
    }

    /** The newest first; of one name if it is asked for. */
    private void list(RoutingContext context) {
        String name = context.request().getParam("name");
        JsonArray shown = new JsonArray();
        calls.stream()
                .filter(call -> name == null || name.equals(call.getString("name")))
                .forEach(shown::add);
        Sends.json(context.response(), 200, new JsonObject().put("calls", shown));
    }
}
