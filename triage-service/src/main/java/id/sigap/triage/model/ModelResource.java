package id.sigap.triage.model;

import id.sigap.runtime.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells operators which model every agency begins with; id.sigap.triage.learning knows those that agencies learned. */
@Path("/api/v1")
@Tag(name = "Model")
public class ModelResource {
    private final ModelInForce model;

    /** Over the models in force. */
    public ModelResource(ModelInForce model) {
        this.model = model;
    }

    /** The bundled model. */
    @GET
    @Path("model")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getModel", summary = "The bundled model, with which every agency begins")
    public ModelDescription get() {
        return model.describe();
    }
}
