package id.sigap.triage.dryrun;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows operators the routing rules of their agencies and what is odd about them. */
@Path("/api/v1/routing")
@Tag(name = "Routing")
public class RoutingResource {
    private final CurrentDirectory directory;
    private final Callers callers;

    /** Over the directory in force. */
    public RoutingResource(CurrentDirectory directory, Callers callers) {
        this.directory = directory;
        this.callers = callers;
    }

    /** The rules of every agency that the caller may see, in the order of the directory. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "getRouting",
            summary = "Routing rules and their conflicts",
            description = "The rules in force of the caller's agencies, with those that can never decide, that take"
                    + " from others, or that leave nothing over.")
    public List<AgencyRouting> get() {
        Caller caller = callers.current();
        return directory.get().agencies().stream()
                .filter(agency -> caller.sees(agency.id()))
                .map(AgencyRouting::of)
                .toList();
    }
}
