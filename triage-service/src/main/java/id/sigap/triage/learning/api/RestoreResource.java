package id.sigap.triage.learning.api;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.learning.Learning;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Puts an older model in force again. */
@Path("/api/v1/model:restore")
@Tag(name = "Model")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RestoreResource {
    private final Learning learning;
    private final AgencyModelsReader models;
    private final Callers callers;

    /** Over the models. */
    public RestoreResource(Learning learning, AgencyModelsReader models, Callers callers) {
        this.learning = learning;
        this.models = models;
        this.callers = callers;
    }

    /** Goes back to an older model, or to the bundled one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "restoreModel", summary = "Put an older model in force again")
    @APIResponse(responseCode = "200", description = "The agency's models after that")
    @APIResponse(responseCode = "409", description = "The model was trained on top of another bundled model")
    public AgencyModels restore(RestoreRequest request) {
        Caller caller = callers.current();
        String agency = models.agency(request.agency(), caller);
        String model = request.model();
        if (model == null || model.isBlank()) {
            throw ProblemException.badRequest("model", "It must be the name of a model.");
        }
        switch (learning.restore(agency, model, caller.name())) {
            case DONE -> {}
            case UNKNOWN -> throw ProblemException.unprocessable("model", "The agency has no such model.");
            case OTHER_BASE ->
                throw ProblemException.conflict(
                        "other-base", "This model was trained on top of another bundled model; train anew.");
        }
        return models.of(agency);
    }
}
