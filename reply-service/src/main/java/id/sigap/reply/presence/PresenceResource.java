package id.sigap.reply.presence;

import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who is at a case. One says so, again and again while one stays; the stream tells when it is news. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
public class PresenceResource {
    private final Callers callers;
    private final Presence presence;

    /** Over what is known of presence. */
    public PresenceResource(Callers callers, Presence presence) {
        this.callers = callers;
        this.presence = presence;
    }

    /** Who is there. */
    @GET
    @Path("/{id}/presence")
    public Uni<List<Presence.There>> at(@RestPath UUID id) {
        return presence.at(callers.current(), id);
    }

    /** The caller is there, looking or typing. */
    @PUT
    @Path("/{id}/presence")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<List<Presence.There>> put(@RestPath UUID id, @Nullable Sign sign) {
        if (sign == null) {
            throw ProblemException.badRequest("doing", "This is needed.");
        }
        return presence.put(callers.current(), id, Presence.Doing.of(sign.doing()));
    }

    /** The caller has left. */
    @DELETE
    @Path("/{id}/presence")
    public Uni<Void> leave(@RestPath UUID id) {
        return presence.leave(callers.current(), id);
    }

    /** @param doing viewing or typing */
    record Sign(@Nullable String doing) {}
}
