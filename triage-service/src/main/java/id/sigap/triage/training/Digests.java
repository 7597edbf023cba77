package id.sigap.triage.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for what must be the same on every machine. */
final class Digests {
    private static final int VERSION_DIGITS = 12;

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static long ofText(String text) {
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The short form that versions bear. */
    static String version(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }
}
