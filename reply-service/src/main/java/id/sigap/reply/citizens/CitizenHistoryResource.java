package id.sigap.reply.citizens;

import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What the citizen of a case wrote before. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
public class CitizenHistoryResource {
    private final Callers callers;
    private final Citizens citizens;

    /** Over what is known of citizens. */
    public CitizenHistoryResource(Callers callers, Citizens citizens) {
        this.callers = callers;
        this.citizens = citizens;
    }

    /** All cases of the citizen of this case, on all channels of its agency, this one among them. */
    @GET
    @Path("/{id}/citizen")
    public Uni<List<Citizens.Known>> history(@RestPath UUID id) {
        return citizens.history(callers.current(), id);
    }
}
