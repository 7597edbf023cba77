package id.sigap.triage.model;

import id.sigap.triage.Triager;
import id.sigap.triage.kind.LinearKindClassifier;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the bundled model at start, so that a missing one stops the service and no message waits for it. */
@Startup
@ApplicationScoped
public class ModelInForce {
    private final LinearKindClassifier classifier = LinearKindClassifier.bundled();

    /** The one triager, with the model in force. */
    @Produces
    @Singleton
    public Triager triager() {
        return new Triager(classifier);
    }

    /** What is known of the model. */
    public ModelDescription describe() {
        return new ModelDescription(classifier.model(), classifier.size());
    }
}
