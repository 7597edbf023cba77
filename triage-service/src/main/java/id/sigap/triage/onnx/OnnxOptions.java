package id.sigap.triage.onnx;

import java.nio.file.Path;

/**
 * Which model to run, and how.
 *
 * @param file the model
 * @param batch at most so many texts in one run
 * @param threads processors that one run may use
 * @param tokens of a text a transformer reads at most so many, from the beginning
 */
public record OnnxOptions(Path file, int batch, int threads, int tokens) {
    private static final int MOST_TEXTS = 512;
    private static final int MOST_THREADS = 64;
    private static final int MOST_TOKENS = 8192;

    /** Refuses what has no sense, by the name of its setting. */
    public OnnxOptions {
        within("batch", batch, MOST_TEXTS);
        within("threads", threads, MOST_THREADS);
        within("tokens", tokens, MOST_TOKENS);
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "sigap.triage.onnx." + name + " must be from 1 to " + most + ", not " + value);
        }
    }
}
