package id.sigap.triage.training;

import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.Lexicon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The step of the build that trains the bundled model, and puts the corpus beside it: {@code TrainModels <corpus folder>
 * <model file>}.
 */
public final class TrainModels {
    private static final String LANGUAGES = "language.model";

    private TrainModels() {}

    /** Trains and writes; a mistake in the corpus fails the build. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("wants the corpus folder and the model file");
        }
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        LinearModel model = train(corpus);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        try (OutputStream out = Files.newOutputStream(file.resolveSibling(LANGUAGES))) {
            languages(Path.of(arguments[0]), corpus).write(out);
        }
        BundledCorpus.write(corpus, file.resolveSibling(BundledCorpus.NAME));
    }

    /** The model of languages, without the corpus's frozen test split. */
    static LinearWeights languages(Path folder, Corpus corpus) throws IOException {
        return LanguageTrainer.train(folder, corpus.where(message -> !message.isTest()));
    }

    /** The model of a corpus, without its frozen test split. */
    static LinearModel train(Corpus corpus) throws IOException {
        return ModelTrainer.train(corpus.where(message -> !message.isTest()), modelName(corpus));
    }

    /** The name of the model that a corpus gives: it changes with the corpus and with the word lists. */
    static String modelName(Corpus corpus) {
        MessageDigest digest = Digests.sha256();
        digest.update(corpus.hash().getBytes(StandardCharsets.UTF_8));
        for (String name : Lexicon.NAMES) {
            digest.update(Lexicon.bytes(name));
        }
        return "sigap-linear-" + Digests.version(digest);
    }
}
