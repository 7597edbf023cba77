package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Turns what fails below JAX-RS into problems: a token refused before routing, or one that nobody can verify now, a body
 * cut off, an unknown address.
 */
@ApplicationScoped
public class FailedRoutes {
    private static final Logger LOG = Logger.getLogger(FailedRoutes.class);

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(FailedRoutes::answer);
        router.errorHandler(404, exchange -> Answers.end(exchange, Problem.ofStatus(404)));
        router.errorHandler(405, exchange -> Answers.end(exchange, Problem.ofStatus(405)));
    }

    private static void answer(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (exchange.response().ended()) {
            // The framework has cut it off already, e.g. a body that grew past the limit.
            LOG.debugv("request ended early: method={0}", exchange.request().method());
        } else if (failure instanceof ProblemException problem) {
            Answers.end(exchange, problem);
        } else if (RealmAway.caused(failure) && !redirected(exchange)) {
            exchange.response().headers().remove("WWW-Authenticate");
            Answers.end(exchange, ProblemException.unavailable(RealmAway.RETRY_AFTER, RealmAway.DETAIL));
        } else if (failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException) {
            unauthenticated(exchange);
        } else if (failure instanceof ForbiddenException) {
            Answers.end(exchange, Problem.ofStatus(403));
        } else if (failure instanceof HttpException http && http.getStatusCode() >= 400) {
            Answers.end(exchange, Problem.ofStatus(http.getStatusCode()));
        } else if (decided(exchange)) {
            Answers.end(exchange, Problem.ofStatus(exchange.statusCode()));
        } else {
            exchange.next(); // JAX-RS maps its own failures
        }
    }

    /** Whether whoever failed it said with what status: a form that cannot be decoded, say. 500 is nobody's decision. */
    private static boolean decided(RoutingContext exchange) {
        int status = exchange.statusCode();
        return status >= 400 && (status != 500 || exchange.failure() == null);
    }

    /** The challenge is set already; for a page it sends the browser to the login, which needs no body. */
    private static void unauthenticated(RoutingContext exchange) {
        if (redirected(exchange)) {
            exchange.response().end();
        } else {
            Answers.end(exchange, Problem.ofStatus(401));
        }
    }

    private static boolean redirected(RoutingContext exchange) {
        int status = exchange.response().getStatusCode();
        return status >= 300 && status < 400;
    }
}
