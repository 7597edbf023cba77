package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agency's presence on one channel (akun).
 *
 * @param id unique in the whole directory; stands in webhook addresses
 * @param channel the channel
 * @param name as citizens see it
 * @param address the channel's own id of it: WhatsApp's phone number id, Telegram's bot id; absent for web and api
 * @param secrets purpose to secret name: app-secret, verify-token, access-token (WhatsApp); webhook-secret, bot-token (Telegram)
 */
public record Account(
        String id, Channel channel, String name, @Nullable String address, Map<String, String> secrets) {
    /** Refuses a record without its required fields. */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(name, "name");
        secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
    }

    /** The name of the secret for a purpose. */
    public Optional<String> secret(String purpose) {
        return Optional.ofNullable(secrets.get(purpose));
    }
}
