package id.sigap.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * How identities are made. What has a cause gets an id computed from it (UUID version 5, RFC 9562 section 5.5), so that
 * a redelivery bears the same id on every machine; what has none gets a time-ordered one (version 7, section 5.7).
 */
public final class Ids {
    /** The name space of all computed ids: version 5 of the URL {@code https://sigap.id/ids}. */
    private static final UUID NAMESPACE =
            v5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://sigap.id/ids");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The id of a message: computed from its channel, the directory's account and the channel's own id. */
    public static UUID message(Channel channel, String account, String externalId) {
        return derived("message", channel.wire(), account, externalId);
    }

    /** The id of a conversation: computed from its channel, the directory's account and the channel's thread key. */
    public static UUID conversation(Channel channel, String account, String threadKey) {
        return derived("conversation", channel.wire(), account, threadKey);
    }

    /** The id of a post of the account itself. */
    public static UUID post(Channel channel, String account, String externalId) {
        return derived("post", channel.wire(), account, externalId);
    }

    /** An id computed from its parts. Parts are length-prefixed, so that no two lists of parts read alike. */
    public static UUID derived(String... parts) {
        StringBuilder name = new StringBuilder(96);
        for (String part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return v5(NAMESPACE, name.toString());
    }

    /** A new id that sorts by the time at which it was made. */
    public static UUID timeOrdered() {
        return timeOrdered(Instant.now());
    }

    /** A new id that sorts by {@code at}, to the millisecond. */
    public static UUID timeOrdered(Instant at) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        ByteBuffer bits = ByteBuffer.wrap(random);
        long high = (at.toEpochMilli() << 16) | 0x7000L | (bits.getShort() & 0x0FFFL);
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Name-based with SHA-1, RFC 9562 section 5.5. */
    static UUID v5(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** SHA-1 names ids here (RFC 9562 prescribes it); it protects nothing. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
