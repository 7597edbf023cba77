package id.sigap.triage.learning;

import id.sigap.triage.linear.LinearModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What tells one model from another. */
final class ModelNames {
    private static final int DIGITS = 12;

    private ModelNames() {}

    /**
     * The same corrections on the same base make the same model, and it has the same name.
     *
     * @param bundled name of the bundled model
     * @param base its {@link #fingerprint}
     */
    static String of(String bundled, String base, String agency, List<Correction> corrections) {
        MessageDigest digest = sha256();
        digest.update(base.getBytes(StandardCharsets.UTF_8));
        for (Correction correction : corrections) {
            String row = correction.messageId() + "\t" + correction.kind().wire() + "\t" + correction.topic() + "\t"
                    + correction.text() + "\n";
            digest.update(row.getBytes(StandardCharsets.UTF_8));
        }
        return bundled + "+" + agency + "-" + shortened(digest);
    }

    /**
     * What a model is, byte for byte: its name changes with the corpus, but its features are made by the program, and what
     * was learned on top of other features means nothing.
     */
    static String fingerprint(LinearModel model) {
        return model.name() + ":" + model.digest().substring(0, DIGITS);
    }

    private static String shortened(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
