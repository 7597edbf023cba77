package id.sigap.triage.learning.api;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.learning.Decision;
import id.sigap.triage.learning.run.TrainingThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has an agency's model trained. */
@Path("/api/v1/model:retrain")
@Tag(name = "Model")
@Produces(MediaType.APPLICATION_JSON)
public class RetrainResource {
    private final TrainingThread training;
    private final AgencyModelsReader models;
    private final Callers callers;

    /** Over the thread that trains. */
    public RetrainResource(TrainingThread training, AgencyModelsReader models, Callers callers) {
        this.training = training;
        this.models = models;
        this.callers = callers;
    }

    /** Trains; answers when it is decided. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retrainModel",
            summary = "Train from an agency's corrections",
            description = "Answers when it is decided whether the new model is better and in force, with the figures.")
    @APIResponse(responseCode = "200", description = "What was decided, and why")
    @APIResponse(responseCode = "409", description = "Something is trained already")
    public Uni<Decision> retrain(RetrainRequest request) {
        Caller caller = callers.current();
        String agency = models.agency(request.agency(), caller);
        return Uni.createFrom()
                .completionStage(() -> training.train(agency, caller.name()))
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .map(decision -> decision.orElseThrow(
                        () -> ProblemException.conflict("training-runs", "Something is trained already; try again.")));
    }
}
