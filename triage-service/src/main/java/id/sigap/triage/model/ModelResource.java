package id.sigap.triage.model;

import id.sigap.runtime.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells operators which model is in force. */
@Path("/api/v1/model")
@Tag(name = "Model")
public class ModelResource {
    private final ModelInForce model;

    /** Over the model in force. */
    public ModelResource(ModelInForce model) {
        this.model = model;
    }

    /** The model in force. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getModel", summary = "Which model classifies now")
    public ModelDescription get() {
        return model.describe();
    }
}
