package id.sigap.triage.learning.api;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.ModelsInForce;
import id.sigap.triage.learning.Decision;
import id.sigap.triage.learning.Learning;
import id.sigap.triage.learning.ModelStore;
import id.sigap.triage.learning.run.TrainingThread;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What operators do with the models of their agencies: look, have them trained, go back. */
@Path("/api/v1")
@Tag(name = "Model")
@Produces(MediaType.APPLICATION_JSON)
public class LearningResource {
    private final Learning learning;
    private final TrainingThread training;
    private final ModelStore store;
    private final ModelsInForce models;
    private final CurrentDirectory directory;
    private final Callers callers;

    /** Over the models. */
    public LearningResource(
            Learning learning,
            TrainingThread training,
            ModelStore store,
            ModelsInForce models,
            CurrentDirectory directory,
            Callers callers) {
        this.learning = learning;
        this.training = training;
        this.store = store;
        this.models = models;
        this.directory = directory;
        this.callers = callers;
    }

    /** An agency's models and the last decision on them. */
    @GET
    @Path("model/versions")
    @Blocking
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listModels", summary = "An agency's models, newest first")
    @APIResponse(responseCode = "200", description = "Its models, which is in force, and the last decision")
    public AgencyModels list(@RestQuery @Nullable String agency) {
        return described(agency(agency, callers.current()));
    }

    /** Trains; answers when it is decided. */
    @POST
    @Path("model:retrain")
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
        String agency = agency(request.agency(), caller);
        return Uni.createFrom()
                .completionStage(() -> training.train(agency, caller.name()))
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .map(decision -> decision.orElseThrow(
                        () -> ProblemException.conflict("training-runs", "Something is trained already; try again.")));
    }

    /** Goes back to an older model, or to the bundled one. */
    @POST
    @Path("model:restore")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "restoreModel", summary = "Put an older model in force again")
    @APIResponse(responseCode = "200", description = "The agency's models after that")
    @APIResponse(responseCode = "409", description = "The model was trained on top of another bundled model")
    public AgencyModels restore(RestoreRequest request) {
        Caller caller = callers.current();
        String agency = agency(request.agency(), caller);
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
        return described(agency);
    }

    private AgencyModels described(String agency) {
        return new AgencyModels(
                agency,
                models.of(agency).name(),
                models.bundled().name(),
                store.versions(agency),
                store.lastDecision(agency).orElse(null));
    }

    private String agency(@Nullable String wanted, Caller caller) {
        if (wanted == null && caller.agencies().size() != 1) {
            throw ProblemException.badRequest("agency", "Say which of your agencies.");
        }
        String id = wanted == null ? caller.agencies().iterator().next() : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).map(Agency::id).orElseThrow(ProblemException::notFound);
    }
}
