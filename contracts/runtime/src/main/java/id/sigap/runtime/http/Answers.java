package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers below JAX-RS. */
final class Answers {
    private Answers() {}

    static void end(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.end();
            return;
        }
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(Buffer.buffer(problem.json()));
    }
}
