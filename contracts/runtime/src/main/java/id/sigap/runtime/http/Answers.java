package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers below JAX-RS. */
final class Answers {
    private Answers() {}

    /** With the time after which the caller may come back, where the problem has one. */
    static void end(RoutingContext exchange, ProblemException problem) {
        Long seconds = problem.retryAfterSeconds();
        if (seconds != null && !exchange.response().headWritten()) {
            exchange.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        end(exchange, problem.problem());
    }

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
