package id.sigap.triage.learning.api;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.ModelsInForce;
import id.sigap.triage.learning.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Whose models somebody asks for, and what there is to tell of them. */
@ApplicationScoped
public class AgencyModelsReader {
    private final ModelStore store;
    private final ModelsInForce models;
    private final CurrentDirectory directory;

    /** Over the models. */
    public AgencyModelsReader(ModelStore store, ModelsInForce models, CurrentDirectory directory) {
        this.store = store;
        this.models = models;
        this.directory = directory;
    }

    /** An agency's models. May block. */
    AgencyModels of(String agency) {
        ModelsInForce.InForce inForce = models.of(agency);
        String kindsBy = inForce.kinds().model();
        return new AgencyModels(
                agency,
                inForce.name(),
                models.bundled().name(),
                kindsBy.equals(inForce.name()) ? null : kindsBy,
                store.versions(agency),
                store.lastDecision(agency).orElse(null));
    }

    /**
     * The agency that is meant: the one that is named, or the only one that the caller acts for.
     *
     * @throws ProblemException 404 if it is not the caller's, 400 if it is not clear
     */
    String agency(@Nullable String wanted, Caller caller) {
        if (wanted == null && caller.agencies().size() != 1) {
            throw ProblemException.badRequest("agency", "Say which of your agencies.");
        }
        String id = wanted == null ? caller.agencies().iterator().next() : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).map(Agency::id).orElseThrow(ProblemException::notFound);
    }
}
