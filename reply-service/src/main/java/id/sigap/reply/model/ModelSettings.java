package id.sigap.reply.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which language model rewords drafts. Without an address there is none. */
@ConfigMapping(prefix = "sigap.model")
public interface ModelSettings {
    /** Of an OpenAI-compatible server, up to and including the version, e.g. {@code http://localhost:11434/v1}. */
    Optional<URI> address();

    /** The model's name at that server. */
    @WithDefault("llama3.1")
    String name();

    /** The name of the secret that the server wants as its key; local servers want none. */
    Optional<String> secret();

    /** Longest wait for one answer. */
    @WithDefault("PT8S")
    Duration timeout();

    /** How often new drafts are looked for. */
    @WithDefault("PT1S")
    Duration every();
}
