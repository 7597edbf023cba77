package id.sigap.reply.api;

import id.sigap.reply.incidents.StatementReader;
import id.sigap.runtime.access.Callers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a statement before a stream about it begins: with its first byte a stream has said 200, and could not say any
 * more that there is nothing. Who may ask at all is the route's own rule.
 */
class StatementGate {
    private final Callers callers;
    private final StatementReader reader;

    StatementGate(Callers callers, StatementReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    /** Fails with 404 when the caller may not see the statement, or there is none. */
    @ServerRequestFilter
    @OfStatement
    public Uni<@Nullable Response> found(ContainerRequestContext request) {
        UUID id;
        try {
            id = UUID.fromString(request.getUriInfo().getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException notAnId) {
            return Uni.createFrom().nullItem(); // the route itself says so
        }
        return reader.progress(callers.current(), id).map(seen -> null);
    }
}
