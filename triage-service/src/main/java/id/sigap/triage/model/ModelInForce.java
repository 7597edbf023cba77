package id.sigap.triage.model;

import id.sigap.triage.ModelsInForce;
import id.sigap.triage.Triager;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.onnx.OnnxKinds;
import id.sigap.triage.onnx.OnnxModel;
import id.sigap.triage.onnx.OnnxOptions;
import id.sigap.triage.onnx.UnfitModelException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the models at start, so that a missing or unfit one stops the service and no message waits for it: the bundled
 * one, and the ONNX model that decides kinds in its place, if one is configured. Before the consumers of Kafka start, which
 * would have to be stopped again.
 */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@ApplicationScoped
public class ModelInForce {
    /** Where the build puts the model. */
    public static final String RESOURCE = "/id/sigap/triage/triage.model";

    private static final Logger LOG = Logger.getLogger(ModelInForce.class);
    private static final String ONNX_RUNTIME = "ai.onnxruntime.OrtEnvironment";

    private final ModelsInForce models;
    private final UncertainBand uncertain;
    private final @Nullable OnnxModel onnx;

    /**
     * As configured.
     *
     * @param below a confidence under this is unsure, 0 to 1
     * @param config which ONNX model decides kinds, if any
     * @throws IllegalStateException if the ONNX model is unfit: the service says why and ends with 1
     */
    @Inject
    public ModelInForce(
            @ConfigProperty(name = "sigap.triage.uncertain-below") double below,
            OnnxConfig config,
            MeterRegistry meters) {
        this.uncertain = new UncertainBand(below);
        this.onnx = config.model().map(file -> load(file, config)).orElse(null);
        this.models = new ModelsInForce(bundled(), classifier(onnx, config.batch(), meters));
    }

    private static Function<LinearModel, KindClassifier> classifier(
            @Nullable OnnxModel onnx, int batch, MeterRegistry meters) {
        if (onnx == null) {
            return LinearKinds::new;
        }
        OnnxMeters tally = new OnnxMeters(meters);
        return model -> new OnnxKinds(onnx, batch, new LinearKinds(model), tally);
    }

    private static OnnxModel load(Path file, OnnxConfig config) {
        try {
            Class.forName(ONNX_RUNTIME);
            OnnxModel model = OnnxModel.load(new OnnxOptions(file, config.batch(), config.threads(), config.tokens()));
            LOG.infov("kinds are decided by an ONNX model, model={0}", model.name());
            return model;
        } catch (ClassNotFoundException e) {
            throw refused(
                    "The ONNX model " + file + " cannot be used: this package was built without ONNX Runtime, build"
                            + " it with the Maven profile onnx.");
        } catch (UnfitModelException | IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** Told at once: what is running already is closed before Quarkus tells the reason, and that may take its time. */
    private static IllegalStateException refused(String sentence) {
        LOG.error(sentence);
        return new IllegalStateException(sentence);
    }

    @PreDestroy
    void close() {
        if (onnx != null) {
            onnx.close();
        }
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
        return new ModelDescription(
                models.bundled().name(), models.bundled().size(), onnx == null ? null : onnx.name());
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
