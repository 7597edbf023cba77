package id.sigap.triage.learning.api;

import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tells operators which models their agencies have learned. */
@Path("/api/v1/model/versions")
@Tag(name = "Model")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ModelVersionsResource {
    private final AgencyModelsReader models;
    private final Callers callers;

    /** Over the models. */
    public ModelVersionsResource(AgencyModelsReader models, Callers callers) {
        this.models = models;
        this.callers = callers;
    }

    /** An agency's models and the last decision on them. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listModels", summary = "An agency's models, newest first")
    @APIResponse(responseCode = "200", description = "Its models, which is in force, and the last decision")
    public AgencyModels list(@RestQuery @Nullable String agency) {
        return models.of(models.agency(agency, callers.current()));
    }
}
