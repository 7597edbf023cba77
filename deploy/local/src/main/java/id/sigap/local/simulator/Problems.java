package id.sigap.local.simulator;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Answers of RFC 9457 that name the field. */
final class Problems {
    private Problems() {}

    static void answer(RoutingContext context, int status, @Nullable String field, String detail) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail);
        if (field != null) {
            problem.put("field", field);
        }
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(problem.toBuffer());
    }

    static void answer(RoutingContext context, InvalidInputException wrong) {
        answer(context, wrong.status(), wrong.field(), wrong.field() + " " + wrong.getMessage());
    }

    /** For everything that no route has answered itself. */
    static void uncaught(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof InvalidInputException wrong) {
            answer(context, wrong);
        } else if (context.statusCode() == 413) {
            answer(context, 413, "body", "The body is too large");
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            answer(context, context.statusCode(), null, "The request cannot be served");
        } else {
            answer(
                    context,
                    500,
                    null,
                    "The simulator failed: "
                            + (failure == null ? "" : failure.getClass().getSimpleName()));
        }
    }
}
