package id.sigap.metrics.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The figures of this moment, as they change. */
@Path("/api/v1/stream")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Blocking
public class StreamResource {
    private final LiveBoard board;
    private final Callers callers;
    private final SecurityIdentity identity;

    /** Over the board. */
    public StreamResource(LiveBoard board, Callers callers, SecurityIdentity identity) {
        this.board = board;
        this.callers = callers;
        this.identity = identity;
    }

    /** The figures of the caller's agencies from now on. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Live figures, server-sent",
            description =
                    "Of each agency at once and then as they change, with a sign of life every 15 s. Ends when the"
                            + " token does: open it again with a new one. Another agency's is a 404.")
    public Multi<Told> live(
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable String agency) {
        return board.of(Scope.agencies(callers.current(), agency))
                .map(figures -> new Told("figures", figures))
                .plug(told -> Listening.whileValid(
                        told,
                        new Told("alive", null),
                        identity,
                        Clock.systemUTC().instant()));
    }

    /**
     * One event.
     *
     * @param type figures, or alive
     * @param figures an agency's figures; absent in a sign of life
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LiveEvent")
    public record Told(String type, @Nullable LiveFigures figures) {}
}
