package id.sigap.reply.webhooks;

import id.sigap.runtime.secret.Secrets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys by their names among the service's secrets, one of which seals from now on. */
final class KeyRing {
    /** Shorter ones are no keys. */
    static final int SHORTEST = 32;

    private final Secrets secrets;
    private final String current;

    KeyRing(Secrets secrets, String current) {
        this.secrets = secrets;
        this.current = current;
    }

    /** Whether there is a key to seal with. */
    boolean ready() {
        return key(current).isPresent();
    }

    /** Seals a secret by the key in force; empty when there is none. */
    Optional<Sealed> seal(String secret, UUID endpoint) {
        return key(current).map(key -> new Sealed(SealedSecret.seal(secret, endpoint, key), current));
    }

    /** Opens a secret; empty when its key is gone or does not fit. What has no key's name was kept in plain. */
    Optional<String> open(String kept, @Nullable String keyId, UUID endpoint) {
        if (keyId == null) {
            return Optional.of(kept);
        }
        try {
            return key(keyId).map(key -> SealedSecret.open(kept, endpoint, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> key(String name) {
        return secrets.find(name).filter(key -> key.length >= SHORTEST);
    }

    /**
     * A secret as it is kept.
     *
     * @param secret sealed
     * @param keyId the name of the key
     */
    record Sealed(String secret, String keyId) {}
}
