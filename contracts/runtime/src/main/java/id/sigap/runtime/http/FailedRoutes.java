package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Turns what fails below JAX-RS into problems: a token refused before routing, a body cut off, an unknown address. */
@ApplicationScoped
public class FailedRoutes {

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(FailedRoutes::answer);
        router.errorHandler(404, exchange -> Answers.end(exchange, Problem.ofStatus(404)));
        router.errorHandler(405, exchange -> Answers.end(exchange, Problem.ofStatus(405)));
    }

    private static void answer(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (failure instanceof ProblemException problem) {
            Answers.end(exchange, problem.problem());
        } else if (failure instanceof AuthenticationFailedException) {
            Answers.end(exchange, Problem.ofStatus(401));
        } else if (failure instanceof ForbiddenException) {
            Answers.end(exchange, Problem.ofStatus(403));
        } else if (failure instanceof HttpException http && http.getStatusCode() >= 400) {
            Answers.end(exchange, Problem.ofStatus(http.getStatusCode()));
        } else if (failure == null && exchange.statusCode() >= 400) {
            Answers.end(exchange, Problem.ofStatus(exchange.statusCode()));
        } else {
            exchange.next(); // JAX-RS maps its own failures
        }
    }
}
