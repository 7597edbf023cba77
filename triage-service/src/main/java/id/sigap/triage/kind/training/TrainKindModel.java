package id.sigap.triage.kind.training;

import id.sigap.triage.kind.KindWeights;
import id.sigap.triage.text.Lexicon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The step of the build that trains the bundled model: {@code TrainKindModel <corpus folder> <model file>}. */
public final class TrainKindModel {
    private static final int VERSION_DIGITS = 12;

    private TrainKindModel() {}

    /** Trains and writes; a mistake in the corpus fails the build. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("wants the corpus folder and the model file");
        }
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        KindWeights weights = KindTrainer.train(corpus.messages(), modelName(corpus));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            weights.write(out);
        }
    }

    /** The name of the model that a corpus gives: it changes with the corpus and with the word lists. */
    static String modelName(Corpus corpus) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(corpus.hash().getBytes(StandardCharsets.UTF_8));
            for (String name : Lexicon.NAMES) {
                digest.update(Lexicon.bytes(name));
            }
            return "sigap-kind-maxent-"
                    + HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
