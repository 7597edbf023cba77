package id.sigap.triage.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** A model that takes the place of the linear one for kinds; without one the linear model decides. */
@ConfigMapping(prefix = "sigap.triage.onnx")
public interface OnnxConfig {
    /** The ONNX file. */
    Optional<Path> model();

    /** At most so many texts in one run, 1 to 512. */
    @WithDefault("32")
    int batch();

    /** Processors that one run may use, 1 to 64. */
    @WithDefault("1")
    int threads();

    /** Of a text a transformer reads at most so many tokens, from the beginning, 1 to 8192. */
    @WithDefault("256")
    int tokens();
}
