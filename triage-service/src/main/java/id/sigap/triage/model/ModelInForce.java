package id.sigap.triage.model;

import id.sigap.triage.ModelsInForce;
import id.sigap.triage.Triager;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.linear.LinearModel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the bundled model at start, so that a missing one stops the service and no message waits for it. */
@Startup
@ApplicationScoped
public class ModelInForce {
    /** Where the build puts the model. */
    public static final String RESOURCE = "/id/sigap/triage/triage.model";

    private final ModelsInForce models = new ModelsInForce(bundled(), LinearKinds::new);
    private final UncertainBand uncertain;

    /**
     * With what counts as unsure.
     *
     * @param below a confidence under this is unsure, 0 to 1
     */
    public ModelInForce(@ConfigProperty(name = "sigap.triage.uncertain-below") double below) {
        this.uncertain = new UncertainBand(below);
    }

    /** The one triager, with the models in force. */
    @Produces
    @Singleton
    public Triager triager() {
        return new Triager(models, uncertain);
    }

    /** The models in force, for whoever changes them. */
    @Produces
    @Singleton
    public ModelsInForce models() {
        return models;
    }

    /** What is known of the bundled model. */
    public ModelDescription describe() {
        return new ModelDescription(models.bundled().name(), models.bundled().size());
    }

    /**
     * The model that was built with this module.
     *
     * @throws IllegalStateException if the module was built without training
     */
    public static LinearModel bundled() {
        try (InputStream in = ModelInForce.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the model is missing: build the module with Maven");
            }
            return LinearModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
