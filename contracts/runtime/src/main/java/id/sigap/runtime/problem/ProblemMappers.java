package id.sigap.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever a resource, or the framework around it, throws becomes a {@link Problem}. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger("id.sigap.http");

    /** What of the framework's own answer is kept. */
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

    /** Our own answers. */
    @ServerExceptionMapper(ProblemException.class)
    public Response problem(ProblemException e) {
        ResponseBuilder response = response(e.problem());
        Long seconds = e.retryAfterSeconds();
        if (seconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }

    /** The framework's: unknown address, method, media type, a body that cannot be read. */
    @ServerExceptionMapper(WebApplicationException.class)
    public Response webApplication(WebApplicationException e, RoutingContext exchange) {
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        // What reads a parameter says itself what is wrong with it
        if (e.getCause() instanceof ProblemException problem) {
            return problem(problem);
        }
        if (status == 400 && e.getCause() instanceof JsonProcessingException json) {
            return response(JsonMistake.of(json)).build();
        }
        if (status == 500) {
            return unexpected(e, exchange);
        }
        ResponseBuilder response = response(Problems.ofStatus(status));
        KEPT_HEADERS.forEach(name -> {
            if (original.getHeaderString(name) != null) {
                response.header(name, original.getHeaderString(name));
            }
        });
        return response.build();
    }

    /** A body whose JSON does not fit. */
    @ServerExceptionMapper(MismatchedInputException.class)
    public Response mismatchedInput(MismatchedInputException e) {
        return response(JsonMistake.of(e)).build();
    }

    /** A body that no class of ours can hold: our mistake. */
    @ServerExceptionMapper(InvalidDefinitionException.class)
    public Response invalidDefinition(InvalidDefinitionException e, RoutingContext exchange) {
        return unexpected(e, exchange);
    }

    /** Nobody logged in: the challenge of the login in use, a redirect for pages perhaps, with a problem as its body. */
    @ServerExceptionMapper(UnauthorizedException.class)
    public Uni<Response> unauthorized(UnauthorizedException e, RoutingContext exchange) {
        return challenge(exchange);
    }

    /** A token that is not valid. */
    @ServerExceptionMapper(AuthenticationFailedException.class)
    public Uni<Response> authenticationFailed(AuthenticationFailedException e, RoutingContext exchange) {
        return challenge(exchange);
    }

    /** A role is missing. */
    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(ForbiddenException e) {
        return response(Problems.ofStatus(403)).build();
    }

    /** Everything else: a constant sentence outside, one log line inside. */
    @ServerExceptionMapper(Throwable.class)
    public Response unexpected(Throwable e, RoutingContext exchange) {
        if (exchange.response().ended()) {
            // Cut off by the framework already, as a body that grew past the limit is: the caller's fault, not ours.
            LOG.debugv("request ended early: method={0}", exchange.request().method());
            return response(Problems.internal()).build();
        }
        LOG.errorv(
                WithoutMessages.of(e),
                "request failed: method={0} exception={1}",
                exchange.request().method(),
                e.getClass().getName());
        return response(Problems.internal()).build();
    }

    private static Uni<Response> challenge(RoutingContext exchange) {
        Response plain = response(Problems.ofStatus(401))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
        HttpAuthenticator authenticator = exchange.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(plain);
        }
        return authenticator
                .getChallenge(exchange)
                .map(challenge -> {
                    if (challenge == null) {
                        return plain;
                    }
                    ResponseBuilder response = challenge.status == 401
                            ? response(Problems.ofStatus(401))
                            : Response.status(challenge.status);
                    if (challenge.headerName != null) {
                        response.header(challenge.headerName.toString(), challenge.headerContent);
                    }
                    return response.build();
                })
                // The challenge of a realm that is away cannot be asked for; no token is no token all the same.
                .onFailure()
                .recoverWithItem(plain);
    }

    private static ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
    }
}
