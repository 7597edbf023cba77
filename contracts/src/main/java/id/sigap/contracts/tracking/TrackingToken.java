package id.sigap.contracts.tracking;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of a tracking link: the conversation's id and the first 128 bits of its HMAC-SHA256 under the deployment's
 * {@code tracking} secret, in URL-safe base64. Ingest issues it, reply checks it, and nobody stores it: a repeated
 * request gets the same link, and a stolen database holds no link.
 */
public final class TrackingToken {
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int LENGTH = 43;

    private TrackingToken() {}

    /** The token of a conversation. The secret must have at least 16 bytes. */
    public static String issue(UUID conversationId, byte[] secret) {
        byte[] id = ByteBuffer.allocate(ID_BYTES)
                .putLong(conversationId.getMostSignificantBits())
                .putLong(conversationId.getLeastSignificantBits())
                .array();
        byte[] token = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .put(id)
                .put(mac(id, secret), 0, MAC_BYTES)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The conversation that a token opens; empty for anything that was not issued under this secret. */
    public static Optional<UUID> open(String token, byte[] secret) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The last character has two bits to spare: without this, four different tokens would open one conversation.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] id = new byte[ID_BYTES];
        byte[] claimed = new byte[MAC_BYTES];
        ByteBuffer.wrap(bytes).get(id).get(claimed);
        byte[] expected = new byte[MAC_BYTES];
        System.arraycopy(mac(id, secret), 0, expected, 0, MAC_BYTES);
        if (!MessageDigest.isEqual(expected, claimed)) {
            return Optional.empty();
        }
        ByteBuffer uuid = ByteBuffer.wrap(id);
        return Optional.of(new UUID(uuid.getLong(), uuid.getLong()));
    }

    private static byte[] mac(byte[] id, byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("the tracking secret must have at least 16 bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
